import {checkBetween, checkNumber, checkWhole} from "../check.js";
import {equilibriumCurve} from "./equilibriumCurve.js";
import {checkParameters, type SomeParameters} from "./parameters.js";
import {restingShare} from "./restingShare.js";
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
  const share = restingShare({...p, advantage: from.advantage}, from.share);
  const logit = Math.log(share) - Math.log1p(-share);
  // So deep in a corner that a logit has no finite value, there is no branch to leave.
  if (to === from.advantage || !Number.isFinite(logit)) return {advantage: [to], share: [share]};
  const path = follow(equilibriumCurve(p), logit, to, to > from.advantage ? 1 : -1, points);
  return {advantage: path.advantage, share: path.share};
}
