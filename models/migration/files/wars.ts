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
