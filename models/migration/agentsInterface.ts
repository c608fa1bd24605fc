import type {Place} from "./agentsCrowd.js";
import type {Snapshot} from "./agentsLedger.js";
import type {Graph} from "./ecosystemGraph.js";
import type {Parameters, SomeParameters} from "./parameters.js";

/** How to set a crowd up. */
export interface RunOptions {
  /** Number of agents; by default that of the graph's nodes. */
  agents?: number;
  /**
   * Who depends on whom; those next to each other in it, either way, are neighbours. Without one all are linked to all:
   * d is the share that has not moved, and locality makes no difference.
   */
  graph?: Graph;
  seed: string | number;
  /** The agents on the new platform at the start; by default `initialShare` of all, drawn at random. */
  first?: Iterable<number>;
  /**
   * Whether to know who is where, and since when. Where all are alike it may be false: the same seed gives the same
   * shares and losses from numbers alone, sooner, and `place` and `adoptedAt` are empty.
   */
  named?: boolean;
  /** Told of each switch as it happens. */
  onSwitch?: (time: number, agent: number, to: Place) => void;
}

/** A war under way, which may be stepped, watched and meddled with. The same calls on the same seed give the same war. */
export interface AgentRun {
  readonly agents: number;
  /** Years from the start. */
  readonly time: number;
  /** Where each agent is now: 0 old, 1 new, 2 gone. To be read, not written. */
  readonly place: Readonly<Uint8Array>;
  /** When each agent first came to the new platform, in years: 0 for the first ones, ∞ for those who have not. */
  readonly adoptedAt: Readonly<Float64Array>;
  /** Moves so far, and moves considered: the rest of the opportunities were refused without being drawn. */
  readonly switches: number;
  readonly considered: number;
  readonly parameters: Readonly<Parameters>;
  /** Lets years go by. */
  advance(years: number): void;
  /** Lets time go by until so many years from the start. */
  advanceTo(end: number): void;
  /** How things stand. */
  now(): Snapshot;
  /** Changes parameters from now on, those given over those that hold; what has happened stays. */
  change(given: SomeParameters): void;
  /** Moves agents to the new platform at once, each at the switching cost. Returns how many were not there yet. */
  adopt(agents: Iterable<number>): number;
  /**
   * An assurance contract: each holdout signs with chance F((Δ(θ) − k + s + E)/T), as it would choose at a share θ; if at least
   * θ of them have signed, all who did move together, otherwise nobody does. Returns how many moved.
   */
  pledge(threshold: number): number;
}
