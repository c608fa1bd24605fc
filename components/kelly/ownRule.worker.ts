import type {OutcomeRow} from "../../models/kelly/files.js";
import type {Game} from "../../models/kelly/game.js";
import {outcomeRow} from "../../models/kelly/outcomeRow.js";
import {compileRule, RuleError} from "../../models/kelly/ruleExpression.js";

export interface RuleQuestion {
  text: string;
  game: Game;
}

/** The rule's outcome; or what is wrong with the rule, and at which of its characters; or what else went wrong. */
export type RuleAnswer = {row: OutcomeRow} | {mistake: string; position: number} | {error: string};

const scope = self as unknown as {
  onmessage: (event: MessageEvent<RuleQuestion>) => void;
  postMessage(answer: RuleAnswer): void;
};

scope.onmessage = async ({data: {text, game}}) => {
  try {
    // A hundred kilobytes that only those who write a rule should fetch.
    const math = await import("mathjs/number");
    const rule = compileRule(text, math);
    scope.postMessage({row: outcomeRow("own", rule.strategy(game), game)});
  } catch (error) {
    if (error instanceof RuleError) scope.postMessage({mistake: error.message, position: error.position});
    else scope.postMessage({error: error instanceof Error ? error.message : String(error)});
  }
};
