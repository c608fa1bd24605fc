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
