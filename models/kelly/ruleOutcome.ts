import type {Game} from "./game.js";
import {type Moves, meanBracket, movesFor, unseen} from "./meanBracket.js";
import {gather, type Outcome, roundingError} from "./outcome.js";
import {type Coins, coinsFor, mostUnits, pennyGame, pennyMeans, type UnitStake} from "./pennyGame.js";
import {type Followed, follow, type Rule} from "./ruleTree.js";
import {value} from "./value.js";

/** Wealths followed one by one: all there can be in 16 rounds, and the likeliest in more. */
const followed = (rounds: number) => (rounds <= 16 ? 2 ** 16 : Math.max(50, Math.min(1000, Math.floor(3e5 / rounds))));

/** Wealths times rounds at which a rule is asked for its stake, where it differs from round to round. */
const questions = 8e6;

/** Most wealths at which a rule is read: first, and again when that leaves more than a tenth of a cent open. */
const readings = [12_500, 25_000];
const wanted = 0.001;

/** A rule, whether its stake depends on the wealth alone, and the same rule throwing what is wrong with its stake. */
export interface RuleOf {
  stake: Rule;
  steady: boolean;
  check: Rule;
}

/** The stake, or a RangeError if it is not a number from 0 to the wealth; a rounding error above is forgiven. */
export function checkedStake(stake: number, wealth: number, rounds: number): number {
  if (stake >= 0 && stake <= wealth) return stake;
  if (stake > wealth && stake <= wealth * (1 + 1e-12)) return wealth;
  throw new RangeError(
    `stake is ${stake} with wealth ${wealth} and ${rounds} rounds left, but must be a number of dollars from 0 to the wealth`
  );
}

/** Evenly spaced nodes on cents, or on parts or multiples of them, from 0 to the ceiling. */
function nodeCount(ceiling: number, most: number): number {
  const cents = Math.max(1, Math.round(ceiling * 100));
  if (cents <= most) return cents * Math.max(1, Math.floor(Math.min(most, 10_000) / cents));
  return most;
}

/** The curves' mean at a wealth on an even grid. */
function lerp(values: Float64Array, place: number): number {
  const cell = Math.min(values.length - 2, Math.floor(place));
  return values[cell]! + (place - cell) * (values[cell + 1]! - values[cell]!);
}

/** One round of M on every other node of the grid, from the moves of the whole. */
function coarseRound(from: Float64Array, to: Float64Array, {up, down}: Moves, edge: number, width: number): void {
  const last = from.length - 1;
  const ceiling = from[last]!;
  for (let i = 1; i < last; ++i) {
    const won = up[2 * i]! / width;
    to[i] = edge * (won >= last ? ceiling : lerp(from, won)) + (1 - edge) * lerp(from, down[2 * i]! / width);
  }
  to[last] = ceiling;
}

/** The bounds of M at a wealth, and what M is when the rule is read at every other wealth only. */
interface Reading {
  low: number;
  high: number;
  coarse: number;
}

/**
 * Reads a rule at evenly spaced wealths, every cent or nearly, takes it to be linear in between, and brackets that
 * player's M(w, b) for each horizon b = 0, 1 … rounds.
 */
function readRule(
  {stake: rule, steady}: RuleOf,
  {edge, ceiling, rounds}: Game,
  finest: number,
  each: (left: number, at: (wealth: number) => Reading) => void
): void {
  const budget = steady ? finest : Math.floor(questions / Math.max(1, rounds));
  const cells = 2 * Math.ceil(nodeCount(ceiling, Math.max(500, Math.min(finest, budget))) / 2);
  const width = ceiling / cells;
  const nodes = Float64Array.from({length: cells + 1}, (_, i) => (i === cells ? ceiling : i * width));
  const store = movesFor(nodes);
  const ask = (left: number) => {
    const {up, down, upCell, downCell} = store;
    for (let i = 1; i < cells; ++i) {
      const money = nodes[i]!;
      const wish = rule(money, left);
      // What is asked for at a wealth that may never be reached is not judged here, only kept within the rules.
      const stake = wish > 0 ? Math.min(wish, money) : 0;
      const won = money + stake;
      const kept = money - stake;
      up[i] = won;
      down[i] = kept;
      upCell[i] = won >= ceiling ? cells : Math.min(cells - 1, Math.floor(won / width));
      downCell[i] = Math.floor(kept / width);
    }
    up[cells] = down[cells] = ceiling;
    upCell[cells] = downCell[cells] = cells;
  };
  let coarse = Float64Array.from({length: cells / 2 + 1}, (_, i) => nodes[2 * i]!);
  let spare = new Float64Array(coarse.length);
  let asked = false;
  const moves = (left: number) => {
    if (!asked || !steady) ask(left);
    asked = true;
    coarseRound(coarse, spare, store, edge, 2 * width);
    [coarse, spare] = [spare, coarse];
    return store;
  };
  const told = (left: number, lower: Float64Array, upper: Float64Array) =>
    each(left, (wealth) => {
      const place = wealth / width;
      return {low: lerp(lower, place), high: lerp(upper, place), coarse: lerp(coarse, place / 2)};
    });
  meanBracket({edge, rounds, nodes, moves, each: told});
}

/** Expected final wealth in dollars, and how far it can be off. */
interface Mean {
  mean: number;
  error: number;
}

/** From bounds to a mean and its error; no mean lies outside 0 … V. */
function settle({low, high, coarse}: Reading, game: Game): Mean {
  const [least, most] = [Math.max(0, low), Math.min(value(game), high)];
  const mean = (least + most) / 2;
  return {mean, error: (most - least) / 2 + Math.abs(coarse - mean) + (2 + game.rounds) * unseen * game.ceiling};
}

/**
 * The mean of a rule for each horizon 0 … rounds; as in `ruleOutcome`, that of the game in whole cents where the other
 * cannot be told within a tenth of a cent.
 */
export function ruleMeans(one: RuleOf, game: Game): Mean[] {
  const means: Mean[] = [];
  readRule(one, game, readings[1]!, (left, at) => means.push(settle(at(game.wealth), {...game, rounds: left})));
  if (means.every(({error}) => error <= wanted)) return means;
  const {stake: rule} = one;
  // What is asked for at a wealth that may never be reached is only kept within the rules.
  const check: Rule = (money, left) => Math.min(money, Math.max(0, rule(money, left) || 0));
  const {coins, stake} = wholeUnits({...one, check}, game);
  const whole = pennyMeans(stake, coins, game);
  const error = roundingError(game.ceiling);
  return means.map((mean, left) => (mean.error <= wanted ? mean : {mean: whole[left]!, error}));
}

/** The mean of a rule whose likeliest wealths have been followed one by one, and the others handed over. */
function meanOf(one: RuleOf, game: Game, {atoms, handed}: Followed, finest: number): Mean {
  const ended = atoms.reduce((sum, [money, mass]) => sum + money * mass, 0);
  const total: Reading = {low: ended, high: ended, coarse: ended};
  // Handed over with fewer and fewer rounds left; the curves come with more and more.
  let next = handed.length - 1;
  readRule(one, {...game, rounds: handed[0]!.left}, finest, (left, at) => {
    for (; next >= 0 && handed[next]!.left === left; --next) {
      const {wealth, mass} = handed[next]!;
      const reading = at(wealth);
      total.low += mass * reading.low;
      total.high += mass * reading.high;
      total.coarse += mass * reading.coarse;
    }
  });
  return settle(total, game);
}

/** The rule that stakes whole cents, or the least units that can be afforded: its own stake rounded to the nearest. */
function wholeUnits({check, steady}: RuleOf, {ceiling, rounds}: Game): {coins: Coins; stake: UnitStake} {
  const most = steady ? mostUnits(rounds) : Math.max(500, Math.floor(questions / Math.max(1, rounds)));
  const coins = coinsFor(ceiling, Math.min(mostUnits(rounds), most));
  const {unit, units} = coins;
  const known = steady ? new Int32Array(units + 1).fill(-1) : undefined;
  const stake: UnitStake = (held, left) => {
    if (known && known[held]! >= 0) return known[held]!;
    const money = Math.min(held * unit, ceiling);
    const whole = Math.min(held, Math.round(check(money, left) / unit));
    if (known) known[held] = whole;
    return whole;
  };
  return {coins, stake};
}

/**
 * The outcome of any rule.
 *
 * The wealths that it can reach are followed as long as they are few. For stakes in whole dollars, for any rule of 16
 * rounds, and often besides, that is all of them, and everything is exact. The unlikely rest is handed over to a
 * player who follows the rule at evenly spaced wealths, every cent or two, and linearly in between. The mean of that
 * player is bracketed; how well it stands for the rule is judged by reading the rule at every other wealth and
 * comparing. `error` is the sum of both. A rule with a trick between the wealths at which it is read cannot be found
 * out by asking it questions; one that is linear but for kinks is measured by this. The distribution is that of the
 * game in whole cents, each stake rounded to the nearest. A rule that jumps, or bends at every wealth, may leave more
 * than a tenth of a cent open: then the mean is that of the game in whole cents too, and `meanBasis` says so.
 *
 * @throws RangeError naming the stake, the wealth and the rounds left, when the rule stakes what it has not.
 */
export function ruleOutcome(one: RuleOf, game: Game): Outcome {
  const way = follow(one.check, game, followed(game.rounds));
  if (way.handed.length === 0) return gather(way.atoms, game, roundingError(game.ceiling));
  let mean = meanOf(one, game, way, readings[0]!);
  if (mean.error > wanted) {
    const finer = meanOf(one, game, way, readings[1]!);
    if (finer.error < mean.error) mean = finer;
  }
  const {coins, stake} = wholeUnits(one, game);
  const whole = gather(pennyGame(stake, coins, game), game, roundingError(game.ceiling), coins.basis, coins.unit);
  return mean.error <= wanted ? {...whole, ...mean, meanBasis: "exact"} : whole;
}
