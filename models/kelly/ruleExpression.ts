import type {MathJsInstance, MathNode} from "mathjs";
import type {Game} from "./game.js";
import {Builder, type Part, RuleError, tokens} from "./ruleBuilder.js";
import type {Scope} from "./ruleWords.js";
import {type Rule, rule, type Strategy} from "./strategies.js";

export {RuleError} from "./ruleBuilder.js";

/**
 * Rules of play as the reader types them, such as `min(0.2 w, C - w)`.
 *
 * mathjs parses the text; the tree is then checked against the short lists below and turned into closures over plain
 * numbers, which run some hundred times faster than mathjs itself and need no `eval`. mathjs is passed in, so that
 * a page can load it when the reader first types.
 */

/** The parts of mathjs that are used: `import("mathjs")` and `import("mathjs/number")` both have them. */
export type RuleMath = Pick<MathJsInstance, "parse">;

/** A rule that can be played. */
export interface CompiledRule {
  text: string;
  /** Whether the stake is the same whatever the rounds left. */
  steady: boolean;
  /**
   * Dollars to stake.
   *
   * @throws RuleError when that is not a number from 0 to the wealth.
   */
  stake(wealth: number, rounds: number, game: Pick<Game, "edge" | "ceiling">): number;
  /** The rule as a strategy for games of this edge and ceiling. */
  strategy(game: Pick<Game, "edge" | "ceiling">): Strategy;
}

/** Signs as books print them, and as a rule has them: one for one, so that positions stay. */
const signs: Record<string, string> = {"−": "-", "–": "-", "·": "*", "⋅": "*", "×": "*", "÷": "/"};

/** Refuses, before mathjs reads it, what no rule needs: mathjs would give some of it a meaning that surprises. */
function checkText(text: string): void {
  if (text.trim() === "") throw new RuleError("Type a stake, such as 0.2 w", 0);
  const match = /[%#"'`;{}[\]\n\r&|~]|!(?!=)|(?<![<>=!])=(?!=)/u.exec(text);
  if (match?.[0] === "%") throw new RuleError("Write 0.2 w for 20 % of w", match.index);
  if (match?.[0].trim() === "") throw new RuleError("A rule is one line", match.index);
  if (match) throw new RuleError(`“${match[0]}” has no meaning in a rule`, match.index);
  const radix = /\b0[xXbBoO]/u.exec(text);
  if (radix) throw new RuleError("Write numbers in decimal", radix.index);
}

function parse(text: string, math: RuleMath): MathNode {
  try {
    return math.parse(text);
  } catch (error) {
    const {char, message} = error as {char?: number; message: string};
    if (typeof char !== "number") throw error;
    // mathjs counts characters from 1.
    const position = Math.min(Math.max(0, char - 1), text.length);
    throw new RuleError(message.replace(/ \(char \d+\)/u, ""), position);
  }
}

/** The innermost part that is not a number though its own parts are. */
function culprit(part: Part, at: Scope): Part {
  const inner = part.parts.find((one) => !Number.isFinite(one.compute(at)));
  return inner ? culprit(inner, at) : part;
}

/** The part that gave the stake: of a choice, the branch that was taken. */
function branch(part: Part, at: Scope): Part {
  return part.taken ? branch(part.taken(at), at) : part;
}

/** A number to six digits, as a reader would write it. */
function short(number: number): string {
  return String(Number(number.toPrecision(6)));
}

/**
 * Compiles a rule: an expression in w (wealth), b (rounds left), C (ceiling) and p (edge), with + − * / ^, the
 * functions min max abs sqrt exp log log2 log10 floor ceil round pow mod, comparisons, and, or, not, and c ? a : b.
 *
 * @throws RuleError with the position of what is wrong, when it is not such an expression.
 */
export function compileRule(text: string, math: RuleMath): CompiledRule {
  const plain = text.replace(/[−–·⋅×÷]/gu, (sign) => signs[sign]!);
  checkText(plain);
  const tree = parse(plain, math);
  const builder = new Builder(tokens(plain));
  const root = builder.build(tree);
  if (root.kind !== "number") throw new RuleError("The stake must be a number of dollars", root.position);
  const {compute} = root;
  const first = text.search(/\S/u);

  const fail = (stake: number, at: Scope): never => {
    const where = `with wealth ${short(at.w)} and ${at.b} rounds left`;
    const taken = branch(root, at);
    if (!Number.isFinite(stake)) {
      const part = culprit(taken, at);
      throw new RuleError(`The stake is not a number ${where}: this is ${part.compute(at)}`, part.position);
    }
    const position = taken === root ? first : taken.position;
    if (stake < 0) throw new RuleError(`The stake is ${short(stake)}, below 0, ${where}`, position);
    // A stake a hair above the wealth is named with all its digits.
    const named = short(stake) === short(at.w) ? String(stake) : short(stake);
    throw new RuleError(`The stake is ${named}, more than the wealth, ${where}`, position);
  };
  const stakeIn = (at: Scope): number => {
    const stake = compute(at);
    if (stake >= 0 && stake <= at.w) return stake;
    // Rounding may carry a whole wealth a hair above itself.
    return stake > at.w && stake <= at.w * (1 + 1e-12) ? at.w : fail(stake, at);
  };
  const steady = !builder.used.has("b");
  return {
    text,
    steady,
    stake: (w, b, {ceiling, edge}) => stakeIn({w, b, C: ceiling, p: edge}),
    strategy({ceiling, edge}) {
      // One scope for all calls: the stakes of a whole game are millions of them.
      const at: Scope = {w: 0, b: 0, C: ceiling, p: edge};
      const asked =
        (answer: (at: Scope) => number): Rule =>
        (wealth, rounds) => {
          at.w = wealth;
          at.b = rounds;
          return answer(at);
        };
      return rule(asked(compute), {steady, check: asked(stakeIn)});
    }
  };
}
