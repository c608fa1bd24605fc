import type {Game} from "./game.js";
import type {Atom, Basis} from "./outcome.js";

/** The game in whole units of money: `units` of them reach the ceiling. */
export interface Coins {
  /** Dollars. */
  unit: number;
  units: number;
  basis: Basis;
}

/**
 * Cents, or the smallest of 2, 5, 10, 20 … cents that needs no more than `most` units to the ceiling. A ceiling that
 * is not a whole number of units takes one more unit, which falls short of a whole one.
 */
export function coinsFor(ceiling: number, most: number): Coins {
  let unit = 0.01;
  for (let digit = 0; ceiling / unit > most; ++digit)
    unit = 0.01 * [2, 5, 10][digit % 3]! * 10 ** Math.floor(digit / 3);
  return {unit, units: Math.max(1, Math.ceil(ceiling / unit - 1e-6)), basis: unit === 0.01 ? "penny" : "coarse"};
}

/** Units that a ceiling may be worth in a game of so many rounds: the work of some seconds. */
export function mostUnits(rounds: number): number {
  return Math.min(100_000, Math.max(1000, Math.floor(5e8 / Math.max(1, rounds))));
}

/** Units to stake with so many units and so many rounds left; from 0 to all of them. */
export type UnitStake = (units: number, rounds: number) => number;

/**
 * The exact distribution of final wealth when all money comes in whole units; the win is cut at the ceiling. A first
 * wealth between two units starts at either, so that its mean is right. `stake` is asked only about wealths in reach.
 */
export function pennyGame(stake: UnitStake, {unit, units}: Coins, {edge, ceiling, rounds, wealth}: Game): Atom[] {
  const {near, part} = startOf(unit, units, wealth);
  let mass = new Float64Array(units + 1);
  let next = new Float64Array(units + 1);
  mass[near] = 1 - part;
  if (part > 0) mass[near + 1] = part;
  let [low, high] = [near, Math.min(units, near + 1)];
  for (let left = rounds; left > 0; --left) {
    next.fill(0);
    next[0] = mass[0]!;
    next[units]! += mass[units]!;
    let [nextLow, nextHigh] = [low, high];
    for (let i = Math.max(1, low); i <= high && i < units; ++i) {
      const amount = mass[i]!;
      if (amount === 0) continue;
      const x = stake(i, left);
      const won = i + x < units ? i + x : units;
      next[won]! += edge * amount;
      next[i - x]! += (1 - edge) * amount;
      if (won > nextHigh) nextHigh = won;
      if (i - x < nextLow) nextLow = i - x;
    }
    [mass, next] = [next, mass];
    [low, high] = [nextLow, nextHigh];
  }
  return Array.from(mass, (amount, i): Atom => [i === units ? ceiling : i * unit, amount]);
}

/** The units that a wealth starts with, and the chance to start with one more. */
function startOf(unit: number, units: number, wealth: number): {near: number; part: number} {
  const start = Math.min(units, wealth / unit);
  const near = Math.abs(start - Math.round(start)) < 1e-6 ? Math.round(start) : Math.floor(start);
  return {near, part: start - near < 1e-6 ? 0 : start - near};
}

/**
 * The exact mean of final wealth of the same game for each horizon 0 … rounds, in dollars: what each number of units is
 * worth, worked out backwards. `stake` is asked about every number of units above 0 and below the ceiling.
 */
export function pennyMeans(stake: UnitStake, {unit, units}: Coins, game: Game): Float64Array {
  const {edge, ceiling, rounds, wealth} = game;
  const {near, part} = startOf(unit, units, wealth);
  let worth = Float64Array.from({length: units + 1}, (_, i) => (i === units ? ceiling : i * unit));
  let next = worth.slice();
  const read = () => (part > 0 ? (1 - part) * worth[near]! + part * worth[near + 1]! : worth[near]!);
  const means = new Float64Array(rounds + 1);
  means[0] = read();
  for (let left = 1; left <= rounds; ++left) {
    for (let i = 1; i < units; ++i) {
      const x = stake(i, left);
      next[i] = edge * worth[Math.min(units, i + x)]! + (1 - edge) * worth[i - x]!;
    }
    [worth, next] = [next, worth];
    means[left] = read();
  }
  return means;
}
