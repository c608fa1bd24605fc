import {checkBetween, checkNumber, checkWhole} from "../check.js";
import {advantageAt, spinodal} from "./equilibrium.js";
import {at, startRun} from "./flow.js";
import {checkParameters, type Parameters, type SomeParameters} from "./parameters.js";
import {slowLoop} from "./slowLoop.js";

/** How to sweep the advantage. */
export interface SweepOptions {
  /** Years that one sweep takes, up or down; ∞ (the default) for so slow that the crowd is always at rest. */
  years?: number;
  /** The advantages to sweep between; by default the spinodal with half its width on either side. */
  range?: readonly [low: number, high: number];
  /** Places on each way (on each branch of it when infinitely slow). */
  points?: number;
}

/** A hysteresis loop, as a closed line: up from the low end to the high one, and back. */
export interface Hysteresis {
  /** Δq along the loop. */
  advantage: Float64Array;
  /** The share on the new platform along the loop. */
  share: Float64Array;
  /** The index at which the way down begins. */
  turn: number;
  /** ∮ x dΔq over the loop, in utility a year. */
  area: number;
}

/**
 * The loop that the share draws as the advantage is swept up and down again without end. With `years` = ∞ it follows the
 * stable branches and jumps at the spinodal points, and its area is exact to about 1e-10; else the mean field is run
 * through two cycles at that pace and the second is reported. A sunset stands at its full strength.
 *
 * Without two places to rest (J ≤ J_c) the default range is 1 either side of where half the crowd rests.
 *
 * @throws RangeError naming a parameter, years, range or points; exitValue, backlash with enforcement, or an infinite
 * dependencyWeight, with which a sweep has no loop.
 */
export function hysteresis(given: SomeParameters = {}, options: SweepOptions = {}): Hysteresis {
  const p = checkParameters(given);
  if (p.backlash * p.enforcement > 0) checkBetween("backlash", p.backlash, 0, 0);
  const {years = Infinity, points = 201, range = defaultRange(p)} = options;
  if (years !== Infinity) checkBetween("years", years, 0.01, 1e5);
  const [low, high] = range;
  checkBetween("range[0]", low, -200, 200);
  checkNumber("range[1]", high, `a number above range[0], ${low}, and at most 200`, (v) => v > low && v <= 200);
  checkWhole("points", points, 2, 1e5);
  return years === Infinity ? slowLoop(p, low, high, points) : sweptLoop(p, low, high, points, years);
}

function defaultRange(p: Readonly<Parameters>): [number, number] {
  const edges = spinodal(p);
  if (!edges) return [advantageAt(p, 0.5) - 1, advantageAt(p, 0.5) + 1];
  const margin = (edges[1] - edges[0]) / 2;
  return [edges[0] - margin, edges[1] + margin];
}

/** Two cycles of the mean field under a triangular wave of the advantage. */
function sweptLoop(given: Parameters, low: number, high: number, points: number, years: number): Hysteresis {
  const p = checkParameters({...given, sunset: {...given.sunset, belief: 0}});
  const wave = (time: number) => {
    const part = (time / years) % 2;
    return low + (high - low) * (part < 1 ? part : 2 - part);
  };
  const run = startRun(p, wave);
  const advantage = new Float64Array(2 * points);
  const share = new Float64Array(2 * points);
  /** Records one way, and returns ∫ x dt over it. */
  const record = (first: number, start: number) => {
    const before = run.state[at.adopterYears]!;
    for (let i = 0; i < points; ++i) {
      const part = i / (points - 1);
      run.runTo(start + years * part);
      advantage[first + i] = first === 0 ? low + (high - low) * part : high - (high - low) * part;
      share[first + i] = run.state[at.newShare]!;
    }
    return run.state[at.adopterYears]! - before;
  };
  // Each turn ends a step, as the wave has a corner there.
  run.runTo(years);
  run.runTo(2 * years);
  const rising = record(0, 2 * years);
  const falling = record(points, 3 * years);
  return {advantage, share, turn: points, area: ((falling - rising) * (high - low)) / years};
}
