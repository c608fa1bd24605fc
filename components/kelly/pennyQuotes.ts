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

/** What being left with a single whole dollar costs in games of another edge, as a share of the ceiling. */
function lone(edge: number): number {
  const {ceiling, rounds} = defaultGame;
  return (value({edge, ceiling, rounds, wealth: 1}) - oneUnit({edge, ceiling, rounds})) / ceiling;
}

/** V of one unit in hand. */
function oneUnit(game: {edge: number; ceiling: number; rounds: number}): number {
  return decisionTree({...game, unit: 1}).value(1, game.rounds);
}

/** The chance that a single unit, staked at every flip, is lost sooner or later. */
const everLost = (edge: number) => (1 - edge) / edge;

/** The least edge of the page's panels from which on the cost is that chance, to within half a percent of the ceiling. */
function holdsFrom(): number {
  const edges = [0.55, 0.6, 0.65, 0.7, 0.8, 0.9];
  const holds = (edge: number) => Math.abs(lone(edge) - everLost(edge)) < 0.005;
  return edges.find((_, i) => edges.slice(i).every(holds))!;
}

const whole = (amount: number) => wholeDollars(Math.round(amount));

/** The computed numbers that the prose about whole units quotes, by name. */
export const pennyQuotes: Record<string, () => string> = {
  "pennies.dollarDivided": () => whole(divided(1)),
  "pennies.dollarWhole": () => whole(inUnits(1, 1)),
  "pennies.dollarCost": () => whole(divided(1) - inUnits(1, 1)),
  "pennies.ruin1": () => percent(everLost(defaultGame.edge), 0),
  "pennies.ruin5": () => ruin(5),
  "pennies.ruin10": () => ruin(10),
  "pennies.ruin25": () => ruin(25),
  "pennies.lone55": () => percent(lone(0.55), 0),
  "pennies.lone60": () => percent(lone(0.6), 0),
  "pennies.loneDivided60": () => percent(value({...defaultGame, edge: 0.6, wealth: 1}) / defaultGame.ceiling, 0),
  "pennies.holdsFrom": () => percent(holdsFrom(), 0),
  "pennies.loneHolds": () => percent(lone(holdsFrom()), 0),
  "pennies.centCost": () => dollars(divided() - inUnits(0.01)),
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
