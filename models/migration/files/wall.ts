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
