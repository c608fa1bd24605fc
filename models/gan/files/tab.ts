import type {PlaneConfig} from "../planeTrainer.js";

/** How far a training in the plane came. */
export interface PlaneOutcome {
  seed: number;
  /** Modes of the ring that are hit, of 8. */
  hit: number;
  /** Share of generated points within three deviations of a centre. */
  near: number;
  energy: number;
  /** Bits. */
  js: number;
}

/** data/gan/plane.json: the small GAN trained in several ways, each from several seeds. */
export interface PlaneFile {
  note: string;
  rounds: number;
  /** Points that divergences are estimated from. */
  points: number;
  /** What as many real points would show: 5th and 95th percentiles. */
  floor: {energy: [number, number]; js: [number, number]};
  ways: {label: string; change: Partial<PlaneConfig>; outcomes: PlaneOutcome[]}[];
}
