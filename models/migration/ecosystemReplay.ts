import {checkBetween} from "../check.js";

/** A whole war on a graph, kept so that it can be watched forwards and backwards. */
export interface RecordedWar {
  /** Who is on the new platform at the start: 1, and 0 for the rest. */
  start: Uint8Array;
  /** Every switch in order: when, who, and where to (0 old, 1 new). Three arrays of one length. */
  time: Float64Array;
  agent: Uint32Array;
  to: Uint8Array;
  /** How long it was followed, in years. */
  years: number;
}

/** A recorded war at a moment, which can be moved. */
export interface Replay {
  /** Years from the start. */
  readonly time: number;
  /** Where each agent is now: 0 old, 1 new. To be read, not written. */
  readonly place: Readonly<Uint8Array>;
  /** Agents on the new platform now. */
  readonly adopted: number;
  /** Switches so far. */
  readonly switches: number;
  /** Goes to a time, forwards or backwards. */
  seek(time: number): void;
  /** Goes to the next switch and says who moved, and where to; null when there is none left. */
  step(): {time: number; agent: number; to: number} | null;
  /** The share at evenly spaced times: for a line over the whole war. */
  course(samples: number): {time: Float64Array; share: Float64Array};
  /** The first time at which the share is at least `level`; ∞ if it never is. */
  timeTo(level: number): number;
}

/** Plays a recorded war back. */
export function replay(war: RecordedWar): Replay {
  const {start, years} = war;
  const size = start.length;
  const place = start.slice();
  const atStart = start.reduce((sum, v) => sum + v, 0);
  let adopted = atStart;
  let next = 0;
  let now = 0;
  const apply = (i: number) => {
    place[war.agent[i]!] = war.to[i]!;
    adopted += war.to[i] === 1 ? 1 : -1;
  };
  return {
    place,
    get time() {
      return now;
    },
    get adopted() {
      return adopted;
    },
    get switches() {
      return next;
    },
    seek(time) {
      checkBetween("time", time, 0, years);
      for (; next < war.time.length && war.time[next]! <= time; ++next) apply(next);
      // With two platforms a switch is undone by going back to the other one.
      for (; next > 0 && war.time[next - 1]! > time; --next) {
        place[war.agent[next - 1]!] = 1 - war.to[next - 1]!;
        adopted -= war.to[next - 1] === 1 ? 1 : -1;
      }
      now = time;
    },
    step() {
      if (next >= war.time.length) return null;
      const i = next++;
      apply(i);
      now = war.time[i]!;
      return {time: now, agent: war.agent[i]!, to: war.to[i]!};
    },
    course(samples) {
      const time = Float64Array.from({length: samples + 1}, (_, i) => (years * i) / samples);
      const share = new Float64Array(samples + 1);
      let count = atStart;
      let i = 0;
      time.forEach((t, k) => {
        for (; i < war.time.length && war.time[i]! <= t; ++i) count += war.to[i] === 1 ? 1 : -1;
        share[k] = count / size;
      });
      return {time, share};
    },
    timeTo(level) {
      let count = atStart;
      if (count >= level * size) return 0;
      for (let i = 0; i < war.time.length; ++i) {
        count += war.to[i] === 1 ? 1 : -1;
        if (count >= level * size) return war.time[i]!;
      }
      return Infinity;
    }
  };
}
