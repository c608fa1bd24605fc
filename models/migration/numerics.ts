/** A root and a minimum of a function of one variable. Nothing is checked here. */

/**
 * The place between `low` and `high` where f changes sign, to a few units in the last place of the larger end. f must
 * have opposite signs at the ends (0 counts as negative). Inverse quadratic steps where they can be trusted, bisection
 * elsewhere (Chandrupatla, “A new hybrid quadratic/bisection algorithm”, 1997): about ten evaluations.
 */
export function rootBetween(f: (x: number) => number, low: number, high: number): number {
  let [a, b, c] = [low, high, low];
  let [fa, fb, fc] = [f(a), f(b), 0];
  const blur = 2 ** -51 * Math.max(Math.abs(low), Math.abs(high));
  let step = 0.5;
  for (;;) {
    const x = a + step * (b - a);
    const fx = f(x);
    if (fx > 0 === fa > 0) [c, fc] = [a, fa];
    else [c, b, fc, fb] = [b, a, fb, fa];
    [a, fa] = [x, fx];
    const least = blur / Math.abs(b - a);
    if (least >= 0.5 || fx === 0) return Math.abs(fa) < Math.abs(fb) ? a : b;
    const along = (a - b) / (c - b);
    const rise = (fa - fb) / (fc - fb);
    const trusted = rise * rise < along && (1 - rise) * (1 - rise) < 1 - along;
    step = trusted
      ? (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb))
      : 0.5;
    step = Math.min(Math.max(step, least), 1 - least);
  }
}

const golden = (Math.sqrt(5) - 1) / 2;

/** Where f is least between `low` and `high`, if it has one dip there; to about 1e-8 of its width. */
export function smallestOn(f: (x: number) => number, low: number, high: number): number {
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let atLeft = f(left);
  let atRight = f(right);
  for (let i = 0; i < 45; ++i) {
    if (atLeft < atRight) {
      high = right;
      right = left;
      atRight = atLeft;
      atLeft = f((left = high - golden * (high - low)));
    } else {
      low = left;
      left = right;
      atLeft = atRight;
      atRight = f((right = low + golden * (high - low)));
    }
  }
  return (low + high) / 2;
}
