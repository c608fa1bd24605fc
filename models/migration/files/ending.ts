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
