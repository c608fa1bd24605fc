import {checkBetween, checkWhole} from "../check.js";

/**
 * The smallest of all forgers, after Mescheder, Geiger and Nowozin (2018): what is real is always 0, what is forged is
 * always θ, and the discriminator suspects a number x by ψx. Each network is one number, so that the whole game is a
 * plane, and all that can be asked of it has an exact answer.
 */

/** What the two networks are paid for: f in E f(ψ·forged) + E f(−ψ·real). */
export type DiracLoss = "minimax" | "nonSaturating" | "wasserstein";

/** Whether both networks answer the same opponent, or the generator answers the discriminator as it has just become. */
export type DiracOrder = "simultaneous" | "alternating";

/** All that settles a training but where it starts. */
export interface DiracGame {
  loss: DiracLoss;
  /** The weight γ of the R1 penalty γ/2 · ψ², which the discriminator pays for its slope at the real number. */
  gamma: number;
  /** Learning rates, and how many steps each network takes in one iteration. */
  rateG: number;
  rateD: number;
  stepsG: number;
  stepsD: number;
  order: DiracOrder;
}

/** The generator’s number θ and the discriminator’s ψ. */
export type DiracPoint = readonly [theta: number, psi: number];

/** A number with an imaginary part. */
export interface Complex {
  re: number;
  im: number;
}

/** The game as the page opens: no penalty, small steps at once. */
export const defaultDirac: Readonly<DiracGame> = {
  loss: "minimax",
  gamma: 0,
  rateG: 0.1,
  rateD: 0.1,
  stepsG: 1,
  stepsD: 1,
  order: "simultaneous"
};

/** What each loss asks of the networks: f′ as the generator feels it and as the discriminator does, and f′(0). */
export interface DiracForces {
  slope: number;
  generator(t: number): number;
  discriminator(t: number): number;
}

/** The derivative of −log(1 + e^−t). */
function logistic(t: number): number {
  return 1 / (1 + Math.exp(t));
}

const forces: Record<DiracLoss, DiracForces> = {
  minimax: {slope: 0.5, generator: logistic, discriminator: logistic},
  nonSaturating: {slope: 0.5, generator: (t) => logistic(-t), discriminator: logistic},
  wasserstein: {slope: 1, generator: () => 1, discriminator: () => 1}
};

/** The forces of a loss, as functions of t = θψ. */
export function forcesOf(loss: DiracLoss): DiracForces {
  return forces[loss];
}

/** A game with whatever was left out, checked. @throws RangeError naming the part that is wrong. */
export function diracGame(given: Partial<DiracGame> = {}): DiracGame {
  const game = {...defaultDirac, ...given};
  if (!Object.hasOwn(forces, game.loss))
    throw new RangeError(`loss is ${JSON.stringify(game.loss)}, but must be one of ${Object.keys(forces).join(", ")}`);
  if (game.order !== "simultaneous" && game.order !== "alternating")
    throw new RangeError(`order is ${JSON.stringify(game.order)}, but must be simultaneous or alternating`);
  checkBetween("gamma", game.gamma, 0, 100);
  checkBetween("rateG", game.rateG, 1e-6, 10);
  checkBetween("rateD", game.rateD, 1e-6, 10);
  checkWhole("stepsG", game.stepsG, 1, 100);
  checkWhole("stepsD", game.stepsD, 1, 100);
  return game;
}

/**
 * How the plane is measured where the two networks learn at different paces a = steps × rate of the generator and b of
 * the discriminator. In x = θ/√ρ and y = ψ√ρ with ρ = √(a/b), and in a time of which an iteration takes √(ab), every
 * game flows like one in which both learn at pace 1, with a penalty of weight γ/ρ.
 */
export interface DiracScale {
  ratio: number;
  /** Time that one iteration takes. */
  tick: number;
  /** The weight of the penalty, in these units. */
  gamma: number;
}

/** The scale of a game. */
export function scaleOf({gamma, rateG, rateD, stepsG, stepsD}: DiracGame): DiracScale {
  const [a, b] = [rateG * stepsG, rateD * stepsD];
  const ratio = Math.sqrt(a / b);
  return {ratio, tick: Math.sqrt(a * b), gamma: gamma / ratio};
}

/** A point in the scaled plane. */
export function toScaled({ratio}: DiracScale, [theta, psi]: DiracPoint): [x: number, y: number] {
  return [theta / Math.sqrt(ratio), psi * Math.sqrt(ratio)];
}

/** A point of the scaled plane as θ and ψ. */
export function fromScaled({ratio}: DiracScale, x: number, y: number): [theta: number, psi: number] {
  return [x * Math.sqrt(ratio), y / Math.sqrt(ratio)];
}

/** How far a point is from the equilibrium: √(θ²/ρ + ρψ²), which is √(θ² + ψ²) where both learn at the same pace. */
export function distanceOf(scale: DiracScale, point: DiracPoint): number {
  return Math.hypot(...toScaled(scale, point));
}

/** The roots of z² − trace·z + det, of which the first is the greater, or has the positive imaginary part. */
export function rootsOf(trace: number, det: number): [Complex, Complex] {
  const half = trace / 2;
  const square = half * half - det;
  if (square < 0) {
    const im = Math.sqrt(-square);
    return [
      {re: half, im},
      {re: half, im: -im}
    ];
  }
  // The root that is nearer to zero follows from the other one: their difference would lose its digits.
  const far = half >= 0 ? half + Math.sqrt(square) : half - Math.sqrt(square);
  const near = far === 0 ? 0 : det / far;
  const [high, low] = far >= near ? [far, near] : [near, far];
  return [
    {re: high, im: 0},
    {re: low, im: 0}
  ];
}

/**
 * The eigenvalues −γ/2 ± √(γ²/4 − f′(0)²) of the flow about the equilibrium, in the scaled time of `scaleOf`; ±i/2
 * without a penalty for the losses whose f′(0) is ½.
 */
export function flowEigenvalues(game: DiracGame): [Complex, Complex] {
  const {slope} = forcesOf(game.loss);
  return rootsOf(-scaleOf(game).gamma, slope * slope);
}

/** How fast the flow nears the equilibrium in the end: e^−rate per unit of scaled time. */
export function flowRate(game: DiracGame): number {
  return -flowEigenvalues(game)[0].re || 0;
}

/** The weight at which the pair of eigenvalues meets and becomes real: the flow is fastest there, and turns no more. */
export function criticalGamma(game: DiracGame): number {
  return 2 * forcesOf(game.loss).slope * scaleOf(game).ratio;
}
