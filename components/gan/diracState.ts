import {
  bestGamma,
  type DiracFate,
  type DiracTraining,
  fateOf,
  multipliers,
  spectralRadius,
  train
} from "../../models/gan/diracDescent.js";
import {type DiracPath, evenTimes, flowPath, linearPath, type SolvedFlow} from "../../models/gan/diracFlow.js";
import {
  type Complex,
  criticalGamma,
  type DiracGame,
  type DiracPoint,
  type DiracScale,
  diracGame,
  distanceOf,
  flowEigenvalues,
  scaleOf
} from "../../models/gan/diracGan.js";
import type {DiracSettings} from "./diracInputs.js";

/** Scaled time that the charts show. */
export const horizon = 60;

/** The weights γ that the slider reaches. */
export const heaviest = 3;

/** All that the charts of the page show. */
export interface DiracState {
  game: DiracGame;
  start: DiracPoint;
  scale: DiracScale;
  /** How far the start is from the equilibrium. */
  distance: number;
  linear: DiracPath;
  flow: DiracPath;
  training: DiracTraining;
  eigenvalues: [Complex, Complex];
  multipliers: [Complex, Complex];
  radius: number;
  fate: DiracFate;
  critical: number;
  best: {gamma: number; radius: number};
  /** The flow once more, by another solver, when it has been worked out. */
  solved: SolvedFlow | undefined;
  /** Whether that could not be done. */
  unsolved: boolean;
}

const times = evenTimes(horizon, 601);

/** Everything the charts show for one setting of the sliders. */
export function diracState({theta, psi, ...given}: DiracSettings): DiracState {
  const game = diracGame(given);
  const scale = scaleOf(game);
  // A start in the equilibrium has no distance to draw.
  const start: DiracPoint = theta === 0 && psi === 0 ? [1e-3, 0] : [theta, psi];
  return {
    game,
    start,
    scale,
    distance: distanceOf(scale, start),
    linear: linearPath(game, start, times),
    flow: flowPath(game, start, times),
    training: train(game, start, Math.floor(horizon / scale.tick + 1e-9)),
    eigenvalues: flowEigenvalues(game),
    multipliers: multipliers(game),
    radius: spectralRadius(game),
    fate: fateOf(game),
    critical: criticalGamma(game),
    best: bestGamma(game, heaviest),
    solved: undefined,
    unsolved: false
  };
}

/** Where a path is at a scaled time; a path of even times, of which the nearest is taken. */
export function at(path: Pick<DiracPath, "theta" | "psi">, share: number): DiracPoint {
  const i = Math.min(path.theta.length - 1, Math.max(0, Math.round(share * (path.theta.length - 1))));
  return [path.theta[i]!, path.psi[i]!];
}

/** Every so-manieth point of a path, and the last, so that at most so many are drawn. */
export function thinned(path: Pick<DiracPath, "theta" | "psi">, most: number): [theta: number, psi: number][] {
  const count = path.theta.length;
  const every = Math.max(1, Math.ceil(count / most));
  const points: [number, number][] = [];
  for (let i = 0; i < count; i += every) points.push([path.theta[i]!, path.psi[i]!]);
  if ((count - 1) % every !== 0) points.push([path.theta[count - 1]!, path.psi[count - 1]!]);
  return points;
}
