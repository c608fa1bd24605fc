import type {MigrationClaimRow} from "./claims/claim.js";

/** The shapes of the data files of the migration pages: a loader `satisfies` its shape, and a page reads it back. */

/** A mean and its standard error. */
export interface EndingEstimate {
  mean: number;
  error: number;
}

/** Figures by which plans to end a war are judged: years to nine in ten (the horizon, if it takes longer), the rest in utility. */
export type EndingMeasure =
  | "T90"
  | "loss"
  | "welfareLoss"
  | "switchingLoss"
  | "enforcementLoss"
  | "subsidies"
  | "sunsetBurden"
  | "misery";

/** Many wars of agents under one plan. */
export interface EndingPlan {
  id: string;
  /** Share over the years of the file: mean, and where nine in ten wars lie. */
  mean: number[];
  low: number[];
  high: number[];
  /** The part of the wars that reached nine in ten within the horizon. */
  won: number;
  measures: Record<EndingMeasure, EndingEstimate>;
  /** Against doing nothing, war by war on the same seeds; `apart` is the error if the seeds had not been the same. */
  difference: Record<"T90" | "loss" | "misery", EndingEstimate & {apart: number}>;
}

/** One setting of the crowd on a graph: first adopters drawn at random, and the hubs first, on the same seeds. */
export interface EndingHubs {
  graph: string;
  nodes: number;
  /** How much neighbours count, ω. */
  locality: number;
  wars: number;
  random: EndingPlan;
  hubs: EndingPlan;
}

/** data/migration/ending.json: every plan played by agents in the default war, on the same seeds. */
export interface EndingFile {
  note: string;
  agents: number;
  wars: number;
  /** Horizon in years. */
  years: number;
  time: number[];
  plans: EndingPlan[];
  hubs: EndingHubs[];
}

/** data/migration/endingEnforcement.json: what enforcement does to the loss, over the advantage and its strength. */
export interface EndingEnforcementFile {
  note: string;
  advantages: number[];
  strengths: number[];
  maps: {
    backlash: number;
    /** Loss with enforcement less that without, in utility; a row for each advantage, a column for each strength. */
    change: number[][];
  }[];
}

/** A sequence of settings and what it comes to, in utility. */
export interface EndingSequence {
  steps: {from: number; name: string}[];
  loss: number;
  finalShare: number;
}

/** data/migration/endingSequences.json: the best sequences in three wars, found by search. */
export interface EndingSequencesFile {
  note: string;
  years: number;
  every: number;
  most: number;
  changesUntil: number;
  wars: {
    id: string;
    /** Loss of doing nothing, and of an instant switch. */
    nothing: number;
    instant: number;
    searches: {offer: string; price: number; tried: number; best: EndingSequence[]}[];
  }[];
}

/** data/migration/wallLayout.json: where the packages of debianPython3.json stand on the wall. */
export interface WallLayoutFile {
  note: string;
  /** The drawing, in units. */
  width: number;
  height: number;
  /** Length of one step of `x` and `y`, in units. */
  step: number;
  /** For each package in order, whole steps from the left and from the top. */
  x: number[];
  y: number[];
  /** Packages side by side: those that stand alone, each wave, and those that a hard gate holds for ever. */
  slabs: {kind: "alone" | "wave" | "never"; wave: number; nodes: number; from: number; to: number}[];
}

/** Many wars on one graph at one weight of dependencies. */
export interface WallRun {
  /** A graph of `WallRunsFile.graphs`. */
  graph: string;
  first: "random" | "hubs";
  /** γ; null for ∞, a hard gate. */
  weight: number | null;
  seeds: number;
  /** Share of the wars won within the horizon, and its standard error. */
  reached: number;
  reachedError: number;
  /** T90 in years, the horizon in place of those not won: its mean and standard error; the middle one, null for never. */
  mean: number;
  error: number;
  median: number | null;
}

/** data/migration/wallRuns.json: how long migrations take on the wall, and on graphs like it. */
export interface WallRunsFile {
  note: string;
  /** What all wars have in common. */
  advantage: number;
  years: number;
  /** The graphs; for families the means over the graphs drawn. */
  graphs: {id: string; nodes: number; edges: number; free: number; depth: number; deadlocked: number}[];
  runs: WallRun[];
  /** The share over time on the real graph: mean, and the range of nine in ten wars. */
  curves: {weight: number | null; time: number[]; mean: number[]; low: number[]; high: number[]}[];
}

/** One quoted figure of adoption. */
export interface AdoptionPoint {
  month: string;
  /** The middle of the month as a calendar year. */
  time: number;
  percent: number;
  source: string;
  /** How the figure was come by: "found", "found-derived" or "found-range". */
  confidence: string;
}

/** A curve fitted to what was known of a series. Shares are from 0 to 1; rmse and residuals are in points of a hundred. */
export interface FittedCurve {
  id: "migration" | "logistic" | "ceiling" | "bass";
  /** Points known, and the fewest that the curve asks for. */
  known: number;
  needed: number;
  /** Null where fewer points are known than the curve asks for. */
  result: {
    parameters: number[];
    /** Names of the parameters that ran to an end of their range. */
    atBound: string[];
    rmse: number;
    /** Null where the points are too few for it. */
    aicc: number | null;
    /** Correlation of neighbouring residuals. */
    lagOne: number;
    residuals: number[];
    /** Observed less forecast at the points after the cut-off, and the root of their mean square; null if there are none. */
    errors: number[];
    ahead: number | null;
  } | null;
}

/** A bootstrap of the game's fit. */
export interface FitBand {
  rounds: number;
  /** Calendar years, rising, and the band of the share at each. */
  time: number[];
  low: number[];
  high: number[];
  /** Intervals of λ, h, J and x₀. */
  parameters: [low: number, high: number][];
  /** The same with residuals dealt out in blocks of so many, and the mean width of that band over the other's. */
  blocks: {length: number; parameters: [low: number, high: number][]; width: number} | null;
}

/** A fit with something held at a value. */
export interface HeldFit {
  at: number;
  rmse: number;
  coupling: number;
  /** J over the J_c of this switching cost. */
  ratio: number;
  atBound: string[];
}

/** All that was computed of one series. */
export interface SeriesFits {
  id: string;
  points: AdoptionPoint[];
  /** Scatter about any smooth curve, in points of a hundred. */
  noise: number;
  /** The game at k = 1 and the baselines, fitted to all points. */
  fits: FittedCurve[];
  band: FitBand;
  /** The game's fit with k held at each of several values. */
  overCost: HeldFit[];
  /** The game's fit with J held, at k = 1. */
  overCoupling: HeldFit[];
  /** The game's fit at k = 1 where h and J may go much further: `at` is how far. */
  wide: HeldFit;
  /** What each curve, fitted to the points before a date, made of the rest. Curves asked of too few points are left out. */
  forecasts: {until: number; known: number; ahead: Partial<Record<FittedCurve["id"], number>>; atBound: string[]}[];
}

/** data/migration/fits.json: the game and the baselines, fitted to the series of data/migration/adoption.csv. */
export interface FitsFile {
  /** How the numbers were computed and rounded. */
  note: string;
  switchingCost: number;
  /** J_c at that switching cost. */
  criticalCoupling: number;
  /** Levels of the bands and intervals. */
  levels: [low: number, high: number];
  series: SeriesFits[];
  coverage: BandCoverage;
}

/** How often bands and intervals of the game hold the truth, in series made up from the fit to one that is real. */
export interface BandCoverage {
  /** The series whose fit and times were taken. */
  id: string;
  /** Standard deviation of the scatter that was added, in points. */
  scatter: number;
  sets: number;
  rounds: number;
  rows: {
    /** Correlation of neighbouring scatters, and how many residuals were dealt out together. */
    correlation: number;
    block: number;
    /** Share of times at which the band held the curve, with its standard error. */
    band: number;
    bandError: number;
    /** Sets in which the interval of J held J. */
    coupling: number;
  }[];
}

/** data/migration/wars.json: the four presets, each fought many times by agents and solved exactly. */
export interface WarsFile {
  /** How the numbers were computed, thinned and rounded. */
  note: string;
  /** Agents in each war, and wars for each preset. */
  agents: number;
  wars: number;
  /** Years of the shares below. */
  time: number[];
  rows: WarsRow[];
}

/** A mean of many wars with its standard error, the exact mean, and their distance in standard errors. */
export interface MeasuredRow {
  mean: number;
  error: number;
  exact: number;
  score: number;
}

/** One preset. Shares are 0 … 1, losses in utility of the average user over the whole time. */
export interface WarsRow {
  id: string;
  exact: {mean: number[]; low: number[]; high: number[]};
  sample: {mean: number[]; low: number[]; high: number[]};
  /** The greatest distance of the sample's mean share from the exact one, in standard errors, and the mean square. */
  mostScore: number;
  meanSquare: number;
  /** The share of wars won, nine in ten on the new platform, in time. */
  won: number;
  /** T90 in years: of the mean field, null for never; and of the wars, null where they are not waited for. */
  meanFieldT90: number | null;
  T90: MeasuredRow | null;
  meanFieldLoss: number;
  loss: MeasuredRow;
  /** What an instant switch by all would have cost. */
  instantCost: number;
}

/** data/migration/bitcreep.json: what adopters lose, over bitcreep × advantage, and what agents lose beside theory. */
export interface BitcreepFile {
  note: string;
  years: number;
  /** κ and Δq, rising. */
  bitcreep: number[];
  advantage: number[];
  /** Misery per user in the mean field, in utility: one row for each of `bitcreep`, one column for each of `advantage`. */
  misery: number[];
  /** Wars of so many agents at the default advantage, so many seeds at each bitcreep. */
  agents: number;
  seeds: number;
  ensemble: BitcreepEnsemble[];
}

/** Misery per user at one bitcreep, in utility. */
export interface BitcreepEnsemble {
  bitcreep: number;
  /** Mean over the seeds and its standard error. */
  mean: number;
  error: number;
  /** The exact mean for as many agents, and the mean field. */
  chain: number;
  meanField: number;
}

/** data/migration/claims.json: the fourteen claims, judged when the site is built. */
export type ClaimsFile = MigrationClaimRow[];

/** data/migration/phaseMaps.json: how wars end, over every two parameters that the page on tipping offers. */
export interface PhaseMapsFile {
  /** How the maps were judged and written. */
  note: string;
  /** The parameters that are not on an axis, where they differ from the defaults. */
  base: Record<string, number>;
  /** Cells along x and y. */
  columns: number;
  rows: number;
  maps: PhaseMapText[];
}

/** One map: how a war ends at the centre of each cell. */
export interface PhaseMapText {
  /** Names of axes, as in models/migration/phaseAxes.ts, which has their ranges. */
  x: string;
  y: string;
  /** Runs of cells row by row from the top, as models/migration/phaseText.ts writes them. */
  cells: string;
}

/** data/migration/tippingPassage.json: first passages of agents beside the exact chain. */
export interface TippingPassageFile {
  /** What was played and how often, and how numbers were rounded. */
  note: string;
  /** The parameters, where they differ from the defaults. */
  base: Record<string, number>;
  runs: number;
  /** Mean years until a count was first reached, from the valley. */
  passages: {
    agents: number;
    to: "pass" | "ninety";
    from: number;
    count: number;
    exact: number;
    mean: number;
    error: number;
  }[];
  /** The share of runs that reached `high` agents before `low`, by where they began. */
  chances: {
    agents: number;
    low: number;
    high: number;
    rows: {from: number; exact: number; won: number; error: number}[];
  };
}
