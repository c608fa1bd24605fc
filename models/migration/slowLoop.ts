import {restsOn} from "./equilibrium.js";
import {type EquilibriumCurve, equilibriumCurve} from "./equilibriumCurve.js";
import type {Hysteresis} from "./hysteresis.js";
import type {Parameters} from "./parameters.js";
import {logistic} from "./rates.js";

/** The logit at which the crowd rests at `advantage`: the next stable one from y in direction `way` (1 up, −1 down). */
function restFrom(curve: EquilibriumCurve, advantage: number, y: number, way: 1 | -1): number {
  const stable = restsOn(curve, advantage)
    .filter((point) => point.stable)
    .map((point) => point.logit);
  if (way < 0) stable.reverse();
  // Rounding must not let the place where the crowd rests already count as passed.
  return stable.find((place) => way * (place - y) > -1e-6) ?? stable.at(-1)!;
}

/** ∫ Δq dx along a branch between two logits, by Simpson’s rule in the logit, in which the curve is smooth. */
function underBranch(curve: EquilibriumCurve, from: number, to: number): number {
  const steps = 400;
  const h = (to - from) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; ++i) {
    const y = from + h * i;
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * curve.at(y) * logistic(y) * logistic(-y);
  }
  return (sum * h) / 3;
}

/** One way along a loop: lines for the chart, ∮ Δq dx, and the logit at its end. */
export interface Way {
  advantage: number[];
  share: number[];
  area: number;
  end: number;
}

/** From rest at logit `start` to rest at the advantage `goal`, with a jump at each end of a branch on the way. */
export function follow(curve: EquilibriumCurve, start: number, goal: number, way: 1 | -1, points: number): Way {
  const result: Way = {advantage: [], share: [], area: 0, end: start};
  const edges = way > 0 ? curve.extremes : curve.extremes.toReversed();
  for (;;) {
    const from = result.end;
    const edge = edges.find((e) => way * (e - from) > 1e-9);
    const jumps = edge !== undefined && way * (goal - curve.at(edge)) > 0;
    const to = jumps ? edge : restFrom(curve, goal, from, way);
    for (let i = 0; i < points; ++i) {
      const y = from + ((to - from) * i) / (points - 1);
      result.advantage.push(i === points - 1 && !jumps ? goal : curve.at(y));
      result.share.push(logistic(y));
    }
    result.area += underBranch(curve, from, to);
    result.end = to;
    if (!jumps) return result;
    const level = curve.at(edge);
    // A hair past the edge, where its branch is gone.
    result.end = restFrom(curve, level + way * 1e-12 * (1 + Math.abs(level)), edge, way);
    result.area += level * (logistic(result.end) - logistic(edge));
  }
}

/**
 * The limit of slow sweeps between two advantages, for checked parameters with a finite dependency weight. Integrating
 * Δq over x rather than x over Δq keeps the spinodal points, where dx/dΔq is infinite, out of the area.
 */
export function slowLoop(p: Readonly<Parameters>, low: number, high: number, points: number): Hysteresis {
  const curve = equilibriumCurve(p);
  // The first cycle may start on a branch to which none returns; the second is the loop.
  const first = follow(curve, restFrom(curve, low, -Infinity, 1), high, 1, 2);
  const back = follow(curve, first.end, low, -1, 2);
  const up = follow(curve, back.end, high, 1, points);
  const down = follow(curve, up.end, low, -1, points);
  return {
    advantage: Float64Array.from([...up.advantage, ...down.advantage]),
    share: Float64Array.from([...up.share, ...down.share]),
    turn: up.share.length,
    area: up.area + down.area
  };
}
