import type {Parameters} from "./parameters.js";
import {gateCost} from "./rates.js";

/** Where a user can be, as an index: on the old platform, on the new one, or gone to a third. */
export const onOld = 0;
export const onNew = 1;
export const gone = 2;

/** What a chooser faces: worths of the platforms u_O and u_N, pressure E, unmigrated dependencies d, switching cost k. */
export interface Choice {
  oldWorth: number;
  newWorth: number;
  pressure: number;
  unmigrated: number;
  cost: number;
}

/**
 * The chances that a user who reconsiders and stands at `place` ends up on the old platform, the new one or gone: a
 * multinomial logit over staying, and moving at cost k. Moving to the new platform also costs γd and earns s + E;
 * moving to the old one also costs E. With an exit worth −∞ this is the choice between two in rates.ts. Written to
 * `chances`, which is returned; nothing is checked.
 */
export function exitChances(
  p: Parameters,
  place: 0 | 1 | 2,
  {oldWorth, newWorth, pressure, unmigrated, cost}: Choice,
  chances: Float64Array = new Float64Array(3)
): Float64Array {
  const old = place === onOld ? oldWorth : oldWorth - cost - pressure;
  const next = place === onNew ? newWorth : newWorth - cost - gateCost(p, unmigrated) + p.subsidy + pressure;
  const out = place === gone ? p.exitValue : p.exitValue - cost;
  // Taking the largest off first keeps every exponential at or below 1.
  const top = Math.max(old, next, out);
  chances[onOld] = Math.exp((old - top) / p.noise);
  chances[onNew] = Math.exp((next - top) / p.noise);
  chances[gone] = Math.exp((out - top) / p.noise);
  const sum = chances[0]! + chances[1]! + chances[2]!;
  for (let i = 0; i < 3; ++i) chances[i]! /= sum;
  return chances;
}
