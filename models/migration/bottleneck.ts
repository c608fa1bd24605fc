import {spinodal} from "./equilibrium.js";
import {equilibriumCurve} from "./equilibriumCurve.js";
import {driftOf, isLine, shareAfter, timeAlong} from "./meanFieldTime.js";
import {checkParameters, type SomeParameters} from "./parameters.js";
import {logistic} from "./rates.js";

/** How long a crowd takes to win just past the spinodal. */
export interface Bottleneck {
  /** h_s: the advantage at which the lower branch ends, and the share of that end. */
  spinodal: number;
  share: number;
  /** Advantage beyond the spinodal, rising on a logarithmic scale, and T90 in years at each. */
  beyond: Float64Array;
  years: Float64Array;
  /** The slope of ln T90 over ln beyond, by least squares over all that lie within `close` of the spinodal. */
  slope: number;
  /** A: the law is A·beyond^−½ years. */
  factor: number;
  /** The share over the years, in steps of `courseStep`, at some distances past the spinodal. */
  courses: {beyond: number; share: Float64Array}[];
}

/** How near to the spinodal the slope is taken. */
export const close = 1e-3;

const least = 1e-6;

/** Distances past the spinodal whose courses are followed, for how many years, and how often they are looked at. */
const followed = [0.5, 0.12, 0.03, 0.01, 0.004];
export const courseYears = 80;
export const courseStep = 0.5;

/**
 * T90 of the mean field from `initialShare` just past the spinodal, beside the law of the bottleneck: where the branch has
 * just gone, ẋ ≈ a·(Δq − h_s) + b·(x − x_s)², and to pass takes π/√(ab(Δq − h_s)) years. Null where there is no spinodal,
 * where the crowd starts past its end, or where the new branch rests below nine in ten.
 *
 * @throws RangeError naming a parameter.
 */
export function bottleneck(given: SomeParameters = {}, {points = 37}: {points?: number} = {}): Bottleneck | null {
  const p = checkParameters(given);
  const edges = isLine(p) ? spinodal(p) : null;
  if (!edges) return null;
  const {at, extremes} = equilibriumCurve(p);
  const share = logistic(extremes.reduce((best, y) => (at(y) > at(best) ? y : best)));
  if (p.initialShare >= share || share >= 0.9) return null;
  const drift = (advantage: number) => driftOf(checkParameters({...p, advantage}));
  const beyond = Float64Array.from({length: points}, (_, i) => least ** (1 - i / (points - 1)));
  const years = beyond.map((d) => timeAlong(drift(edges[1] + d), p.initialShare, 0.9, 1e7));
  if (years[0] === Infinity) return null;
  const near = beyond.findLastIndex((d) => d <= close * (1 + 1e-9)) + 1;
  const d = 1e-4;
  const push = (drift(edges[1] + d)(share) - drift(edges[1] - d)(share)) / (2 * d);
  const here = drift(edges[1]);
  const step = 1e-3 * Math.min(share, 1 - share);
  const bend = (here(share + step) - 2 * here(share) + here(share - step)) / (step * step);
  return {
    spinodal: edges[1],
    share,
    beyond,
    years,
    slope: slopeOf(beyond.subarray(0, near).map(Math.log), years.subarray(0, near).map(Math.log)),
    factor: Math.PI / Math.sqrt((push * bend) / 2),
    courses: followed.map((far) => ({beyond: far, share: courseOf(drift(edges[1] + far), p.initialShare)}))
  };
}

function courseOf(drift: (share: number) => number, from: number): Float64Array {
  const course = new Float64Array(courseYears / courseStep + 1);
  course[0] = from;
  for (let i = 1; i < course.length; ++i) course[i] = shareAfter(drift, course[i - 1]!, courseStep);
  return course;
}

/** The slope of a line by least squares. */
function slopeOf(x: Float64Array, y: Float64Array): number {
  const mean = (a: Float64Array) => a.reduce((sum, v) => sum + v, 0) / a.length;
  const [mx, my] = [mean(x), mean(y)];
  let xy = 0;
  let xx = 0;
  x.forEach((v, i) => {
    xy += (v - mx) * (y[i]! - my);
    xx += (v - mx) ** 2;
  });
  return xy / xx;
}
