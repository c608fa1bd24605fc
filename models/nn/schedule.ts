/** Factors on a learning rate. */

/** From near 0 to 1 over the first so many steps, then 1. `step` counts from 0. */
export function warmUp(step: number, steps: number): number {
  return Math.min(1, (step + 1) / steps);
}

/** From 1 at the first step to `least` at the last, in a straight line. */
export function linearDecay(step: number, steps: number, least = 0): number {
  return Math.max(least, 1 - (1 - least) * Math.min(1, step / steps));
}

/** From 1 to `least` along half a wave of the cosine. */
export function cosineDecay(step: number, steps: number, least = 0): number {
  return least + ((1 - least) * (1 + Math.cos(Math.PI * Math.min(1, step / steps)))) / 2;
}
