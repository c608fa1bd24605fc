/** What there is to say about one parameter: for its check, its slider and its place in a table. */
export interface ParameterInfo {
  /** As the formulas write it. */
  symbol: string;
  label: string;
  /** Empty for a pure number. */
  unit: string;
  meaning: string;
  /** The default. */
  value: number;
  /** What the models accept, both ends included. */
  range: readonly [low: number, high: number];
  /** One value outside the range that is accepted too, with a meaning of its own. */
  also?: number;
  /** What a slider offers: least, most, step. */
  slider: readonly [low: number, high: number, step: number];
}

const utility = "utility/yr";

const table = {
  advantage: {
    symbol: "Δq",
    label: "Advantage",
    unit: utility,
    value: 1,
    range: [-100, 100],
    slider: [-2, 3, 0.05],
    meaning: "How much better the new platform is in itself, with equally many users on each."
  },
  networkBenefit: {
    symbol: "ν",
    label: "Network benefit",
    unit: utility,
    value: 1.2,
    range: [0, 100],
    slider: [0, 4, 0.05],
    meaning: "What a platform gains when everybody uses it, over nobody."
  },
  bitrot: {
    symbol: "ρ",
    label: "Bitrot",
    unit: utility,
    value: 0.6,
    range: [0, 100],
    slider: [0, 4, 0.05],
    meaning: "What a platform loses when nobody is left to keep things working."
  },
  bitcreep: {
    symbol: "κ",
    label: "Bitcreep",
    unit: utility,
    value: 1.2,
    range: [0, 100],
    slider: [0, 4, 0.05],
    meaning: "What a platform loses when everything is made for the other one."
  },
  shimOld: {
    symbol: "σ_O",
    label: "Shim for holdouts",
    unit: "",
    value: 0,
    range: [0, 1],
    slider: [0, 1, 0.05],
    meaning: "The part of the bitcreep that a compatibility layer spares those on the old platform."
  },
  shimNew: {
    symbol: "σ_N",
    label: "Shim for adopters",
    unit: "",
    value: 0,
    range: [0, 1],
    slider: [0, 1, 0.05],
    meaning: "The part of the bitcreep that a compatibility layer spares those on the new platform."
  },
  switchingCost: {
    symbol: "k",
    label: "Switching cost",
    unit: "utility",
    value: 1,
    range: [0, 100],
    slider: [0, 4, 0.05],
    meaning: "The price of one move, either way."
  },
  noise: {
    symbol: "T",
    label: "Noise",
    unit: utility,
    value: 1,
    range: [0.01, 100],
    slider: [0.2, 3, 0.05],
    meaning: "How far tastes and errors scatter people around the better choice."
  },
  pace: {
    symbol: "λ",
    label: "Pace",
    unit: "1/yr",
    value: 1.5,
    range: [0.001, 1000],
    slider: [0.1, 3, 0.05],
    meaning: "How often a user reconsiders."
  },
  initialShare: {
    symbol: "x₀",
    label: "First adopters",
    unit: "",
    value: 0.05,
    range: [0, 1],
    slider: [0, 1, 0.01],
    meaning: "The share on the new platform at the start."
  },
  quality: {
    symbol: "q",
    label: "Quality",
    unit: utility,
    value: 1,
    range: [-100, 100],
    slider: [0, 3, 0.05],
    meaning: "What either platform is worth in itself; it moves welfare, and no choice but that to exit."
  },
  dependencyWeight: {
    symbol: "γ",
    label: "Weight of dependencies",
    unit: "utility",
    value: 0,
    range: [0, 100],
    also: Infinity,
    slider: [0, 4, 0.05],
    meaning: "What it costs to move when none of one's dependencies has; at infinity all must have moved first."
  },
  locality: {
    symbol: "ω",
    label: "Locality",
    unit: "",
    value: 0,
    range: [0, 1],
    slider: [0, 1, 0.05],
    meaning: "How much neighbours count, against the whole crowd."
  },
  rotLag: {
    symbol: "τ",
    label: "Rot lag",
    unit: "yr",
    value: 0,
    range: [0, 1000],
    slider: [0, 10, 0.25],
    meaning: "How long bitrot takes to follow the shares."
  },
  subsidy: {
    symbol: "s",
    label: "Subsidy",
    unit: "utility",
    value: 0,
    range: [0, 100],
    slider: [0, 3, 0.05],
    meaning: "What is paid to a user who moves to the new platform."
  },
  enforcement: {
    symbol: "η",
    label: "Enforcement",
    unit: utility,
    value: 0,
    range: [0, 100],
    slider: [0, 3, 0.05],
    meaning: "How hard adopters press on holdouts, when all press."
  },
  backlash: {
    symbol: "b",
    label: "Backlash",
    unit: "1/yr",
    value: 0,
    range: [0, 100],
    slider: [0, 1, 0.01],
    meaning: "How fast pressure hardens the unwillingness to move."
  },
  exitValue: {
    symbol: "v",
    label: "Value of leaving",
    unit: utility,
    value: -Infinity,
    range: [-100, 100],
    also: -Infinity,
    slider: [-2, 5, 0.05],
    meaning: "What a third platform is worth; minus infinity for none."
  }
} as const satisfies Record<string, ParameterInfo>;

/** The name of a parameter that is a number. */
export type ScalarName = keyof typeof table;

/** Each parameter but the sunset, in the order in which a page should offer them. */
export const parameterInfo: Readonly<Record<ScalarName, ParameterInfo>> = table;

/** The fields of the sunset. */
export const sunsetInfo: Readonly<Record<"strength" | "year" | "belief", ParameterInfo>> = {
  strength: {
    symbol: "S",
    label: "Sunset strength",
    unit: utility,
    value: 0,
    range: [0, 100],
    slider: [0, 4, 0.05],
    meaning: "What staying costs once the date has come."
  },
  year: {
    symbol: "t_s",
    label: "Sunset year",
    unit: "yr",
    value: 5,
    range: [0, 1000],
    slider: [0, 20, 0.5],
    meaning: "When the date comes, from the start."
  },
  belief: {
    symbol: "r",
    label: "Disbelief",
    unit: "1/yr",
    value: 0,
    range: [0, 1000],
    also: Infinity,
    slider: [0, 5, 0.05],
    meaning: "How fast belief in the date fades with its distance; 0 is full belief from the start."
  }
};
