import {checkBetween, checkNumber, checkWhole} from "../check.js";
import {restsOn} from "./equilibrium.js";
import {equilibriumCurve} from "./equilibriumCurve.js";
import {checkParameters, type SomeParameters} from "./parameters.js";
import {logistic} from "./rates.js";
import {follow} from "./slowLoop.js";

/** A line in the plane of advantage and share. */
export interface SlowPath {
  advantage: number[];
  share: number[];
}

/**
 * The line that a crowd draws while the advantage is moved, so slowly that it is always at rest: along its branch, with a
 * jump wherever the branch ends. It begins where a crowd at `from.share` rests.
 *
 * @throws RangeError naming a parameter (exitValue with a third platform, an infinite dependencyWeight), from or to.
 */
export function slowPath(
  given: SomeParameters,
  from: {advantage: number; share: number},
  to: number,
  {points = 24}: {points?: number} = {}
): SlowPath {
  const p = checkParameters(given);
  checkNumber("dependencyWeight", p.dependencyWeight, "finite here");
  checkBetween("from.advantage", from.advantage, -100, 100);
  checkBetween("from.share", from.share, 0, 1);
  checkBetween("to", to, -100, 100);
  checkWhole("points", points, 2, 1e4);
  const curve = equilibriumCurve(p);
  // As `restingShare`, but by the logit, which has more to say of a share next to 0 or 1.
  const rests = restsOn(curve, from.advantage);
  const passed = rests.findLastIndex(({logit, stable}) => !stable && logistic(logit) <= from.share);
  const {logit} = rests[passed + 1]!;
  if (to === from.advantage) return {advantage: [to], share: [logistic(logit)]};
  const path = follow(curve, logit, to, to > from.advantage ? 1 : -1, points);
  return {advantage: path.advantage, share: path.share};
}
