import {checkBetween} from "../check.js";
import {fixedPoints} from "./equilibrium.js";
import {checkParameters, type SomeParameters} from "./parameters.js";

/**
 * Where a crowd at `share` comes to rest in the mean field: the stable fixed point between the unstable ones on either
 * side of it. A crowd that stands on an unstable one moves up. Sunset in full force.
 *
 * @throws RangeError naming a parameter (exitValue with a third platform), or share.
 */
export function restingShare(given: SomeParameters, share: number): number {
  const p = checkParameters(given);
  checkBetween("share", share, 0, 1);
  const points = fixedPoints(p);
  // Stable and unstable points alternate, so that the first stable one after all passes behind is the one.
  const passed = points.findLastIndex((point) => !point.stable && point.share <= share);
  return points[passed + 1]!.share;
}
