import {checkBetween, checkNumber} from "../check.js";
import {clippedMeans} from "./clippedFraction.js";
import {flatMeans, flatOutcome} from "./flatLattice.js";
import {fractionMeans, fractionOutcome} from "./fractionLattice.js";
import {checkGame, type Game} from "./game.js";
import {type Choice, optimalOutcome, optimalStake} from "./optimalOutcome.js";
import {gather, type Outcome, roundingError} from "./outcome.js";
import {type Coins, coinsFor, mostUnits, pennyGame, pennyMeans, type UnitStake} from "./pennyGame.js";
import {checkedStake, ruleMeans, ruleOutcome} from "./ruleOutcome.js";
import {type Rule, ruleTree} from "./ruleTree.js";
import {value} from "./value.js";

export type {Choice} from "./optimalOutcome.js";
export type {Basis, Outcome} from "./outcome.js";
export type {Rule} from "./ruleTree.js";

/** How to stake. Plain data but for a free rule, so it can be sent to a worker. All of them stop at the ceiling. */
export type Strategy =
  | {kind: "fraction"; fraction: number; clip: boolean}
  | {kind: "kelly"; clip: boolean}
  | {kind: "flat"; stake: number}
  | {kind: "optimal"; choice: Choice}
  | {kind: "rule"; stake: Rule; steady: boolean; check: Rule};

/**
 * The same fraction of wealth at every flip, f w. With `clip` the stake is at most what the ceiling leaves to win,
 * min(f w, C − w); without, it is f w to the end and the win is cut at the ceiling.
 *
 * @throws RangeError naming a fraction outside 0 … 1.
 */
export function constantFraction(fraction: number, {clip = true}: {clip?: boolean} = {}): Strategy {
  checkBetween("fraction", fraction, 0, 1);
  return {kind: "fraction", fraction, clip};
}

/** The fraction that makes wealth grow fastest when nothing stops it: 2p − 1, or 0 for an edge of ½ or less (Kelly 1956). */
export function kelly({clip = true}: {clip?: boolean} = {}): Strategy {
  return {kind: "kelly", clip};
}

/** Everything at every flip, the win cut at the ceiling. */
export const allIn: Strategy = {kind: "fraction", fraction: 1, clip: false};

/**
 * The same dollars at every flip, or all that is left when that is less; the win is cut at the ceiling.
 *
 * @throws RangeError naming a stake that is not a number of dollars of at least 0.
 */
export function flatStake(stake: number): Strategy {
  checkNumber("stake", stake, "a number of dollars of at least 0", (v) => v >= 0);
  return {kind: "flat", stake};
}

/** The lowest, the highest or the replicating one of the optimal stakes. With an edge of ½ or less, no stake. */
export function optimal({stake: choice = "replicating"}: {stake?: Choice} = {}): Strategy {
  if (!["low", "high", "replicating"].includes(choice))
    throw new RangeError(`stake is ${JSON.stringify(choice)}, but must be "low", "high" or "replicating"`);
  return {kind: "optimal", choice};
}

/**
 * Any function from wealth in dollars and rounds left to a stake in dollars. It is asked about wealths above 0 and
 * below the ceiling, also about some that are never reached. Say `steady` when it does not look at the rounds left:
 * it is then asked once for each wealth.
 *
 * A stake that cannot be paid is an error where the player gets there. `check` is the rule that is asked then, and
 * throws, where an error can say more than which stake, wealth and rounds left it was.
 */
export function rule(stake: Rule, {steady = false, check}: {steady?: boolean; check?: Rule} = {}): Strategy {
  return {
    kind: "rule",
    stake,
    steady,
    check: check ?? ((wealth, rounds) => checkedStake(stake(wealth, rounds), wealth, rounds))
  };
}

function fractionOf(strategy: Strategy & {kind: "fraction" | "kelly"}, edge: number): number {
  return strategy.kind === "kelly" ? Math.max(0, 2 * edge - 1) : strategy.fraction;
}

/**
 * What a strategy stakes, in dollars, with this wealth and these rounds left.
 *
 * @throws RangeError naming a field of the game, or the stake of a free rule that is not within 0 … wealth.
 */
export function stakeOf(strategy: Strategy, game: Game): number {
  const {edge, ceiling, rounds, wealth} = checkGame(game);
  if (rounds === 0 || wealth === 0 || wealth >= ceiling) return 0;
  if (strategy.kind === "flat") return Math.min(strategy.stake, wealth);
  if (strategy.kind === "optimal") return optimalStake(strategy.choice, game);
  if (strategy.kind === "rule") return strategy.check(wealth, rounds);
  const stake = fractionOf(strategy, edge) * wealth;
  return strategy.clip ? Math.min(stake, ceiling - wealth) : stake;
}

/** min(f w, C − w) in whole cents: the stake rounded to the nearest. */
function clippedUnits(fraction: number, {ceiling, rounds}: Game): {coins: Coins; stake: UnitStake} {
  const coins = coinsFor(ceiling, mostUnits(rounds));
  const stakes = Int32Array.from({length: coins.units + 1}, (_, held) =>
    Math.min(Math.round(fraction * held), coins.units - held)
  );
  return {coins, stake: (held) => stakes[held]!};
}

/** The outcome of min(f w, C − w): the mean bracketed, the distribution that of whole cents, or all exact if short. */
function clippedOutcome(fraction: number, game: Game, tolerance: number): Outcome {
  const {ceiling, rounds} = game;
  const short = rounds > 16 ? undefined : ruleTree((wealth) => Math.min(fraction * wealth, ceiling - wealth), game);
  if (short) return gather(short, game, roundingError(ceiling));
  const {mean, error} = clippedMeans(fraction, game, tolerance);
  const {coins, stake} = clippedUnits(fraction, game);
  const whole = gather(pennyGame(stake, coins, game), game, roundingError(ceiling), coins.basis, coins.unit);
  if (error[rounds]! > tolerance) return whole;
  return {...whole, mean: mean[rounds]!, error: error[rounds]!, meanBasis: "exact"};
}

/**
 * What a strategy comes to: expected final wealth, the chances of the ceiling and of ruin, and the distribution. Never
 * sampled. Unclipped fractions, flat stakes and optimal play are exact to rounding; for a clipped fraction `mean` is
 * off by at most `error`, which is below `tolerance` dollars, and the distribution is that of the game in whole cents.
 * Where so tight a bound would take too long (bets that lose on average, hundreds of times), the mean is that of the game
 * in whole cents too, and `meanBasis` says so. For a free rule see `ruleOutcome`.
 *
 * @throws RangeError naming a field of the game, the tolerance, or the stake of a free rule.
 */
export function outcome(strategy: Strategy, game: Game, {tolerance = 0.001}: {tolerance?: number} = {}): Outcome {
  checkGame(game);
  checkNumber("tolerance", tolerance, "a number of dollars above 0", (v) => v > 0);
  const {ceiling, rounds, wealth} = game;
  if (wealth >= ceiling || wealth === 0 || rounds === 0 || (strategy.kind === "flat" && strategy.stake === 0))
    return gather([[Math.min(wealth, ceiling), 1]], game, 0);
  if (strategy.kind === "flat") return flatOutcome(strategy.stake, game);
  if (strategy.kind === "optimal") return optimalOutcome(strategy.choice, game);
  if (strategy.kind === "rule") return ruleOutcome(strategy, game);
  const fraction = fractionOf(strategy, game.edge);
  return strategy.clip ? clippedOutcome(fraction, game, tolerance) : fractionOutcome(fraction, game);
}

/**
 * Expected final wealth, in dollars, for each horizon 0 … `game.rounds`, in one pass. For a clipped fraction the
 * tolerance holds at the longest horizon, and shorter ones can be off by a few times as much; a free rule is read as
 * in `ruleMeans`, at wealths it may never reach too, where a stake it cannot pay counts as all it has.
 *
 * @throws RangeError naming a field of the game or the tolerance.
 */
export function meansByHorizon(
  strategy: Strategy,
  game: Game,
  {tolerance = 0.001}: {tolerance?: number} = {}
): Float64Array {
  checkGame(game);
  checkNumber("tolerance", tolerance, "a number of dollars above 0", (v) => v > 0);
  const {ceiling, rounds, wealth} = game;
  const means = new Float64Array(rounds + 1).fill(Math.min(wealth, ceiling));
  if (wealth >= ceiling || wealth === 0 || (strategy.kind === "flat" && strategy.stake === 0)) return means;
  if (strategy.kind === "flat") return flatMeans(strategy.stake, game);
  if (strategy.kind === "optimal") return means.map((_, b) => value({...game, rounds: b}));
  if (strategy.kind === "rule") return Float64Array.from(ruleMeans(strategy, game), ({mean}) => mean);
  const fraction = fractionOf(strategy, game.edge);
  if (!strategy.clip) return fractionMeans(fraction, game);
  const {mean, error} = clippedMeans(fraction, game, tolerance);
  if (error[rounds]! <= tolerance) return mean;
  const {coins, stake} = clippedUnits(fraction, game);
  return pennyMeans(stake, coins, game);
}
