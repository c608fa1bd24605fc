import {fixedPoints} from "./equilibrium.js";
import {checkParameters, type SomeParameters} from "./parameters.js";
import {payoffGap} from "./payoff.js";
import {climbBetween, slopeParts} from "./potential.js";
import {upRate} from "./rates.js";

/** What chance needs to carry a crowd out of a valley. */
export interface EscapeLaw {
  /** The shares of the valley and of the pass above it. */
  valley: number;
  pass: number;
  /** ΔΦ: the height of the pass above the valley, for each agent. */
  barrier: number;
  /** Years: the law is prefactor·exp(N·barrier). */
  prefactor: number;
}

/**
 * Arrhenius’ law for the way out of the lowest valley: for many agents the mean time to leave it over the pass for good is
 *
 *     2π / (w(valley)·√(Φ″(valley)·|Φ″(pass)|)) · exp(N·ΔΦ)   years,
 *
 * with w the rate, per agent, at which moves either way balance there. It is the limit of the exact chain’s first passage
 * (the two sums in it by Laplace’s method), and half of it goes by until the pass itself is reached, from where the crowd
 * falls to either side as likely. Null where there is one place to rest.
 *
 * @throws RangeError naming a parameter; exitValue with a third platform.
 */
export function escapeLaw(given: SomeParameters = {}): EscapeLaw | null {
  const p = checkParameters(given);
  const points = fixedPoints(p);
  if (points.length < 3) return null;
  const valley = points[0]!.share;
  const pass = points[1]!.share;
  const {smooth} = slopeParts(p);
  const curvature = (x: number) => {
    const d = 1e-4 * Math.min(x, 1 - x);
    return (smooth(x + d) - smooth(x - d)) / (2 * d) + 1 / (x * (1 - x));
  };
  const pressure = p.enforcement * valley + p.sunset.strength;
  const flow = (1 - valley) * upRate(p, payoffGap(p, valley), pressure, 1 - valley);
  return {
    valley,
    pass,
    barrier: climbBetween(p, valley, pass),
    prefactor: (2 * Math.PI) / (flow * Math.sqrt(Math.abs(curvature(valley) * curvature(pass))))
  };
}
