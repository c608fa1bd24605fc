import {type EscapeLaw, escapeLaw} from "../../models/migration/escapeLaw.js";
import {
  criticalCoupling,
  type FixedPoint,
  fixedPoints,
  type Phase,
  phase,
  spinodal
} from "../../models/migration/meanField.js";
import {meanFieldTime} from "../../models/migration/meanFieldTime.js";
import {checkParameters, type Parameters} from "../../models/migration/parameters.js";
import {coupling} from "../../models/migration/payoff.js";
import {restingShare} from "../../models/migration/restingShare.js";
import type {Extras, Levers} from "./tippingInputs.js";

/** What the sliders make of the war: all that the charts of the page have in common. */
export interface TippingState {
  p: Readonly<Parameters>;
  points: FixedPoint[];
  /** J and J_c. */
  strength: number;
  critical: number;
  spinodal: [low: number, high: number] | null;
  /** Where the crowd comes to rest, and the years until nine in ten have moved; ∞ for never. */
  rest: number;
  T90: number;
  phase: Phase;
  law: EscapeLaw | null;
}

/** Years after which a crowd that has not won is said never to. */
export const never = 1e5;

/** The state of the page for a setting of its sliders. */
export function tippingState(values: Levers & Extras): TippingState {
  const p = checkParameters(values);
  const {initialShare: from} = p;
  return {
    p,
    points: fixedPoints(p),
    strength: coupling(p),
    critical: criticalCoupling(p),
    spinodal: spinodal(p),
    rest: restingShare(p, from),
    T90: from >= 0.9 ? 0 : meanFieldTime(p, {from, to: 0.9, within: never}),
    phase: phase(p),
    law: escapeLaw(p)
  };
}
