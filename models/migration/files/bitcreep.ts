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
