/** One comparison: something of ours beside the same from a peer, measured in the same run. */
export interface Row {
  /** What is measured; unique within its column. */
  name: string;
  /** What it is held against. */
  peer: string;
  /** Of `ours` and `theirs`: "ms", "MB", … Less is better. */
  unit: string;
  /** Measures both. Throws `Skip` where the peer cannot be had here, any other error where ours is wrong. */
  run(): Promise<Measured>;
}

/** The two measurements, in the row's unit. */
export interface Measured {
  ours: number;
  theirs: number;
}

/** Thrown by a row that cannot be measured on this machine; the message says why. */
export class Skip extends Error {}

/** The middle of a list of numbers, or the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
}

/**
 * Measures ours and theirs in turns, so that a machine that is busy for a while is busy for both, and takes the median
 * of each. Either function returns the measurements of one turn.
 */
export function alternate(turns: number, ours: () => number[], theirs: () => number[]): Measured {
  const a: number[] = [];
  const b: number[] = [];
  for (let turn = 0; turn < turns; ++turn) {
    b.push(...theirs());
    a.push(...ours());
  }
  return {ours: median(a), theirs: median(b)};
}
