import {checkWhole} from "../check.js";
import {criticalCoupling, spinodal} from "./equilibrium.js";
import {equilibriumCurve} from "./equilibriumCurve.js";
import {checkParameters, type SomeParameters} from "./parameters.js";
import {along, atPoint, checkAxes, isOn, type PhaseAxisName, phaseAxes} from "./phaseAxes.js";
import type {PhaseGrid} from "./phaseMap.js";
import {logistic} from "./rates.js";

/** A line that theory draws over a diagram. */
export interface PhaseCurve {
  /** `low` and `high` ends of the advantages with two places to rest, J_c, or the shares at rest. */
  kind: "low" | "high" | "critical" | "rest";
  points: [x: number, y: number][];
}

/**
 * The exact lines over a diagram of which an axis is the advantage or the coupling: where the second place to rest comes
 * and goes, and the least coupling at which there can be one. Empty for other axes.
 *
 * @throws RangeError as `phaseRow`.
 */
export function phaseCurves(given: SomeParameters, {x, y}: Pick<PhaseGrid, "x" | "y">, points = 121): PhaseCurve[] {
  checkAxes(x, y);
  checkWhole("points", points, 2, 10_000);
  const p = checkParameters(given);
  const place = (name: PhaseAxisName, own: number, other: number): [number, number] =>
    x === name ? [own, other] : [other, own];
  const inside = ({kind, points: all}: PhaseCurve): PhaseCurve => ({
    kind,
    points: all.filter(([a, b]) => isOn(phaseAxes[x], a) && isOn(phaseAxes[y], b))
  });
  const curves: PhaseCurve[] = [];
  if (x === "advantage" || y === "advantage") {
    const other = x === "advantage" ? y : x;
    if (other === "initialShare") {
      const {at} = equilibriumCurve(p);
      const logits = Array.from({length: 4 * points}, (_, i) => -7 + (14 * i) / (4 * points - 1));
      curves.push({kind: "rest", points: logits.map((l) => place("advantage", at(l), logistic(l)))});
    } else {
      const low: PhaseCurve = {kind: "low", points: []};
      const high: PhaseCurve = {kind: "high", points: []};
      for (let i = 0; i < points; ++i) {
        const value = along(phaseAxes[other], i / (points - 1));
        const edges = spinodal(atPoint(p, {[other]: value}));
        if (!edges) continue;
        low.points.push(place("advantage", edges[0], value));
        high.points.push(place("advantage", edges[1], value));
      }
      curves.push(low, high);
    }
  }
  if (x === "coupling" || y === "coupling") {
    const other = x === "coupling" ? y : x;
    const critical = Array.from({length: points}, (_, i): [number, number] => {
      const value = along(phaseAxes[other], i / (points - 1));
      return place("coupling", criticalCoupling(atPoint(p, {[other]: value})), value);
    });
    curves.push({kind: "critical", points: critical});
  }
  return curves.map(inside).filter((curve) => curve.points.length > 1);
}
