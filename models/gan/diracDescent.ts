import {checkWhole} from "../check.js";
import {type Complex, type DiracGame, type DiracPoint, distanceOf, forcesOf, rootsOf, scaleOf} from "./diracGan.js";

/** The Dirac-GAN as it is trained: gradient descent, step by step. */

/** One iteration: each network takes its steps, against the same opponent or the generator against the new one. */
export function descend(game: DiracGame): (point: DiracPoint) => [theta: number, psi: number] {
  const {gamma, rateG, rateD, stepsG, stepsD, order} = game;
  const {generator, discriminator} = forcesOf(game.loss);
  return ([theta0, psi0]) => {
    let psi = psi0;
    for (let i = 0; i < stepsD; ++i) psi += rateD * (theta0 * discriminator(theta0 * psi) - gamma * psi);
    const opponent = order === "alternating" ? psi : psi0;
    let theta = theta0;
    for (let i = 0; i < stepsG; ++i) theta -= rateG * opponent * generator(theta * opponent);
    return [theta, psi];
  };
}

/** A training: θ and ψ after 0, 1, 2 … iterations, and the scaled time at which each is reached. */
export interface DiracTraining {
  time: Float64Array;
  theta: Float64Array;
  psi: Float64Array;
  distance: Float64Array;
  /** Whether it ran away and was stopped. */
  lost: boolean;
}

/** A distance from which no training comes back. */
const beyond = 1e6;

/** So many iterations from a start, or fewer if it runs away. */
export function train(game: DiracGame, start: DiracPoint, iterations: number): DiracTraining {
  checkWhole("iterations", iterations, 0, 1e6);
  const scale = scaleOf(game);
  const next = descend(game);
  const theta = new Float64Array(iterations + 1);
  const psi = new Float64Array(iterations + 1);
  const distance = new Float64Array(iterations + 1);
  let point: DiracPoint = start;
  let count = 0;
  let lost = false;
  for (let i = 0; i <= iterations && !lost; ++i) {
    if (i > 0) point = next(point);
    const far = distanceOf(scale, point);
    if (!(far <= beyond)) lost = true;
    else {
      [theta[i], psi[i]] = point;
      distance[i] = far;
      ++count;
    }
  }
  return {
    time: Float64Array.from({length: count}, (_, i) => i * scale.tick),
    theta: theta.subarray(0, count),
    psi: psi.subarray(0, count),
    distance: distance.subarray(0, count),
    lost
  };
}

/** The Jacobian of one iteration at the equilibrium, row by row: [θ←θ, θ←ψ, ψ←θ, ψ←ψ]. */
export function jacobian(game: DiracGame): [number, number, number, number] {
  const {gamma, rateG, rateD, stepsG, stepsD, order} = game;
  const {slope} = forcesOf(game.loss);
  const push = rateG * stepsG * slope;
  const keep = 1 - rateD * gamma;
  // What is left of ψ after its steps, and how much of θ they have added to it.
  let left = 1;
  let pull = 0;
  for (let i = 0; i < stepsD; ++i) {
    left *= keep;
    pull = pull * keep + rateD * slope;
  }
  return order === "simultaneous" ? [1, -push, pull, left] : [1 - push * pull, -push * left, pull, left];
}

/** The eigenvalues of that Jacobian: by what each iteration multiplies, near the equilibrium. */
export function multipliers(game: DiracGame): [Complex, Complex] {
  const {order, rateD, gamma, stepsD} = game;
  const [tt, tp, pt, pp] = jacobian(game);
  // Alternating steps each leave one of the two as it is, so their determinant is known without a difference.
  const det = order === "alternating" ? (1 - rateD * gamma) ** stepsD : tt * pp - tp * pt;
  return rootsOf(tt + pp, det);
}

/** The greatest |μ|: above 1 the training leaves the equilibrium, below 1 it arrives. */
export function spectralRadius(game: DiracGame): number {
  const [{re, im}, other] = multipliers(game);
  // A pair’s product is its determinant; at |μ| = 1 a root of squares would miss it by a rounding.
  if (im !== 0) return Math.sqrt(re * re + im * im);
  return Math.max(Math.abs(re), Math.abs(other.re));
}

/** What becomes of a training that starts near the equilibrium. */
export type DiracFate = "spirals in" | "walks in" | "circles" | "spirals out" | "runs away";

/** The fate of a training, by its multipliers. */
export function fateOf(game: DiracGame): DiracFate {
  const radius = spectralRadius(game);
  const turns = multipliers(game)[0].im !== 0;
  if (Math.abs(radius - 1) < 1e-12) return "circles";
  if (radius < 1) return turns ? "spirals in" : "walks in";
  return turns ? "spirals out" : "runs away";
}

/** How fast the iteration nears the equilibrium, per unit of scaled time as `flowRate`; negative where it leaves. */
export function descentRate(game: DiracGame): number {
  const radius = spectralRadius(game);
  return radius === 0 ? Number.POSITIVE_INFINITY : -Math.log(radius) / scaleOf(game).tick;
}

/** The weight of the penalty, up to `most`, with which the iteration is fastest, and its |μ|. */
export function bestGamma(game: DiracGame, most = 3): {gamma: number; radius: number} {
  const radius = (gamma: number) => spectralRadius({...game, gamma});
  const cells = 600;
  let at = 0;
  for (let i = 1; i <= cells; ++i) if (radius((most * i) / cells) < radius((most * at) / cells)) at = i;
  let low = (most * Math.max(0, at - 1)) / cells;
  let high = (most * Math.min(cells, at + 1)) / cells;
  const golden = (Math.sqrt(5) - 1) / 2;
  while (high - low > 1e-10) {
    const a = high - golden * (high - low);
    const b = low + golden * (high - low);
    if (radius(a) < radius(b)) high = b;
    else low = a;
  }
  const gamma = (low + high) / 2;
  return {gamma, radius: radius(gamma)};
}

/**
 * The least weight that tames the iteration: below it training leaves the equilibrium, above it arrives, as long as no
 * step overshoots. Where both move at once, that is a f′(0)² with the generator’s pace a = steps × rate. For with what
 * is left of ψ, kⁿ where k = 1 − rate × γ, the Jacobian’s determinant is kⁿ + a f′(0)² (1 − kⁿ) / γ, and that is below 1
 * just where γ is above a f′(0)²; nothing else can fail while the discriminator’s rate × γ is below 2. Alternating steps
 * need none while the product of both paces and f′(0)² is below 4.
 */
export function leastGamma({loss, rateG, stepsG, order}: DiracGame): number {
  return order === "alternating" ? 0 : rateG * stepsG * forcesOf(loss).slope ** 2;
}
