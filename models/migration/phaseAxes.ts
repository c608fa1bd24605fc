import {parameterInfo, type ScalarName} from "./parameterInfo.js";
import {checkParameters, type Parameters, type SomeParameters} from "./parameters.js";
import {coupling} from "./payoff.js";
import {withCoupling} from "./withCoupling.js";

/** What an axis of a phase diagram may be: a parameter, or J, which scales ν, ρ and κ together. */
export type PhaseAxisName =
  | "advantage"
  | "coupling"
  | "switchingCost"
  | "noise"
  | "initialShare"
  | "shimOld"
  | "shimNew"
  | "subsidy"
  | "enforcement";

/** An axis that a diagram offers, and from where to where. */
export interface PhaseAxis {
  label: string;
  symbol: string;
  unit: string;
  range: readonly [low: number, high: number];
}

const fromInfo = (name: ScalarName, range?: readonly [number, number]): PhaseAxis => {
  const {label, symbol, unit, slider} = parameterInfo[name];
  return {label, symbol, unit, range: range ?? [slider[0], slider[1]]};
};

/** Every axis on offer, in the order in which a page should offer them. */
export const phaseAxes: Readonly<Record<PhaseAxisName, PhaseAxis>> = {
  advantage: fromInfo("advantage", [-1, 3]),
  coupling: {label: "Coupling", symbol: "J", unit: "utility/yr", range: [0, 6]},
  switchingCost: fromInfo("switchingCost"),
  noise: fromInfo("noise"),
  initialShare: fromInfo("initialShare"),
  shimOld: fromInfo("shimOld"),
  shimNew: fromInfo("shimNew"),
  subsidy: fromInfo("subsidy"),
  enforcement: fromInfo("enforcement")
};

export const phaseAxisNames = Object.keys(phaseAxes) as PhaseAxisName[];

/** What a parameter set has on an axis. */
export function axisValue(p: Readonly<Parameters>, name: PhaseAxisName): number {
  return name === "coupling" ? coupling(p) : p[name];
}

/**
 * The parameters moved to a point of a diagram. J is set last, so that it is what the axis says under any shim.
 *
 * @throws RangeError naming a parameter, or strength for a coupling out of range.
 */
export function atPoint(
  given: SomeParameters,
  values: Readonly<Partial<Record<PhaseAxisName, number>>>
): Readonly<Parameters> {
  const {coupling: strength, ...scalars} = values;
  const p = checkParameters({...checkParameters(given), ...scalars});
  return strength === undefined ? p : withCoupling(p, strength);
}

/** The value a part of the way along an axis. */
export function along({range: [low, high]}: PhaseAxis, part: number): number {
  return low + (high - low) * part;
}

/** Whether a value is on an axis. */
export function isOn({range: [low, high]}: PhaseAxis, value: number): boolean {
  return value >= low - 1e-9 && value <= high + 1e-9;
}

/** @throws RangeError naming x or y. */
export function checkAxes(x: PhaseAxisName, y: PhaseAxisName): void {
  for (const [name, axis] of [
    ["x", x],
    ["y", y]
  ] as const)
    if (!Object.hasOwn(phaseAxes, axis))
      throw new RangeError(`${name} is ${axis}, but must be one of ${phaseAxisNames.join(", ")}`);
  if (x === y) throw new RangeError(`y is ${y}, but must be another axis than x`);
}
