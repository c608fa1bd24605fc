/** The shapes of the data files of the Kelly pages: a loader `satisfies` its shape, and a page reads it back. */

/** Optimal stakes and what Kelly's stake costs, over flips left × wealth. Money in dollars. */
export interface StakesFile {
  note: string;
  edge: number;
  ceiling: number;
  /** Flips left, rising. */
  rounds: number[];
  /** Rising. */
  wealth: number[];
  /** One row for each of `rounds`, one column for each of `wealth`, row by row. */
  low: number[];
  high: number[];
  kellyCost: number[];
}

/** data/kelly/surface.json: V over flips left × wealth in the default game, for divisible money. */
export interface SurfaceFile {
  /** How the surface was thinned and rounded. */
  note: string;
  game: {edge: number; ceiling: number; rounds: number};
  /** Flips left, in equal steps from 0 to the game's. */
  rounds: number[];
  /** Dollars, in equal steps from 0 to the ceiling. */
  wealth: number[];
  /** V in dollars: one row for each of `rounds`, one column for each of `wealth`, row by row. */
  value: number[];
}

/** data/kelly/valueGrid.json: the game in whole units, solved over edge × ceiling × horizon × wealth. */
export interface ValueGridFile {
  /** How the numbers were thinned and rounded. */
  note: string;
  edges: number[];
  /** Ceilings in units. */
  ceilings: number[];
  /** Flips left. */
  horizons: number[];
  /** For each ceiling, the wealths looked at, in units, rising from 1 to the ceiling. */
  wealth: number[][];
  /** V in units: [edge][ceiling][horizon][wealth]. */
  value: number[][][][];
  /** What divisible money would be worth more, in units: laid out like `value`. */
  cost: number[][][][];
}

/** data/kelly/pennyGap.json: one game in dollars, quarters, … cents beside divisible money. */
export interface PennyGapFile {
  /** How the curves were thinned and rounded. */
  note: string;
  game: {edge: number; ceiling: number; rounds: number; wealth: number};
  /** V of divisible money at the game's wealth, in dollars. */
  divisible: number;
  units: UnitGap[];
}

/** What one unit of money costs in a game. All in dollars. */
export interface UnitGap {
  unit: number;
  /** V in this unit at the game's wealth, and what divisible money would be worth more. */
  value: number;
  cost: number;
  /** The greatest cost with all rounds left, and the wealth where it is met. */
  most: {cost: number; wealth: number};
  /** The least wealth from which on no wealth costs as much as a cent with all rounds left. */
  negligibleFrom: number;
  /** The cost with all rounds left over wealth, thinned. */
  curve: {wealth: number[]; value: number[]; cost: number[]};
}

/** data/kelly/strategies.json: expected payoff of strategies in the default game, by horizon and by fraction. */
export interface StrategiesFile {
  /** How the numbers were computed and rounded. */
  note: string;
  game: {edge: number; ceiling: number; rounds: number; wealth: number};
  /** Expected final dollars for each horizon 0 … rounds. */
  byHorizon: {optimal: number[]; kellyCut: number[]; kellyClipped: number[]};
  /** Expected final dollars after all rounds of constant fractions of wealth. */
  byFraction: {cut: {fraction: number[]; mean: number[]}; clipped: {fraction: number[]; mean: number[]}};
}

/** One strategy's outcome. Money in dollars, the rest probabilities. */
export interface OutcomeRow {
  id: string;
  mean: number;
  /** Most by which `mean` can be off. */
  error: number;
  /** What the mean rests on, and what the probabilities do, as in models/kelly/outcome.ts. */
  meanBasis: "exact" | "penny" | "coarse";
  basis: "exact" | "penny" | "coarse";
  shares: {bust: number; below: number; above: number; ceiling: number};
  /** P(final wealth ≤ x) at the wealths of the file. */
  cumulative: number[];
}

/** data/kelly/outcomes.json: where the strategies of the roster end in the default game. */
export interface OutcomesFile {
  note: string;
  game: {edge: number; ceiling: number; rounds: number; wealth: number};
  /** The fraction of the strategy “fraction”. */
  fraction: number;
  /** Final wealths, rising, at which `cumulative` is given. */
  wealth: number[];
  rows: OutcomeRow[];
}

/** data/kelly/humans.json: the 61 players, as reported; transcribed, not computed. */
export interface HumansFile {
  note: string;
  source: string;
  game: {edge: number; ceiling: number; rounds: number; wealth: number};
  players: number;
  /** Shares of the players as printed. */
  reachedCeiling: number;
  bust: number;
  belowStart: number;
  /** Mean final dollars: of all players, and of those who neither went bust nor reached the ceiling. */
  mean: number;
  meanOfOthers: number;
  /** Players by count, where the printed shares determine them. */
  counts: {reachedCeiling: number; bust: number; others: number} | null;
  /** Players who did each of these at least once. */
  wentAllIn: number;
  betTails: number;
  hadHeardOfKelly: number;
}
