import {type Course, emptyCourse, sampleAt, sampleTimes} from "./agentsCourse.js";
import type {RunOptions} from "./agentsInterface.js";
import {createRun} from "./agentsRun.js";
import type {SomeParameters} from "./parameters.js";

/** The game played by agents, one by one. One door to its modules. */
export type {Course} from "./agentsCourse.js";
export type {Place} from "./agentsCrowd.js";
export type {AgentRun, RunOptions} from "./agentsInterface.js";
export type {Snapshot} from "./agentsLedger.js";
export {createRun} from "./agentsRun.js";

/** How long to follow a run and how often to look, in years. */
export interface SimulateOptions extends RunOptions {
  years?: number;
  step?: number;
  /** Whether to keep every switch; they can be millions. */
  record?: boolean;
}

/** Every switch of a run, in order. Three arrays of one length. */
export interface Switches {
  /** Years from the start. */
  time: Float64Array;
  agent: Uint32Array;
  /** Where to: 0 old, 1 new, 2 gone. */
  to: Uint8Array;
}

/**
 * A run from beginning to end. The arrays are those of a mean-field trajectory, so that what takes one takes the other,
 * with two more; all are in step with `time`.
 */
export interface Simulation extends Course {
  /** When each agent first came to the new platform, in years: 0 for the first ones, ∞ for those who did not. */
  adoptedAt: Float64Array;
  /** Where each agent is at the end: 0 old, 1 new, 2 gone. */
  place: Uint8Array;
  /** All switches, if `record` asked for them. */
  switches: Switches | null;
  /** Moves made; a move that is refused costs time only if it was considered, which most are not. */
  moves: number;
  considered: number;
}

/**
 * Plays the whole game with so many agents, by default for 40 years, looked at every tenth of a year; see `createRun` for what is
 * exact. The seed settles everything, and how often one looks changes nothing but rounding.
 *
 * @throws RangeError naming a parameter, agents, graph, seed, first, years or step.
 */
export function simulate(given: SomeParameters, options: SimulateOptions): Simulation {
  const {years = 40, step = 0.1, record = false} = options;
  const times = sampleTimes(years, step);
  const log = record ? new SwitchLog() : null;
  const {onSwitch} = options;
  const run = createRun(given, {
    ...options,
    ...(log && {
      onSwitch(time, agent, to) {
        log.add(time, agent, to);
        onSwitch?.(time, agent, to);
      }
    })
  });
  const course = emptyCourse(times.length);
  times.forEach((time, i) => {
    sampleAt(course, i, run, time);
  });
  return {
    ...course,
    adoptedAt: run.adoptedAt as Float64Array,
    place: run.place as Uint8Array,
    switches: log?.arrays() ?? null,
    moves: run.switches,
    considered: run.considered
  };
}

/** Switches in arrays that double as they fill. */
class SwitchLog {
  private count = 0;
  private time = new Float64Array(1024);
  private agent = new Uint32Array(1024);
  private to = new Uint8Array(1024);

  add(time: number, agent: number, to: number): void {
    if (this.count === this.time.length) {
      const {time: times, agent: agents, to: tos} = this;
      this.time = new Float64Array(2 * this.count);
      this.agent = new Uint32Array(2 * this.count);
      this.to = new Uint8Array(2 * this.count);
      this.time.set(times);
      this.agent.set(agents);
      this.to.set(tos);
    }
    this.time[this.count] = time;
    this.agent[this.count] = agent;
    this.to[this.count++] = to;
  }

  arrays(): Switches {
    const {count} = this;
    return {time: this.time.slice(0, count), agent: this.agent.slice(0, count), to: this.to.slice(0, count)};
  }
}
