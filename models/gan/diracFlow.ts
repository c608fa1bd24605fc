import {checkNumber, checkWhole} from "../check.js";
import {type DiracGame, type DiracPoint, forcesOf, fromScaled, scaleOf, toScaled} from "./diracGan.js";

/** The Dirac-GAN in continuous time: what gradient descent would do with steps too small to see. */

/** A path through the plane: where it is at each of some times. */
export interface DiracPath {
  time: Float64Array;
  theta: Float64Array;
  psi: Float64Array;
  /** The logarithm of the distance from the equilibrium, exact where the distance itself is too small to be told. */
  logDistance: Float64Array;
}

/** Times from 0 to `end`, both included, evenly spread. @throws RangeError naming end or count. */
export function evenTimes(end: number, count: number): Float64Array {
  checkNumber("end", end, "a number of at least 0", (v) => v >= 0);
  checkWhole("count", count, 2);
  return Float64Array.from({length: count}, (_, i) => (end * i) / (count - 1));
}

function path(time: ArrayLike<number>): DiracPath {
  const made = () => new Float64Array(time.length);
  return {time: Float64Array.from(time), theta: made(), psi: made(), logDistance: made()};
}

/**
 * The velocity (dθ, dψ)/dt in scaled time: each network follows its own gradient, at its own pace.
 */
export function diracField(game: DiracGame): (theta: number, psi: number) => [theta: number, psi: number] {
  const {generator, discriminator} = forcesOf(game.loss);
  const {ratio} = scaleOf(game);
  return (theta, psi) => {
    const t = theta * psi;
    return [-ratio * psi * generator(t), (theta * discriminator(t) - game.gamma * psi) / ratio];
  };
}

/**
 * The flow linearised about the equilibrium, in closed form: e^(tA) of a matrix A of two rows is
 * e^(−γt/2) (c·1 + s·(A + γ/2)), with c and s the cosine and sine of its turning or their hyperbolic kin.
 */
export function linearPath(game: DiracGame, start: DiracPoint, times: ArrayLike<number>): DiracPath {
  const scale = scaleOf(game);
  const {slope} = forcesOf(game.loss);
  const half = scale.gamma / 2;
  const [x0, y0] = toScaled(scale, start);
  const square = half * half - slope * slope;
  const turn = Math.sqrt(Math.abs(square));
  const made = path(times);
  for (let i = 0; i < times.length; ++i) {
    const t = times[i]!;
    const angle = turn * t;
    let c: number;
    let s: number;
    // The decay e^(−γt/2) is drawn out of both, so that the hyperbolic functions cannot grow beyond all numbers.
    let shrink = -half * t;
    if (square < 0) {
      c = Math.cos(angle);
      s = angle < 1e-6 ? t : Math.sin(angle) / turn;
    } else {
      const back = Math.exp(-2 * angle);
      shrink += angle;
      c = (1 + back) / 2;
      s = angle < 1e-6 ? t * (1 - angle) : (1 - back) / 2 / turn;
    }
    const x = c * x0 + s * (half * x0 - slope * y0);
    const y = c * y0 + s * (slope * x0 - half * y0);
    const size = Math.exp(shrink);
    [made.theta[i], made.psi[i]] = fromScaled(scale, size * x, size * y);
    made.logDistance[i] = shrink + Math.log(Math.hypot(x, y));
  }
  return made;
}

/** The longest step of the integration, in scaled time. */
const longest = 0.02;

/**
 * The flow itself, by Runge and Kutta’s fourth-order method in polar coordinates: the angle turns and the logarithm of
 * the distance falls. Without a penalty the minimax flow keeps its distance by itself, so it is kept to the last digit.
 */
export function flowPath(game: DiracGame, start: DiracPoint, times: ArrayLike<number>): DiracPath {
  const scale = scaleOf(game);
  const {generator, discriminator} = forcesOf(game.loss);
  const {gamma} = scale;
  const [x0, y0] = toScaled(scale, start);
  const made = path(times);
  let angle = Math.atan2(y0, x0);
  let log = Math.log(Math.hypot(x0, y0));
  const resting = log === Number.NEGATIVE_INFINITY;

  let spin = 0;
  let fall = 0;
  const slopeAt = (phi: number, logR: number) => {
    const cos = Math.cos(phi);
    const sin = Math.sin(phi);
    const t = Math.exp(2 * logR) * cos * sin;
    const g = generator(t);
    const d = discriminator(t);
    spin = cos * cos * d + sin * sin * g - gamma * sin * cos;
    fall = sin * cos * (d - g) - gamma * sin * sin;
  };
  const step = (h: number) => {
    slopeAt(angle, log);
    const [s1, f1] = [spin, fall];
    slopeAt(angle + (h / 2) * s1, log + (h / 2) * f1);
    const [s2, f2] = [spin, fall];
    slopeAt(angle + (h / 2) * s2, log + (h / 2) * f2);
    const [s3, f3] = [spin, fall];
    slopeAt(angle + h * s3, log + h * f3);
    angle += (h / 6) * (s1 + 2 * s2 + 2 * s3 + spin);
    log += (h / 6) * (f1 + 2 * f2 + 2 * f3 + fall);
  };

  let now = 0;
  for (let i = 0; i < times.length; ++i) {
    const span = checkNumber("times", times[i], "a time not before the one before it", (t) => t >= now) - now;
    if (!resting && span > 0) {
      // A heavy penalty is stiff, and far from the equilibrium the forces change fast along the way.
      const swift = 1 + gamma + Math.min(400, Math.exp(2 * log)) / 4;
      const steps = Math.ceil((span / longest) * Math.max(1, swift / 4));
      for (let k = 0; k < steps; ++k) step(span / steps);
    }
    now = times[i]!;
    const r = Math.exp(log);
    [made.theta[i], made.psi[i]] = fromScaled(scale, r * Math.cos(angle), r * Math.sin(angle));
    made.logDistance[i] = log;
  }
  return made;
}

/**
 * Where the flow is after some scaled time, by the same method in θ and ψ themselves, where nothing is kept by
 * construction: what it keeps, the flow keeps.
 */
export function flowPoint(game: DiracGame, start: DiracPoint, end: number, steps: number): DiracPoint {
  checkWhole("steps", steps, 1);
  const field = diracField(game);
  const h = end / steps;
  let [a, b] = start;
  for (let i = 0; i < steps; ++i) {
    const k1 = field(a, b);
    const k2 = field(a + (h / 2) * k1[0], b + (h / 2) * k1[1]);
    const k3 = field(a + (h / 2) * k2[0], b + (h / 2) * k2[1]);
    const k4 = field(a + h * k3[0], b + h * k3[1]);
    a += (h / 6) * (k1[0] + 2 * k2[0] + 2 * k3[0] + k4[0]);
    b += (h / 6) * (k1[1] + 2 * k2[1] + 2 * k3[1] + k4[1]);
  }
  return [a, b];
}

/** The modified Bessel function I₀, by its power series. */
export function besselI0(x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; term > sum * 1e-17; ++k) {
    term *= (x * x) / 4 / (k * k);
    sum += term;
  }
  return sum;
}

/**
 * The scaled time in which the flow without a penalty goes once around at a distance r, for the losses for which it
 * comes back: 2π(1 + I₀(r²/2)) for minimax, 2π for Wasserstein. Null for the non-saturating loss, which spirals in.
 */
export function orbitTime(game: Pick<DiracGame, "loss">, distance: number): number | null {
  if (game.loss === "nonSaturating") return null;
  if (game.loss === "wasserstein") return 2 * Math.PI;
  return 2 * Math.PI * (1 + besselI0((distance * distance) / 2));
}

/** A run of mathjs’s own solver, thinned, and how far it strays from `flowPath` at the most. */
export interface SolvedFlow {
  time: number[];
  theta: number[];
  psi: number[];
  /** Steps that the solver took, and the greatest distance between the two. */
  steps: number;
  apart: number;
}

/** The part of mathjs that is used: it is passed in, so that a page can load it when it first needs it. */
export interface OdeMath {
  solveODE(
    force: (t: number, y: number[]) => number[],
    span: number[],
    start: number[],
    options: object
  ): {t: number[]; y: number[][]};
}

/** The flow once more, by mathjs’s adaptive solver: a second method that has nothing in common with the first. */
export function solvedFlow(game: DiracGame, start: DiracPoint, end: number, math: OdeMath, keep = 120): SolvedFlow {
  const field = diracField(game);
  const {t, y} = math.solveODE((_, [theta, psi]) => field(theta!, psi!), [0, end], [...start], {
    method: "RK45",
    tol: 1e-7,
    maxStep: 0.5,
    maxIter: 200_000
  });
  const ours = flowPath(game, start, t);
  let apart = 0;
  for (let i = 0; i < t.length; ++i)
    apart = Math.max(apart, Math.hypot(y[i]![0]! - ours.theta[i]!, y[i]![1]! - ours.psi[i]!));
  const kept = t.map((_, i) => i).filter((i) => i % Math.max(1, Math.ceil(t.length / keep)) === 0);
  return {
    time: kept.map((i) => t[i]!),
    theta: kept.map((i) => y[i]![0]!),
    psi: kept.map((i) => y[i]![1]!),
    steps: t.length - 1,
    apart
  };
}
