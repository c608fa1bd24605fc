import {type DecisionTree, decisionTree} from "../../models/kelly/decisionTree.js";
import {defaultGame} from "../../models/kelly/game.js";
import {value} from "../../models/kelly/value.js";
import {dollars, percent, wholeDollars} from "../format.js";

const trees = new Map<number, DecisionTree>();

/** V of some dollars in the default game in whole units of money. */
function inUnits(unit: number, wealth = defaultGame.wealth): number {
  const {edge, ceiling, rounds} = defaultGame;
  if (!trees.has(unit)) trees.set(unit, decisionTree({edge, ceiling, rounds, unit}));
  return trees.get(unit)!.value(wealth, rounds);
}

const divided = (wealth = defaultGame.wealth) => value({...defaultGame, wealth});
const ruin = (units: number) =>
  percent(((1 - defaultGame.edge) / defaultGame.edge) ** units, units < 10 ? 0 : units < 20 ? 1 : 3);
const whole = (amount: number) => wholeDollars(Math.round(amount));

/** The computed numbers that the prose about whole units quotes, by name. */
export const pennyQuotes: Record<string, () => string> = {
  "pennies.dollarDivided": () => whole(divided(1)),
  "pennies.dollarWhole": () => whole(inUnits(1, 1)),
  "pennies.dollarCost": () => whole(divided(1) - inUnits(1, 1)),
  "pennies.ruin5": () => ruin(5),
  "pennies.ruin10": () => ruin(10),
  "pennies.ruin25": () => ruin(25),
  "pennies.cost": () => dollars(divided() - inUnits(1)),
  "pennies.cost3": () => `$${(divided() - inUnits(1)).toFixed(3)}`,
  "pennies.whole": () => `$${inUnits(1).toFixed(6)}`,
  "pennies.dividedLong": () => `$${divided().toFixed(6)}`,
  "pennies.penny": () => `$${inUnits(0.01).toFixed(5)}`,
  "pennies.divided": () => `$${divided().toFixed(5)}`,
  "pennies.stakes": () => {
    const {ceiling, rounds} = defaultGame;
    const units = ceiling * 100;
    return `${Math.round(((units / 2) ** 2 * rounds) / 1e9)} billion`;
  }
};
