import {checkWhole} from "../check.js";
import {checkParameters, type Parameters, type SomeParameters} from "./parameters.js";
import {bias, coupling, sunsetPressure} from "./payoff.js";
import {downDrive, logLogistic, upDrive} from "./rates.js";

/** A landscape over the share; both arrays rise with the share from 0 to 1. */
export interface Potential {
  share: Float64Array;
  /** Height, 0 at the lowest place. */
  height: Float64Array;
}

/**
 * Φ′(x) in two parts, for checked parameters: `smooth`, ln(F down / F up), and ln(x / (1 − x)), of which `entropy` is the
 * integral.
 */
export function slopeParts(p: Readonly<Parameters>): {smooth: (share: number) => number; entropy: typeof entropy} {
  const h = bias(p);
  const J = coupling(p);
  const sunset = sunsetPressure(p, Infinity);
  return {
    smooth(x) {
      const gap = h + J * (2 * x - 1);
      const pressure = p.enforcement * x + sunset;
      return logLogistic(downDrive(p, gap, pressure)) - logLogistic(upDrive(p, gap, pressure, 1 - x));
    },
    entropy
  };
}

function entropy(x: number): number {
  return (x > 0 ? x * Math.log(x) : 0) + (x < 1 ? (1 - x) * Math.log1p(-x) : 0);
}

/** How many times wider the whole range of shares is than the bends of the logits. */
function bends(p: Readonly<Parameters>): number {
  return (2 * coupling(p) + p.enforcement + p.dependencyWeight) / p.noise;
}

/** Φ(to) − Φ(from), for checked parameters: how far one share lies above another in the landscape. */
export function climbBetween(p: Readonly<Parameters>, from: number, to: number): number {
  const {smooth} = slopeParts(p);
  const parts = 200 + Math.ceil(20 * bends(p));
  const step = (to - from) / parts;
  let sum = 0;
  for (let i = 0; i < parts; ++i) {
    const left = from + i * step;
    sum += (step / 6) * (smooth(left) + 4 * smooth(left + step / 2) + smooth(left + step));
  }
  return sum + entropy(to) - entropy(from);
}

/**
 * The landscape in which the crowd rolls: the quasi-potential Φ(x) = ∫ ln(rate down / rate up) dx, with
 * the rate up (1 − x)F(upDrive) and the rate down xF(downDrive).
 *
 * Valleys are the stable fixed points and passes the unstable ones. Its heights have a meaning that those of the
 * integrated drift lack: for N agents the stationary law goes as exp(−NΦ), and the time to cross a pass grows as
 * exp(N·height of the pass above the valley). Sunset in full force; backlash left out; dependencies as in the mean field.
 *
 * @throws RangeError naming a parameter (exitValue with a third platform, an infinite dependencyWeight) or points.
 */
export function potential(given: SomeParameters = {}, {points = 201}: {points?: number} = {}): Potential {
  const p = checkParameters(given);
  if (p.exitValue !== -Infinity) throw new RangeError(`exitValue is ${p.exitValue}, but must be -Infinity here`);
  if (p.dependencyWeight === Infinity) throw new RangeError("dependencyWeight is Infinity, but must be finite here");
  checkWhole("points", points, 2, 1e5);
  const {smooth} = slopeParts(p);
  const share = Float64Array.from({length: points}, (_, i) => i / (points - 1));
  const height = new Float64Array(points);
  // Fine enough for the bends of the logits, which are T / (2J + …) wide.
  const parts = Math.ceil((4 + bends(p)) / (points - 1)) * 8;
  let sum = 0;
  let before = smooth(0);
  for (let i = 1; i < points; ++i) {
    const low = share[i - 1]!;
    const step = (share[i]! - low) / parts;
    for (let j = 0; j < parts; ++j) {
      const left = low + j * step;
      const here = smooth(left + step);
      sum += (step / 6) * (before + 4 * smooth(left + step / 2) + here);
      before = here;
    }
    height[i] = sum + entropy(share[i]!);
  }
  const lowest = height.reduce((a, b) => Math.min(a, b));
  return {share, height: height.map((v) => v - lowest)};
}
