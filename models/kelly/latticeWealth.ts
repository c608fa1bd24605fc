/** Dollars after so many wins and so many losses. */
export type LatticeWealth = (wins: number, losses: number) => number;

/**
 * Wealth after wins and losses at a constant fraction, w (1 + f)^wins (1 − f)^losses, for up to `rounds` flips. The
 * powers are tabulated; where one of them leaves the range of a double, as after thousands of flips, their product
 * is taken by logarithms.
 */
export function latticeWealth(fraction: number, wealth: number, rounds: number): LatticeWealth {
  const grow = Float64Array.from({length: rounds + 1}, (_, i) => wealth * (1 + fraction) ** i);
  const shrink = Float64Array.from({length: rounds + 1}, (_, j) => (1 - fraction) ** j);
  return (wins, losses) => {
    const [up, down] = [grow[wins]!, shrink[losses]!];
    if ((up < 1e300 && down > 1e-300) || losses === 0) return up * down;
    return wealth * Math.exp(wins * Math.log1p(fraction) + losses * Math.log1p(-fraction));
  };
}
