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
