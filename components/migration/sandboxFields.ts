import {type ScalarName, sunsetInfo} from "../../models/migration/parameterInfo.js";
import {checkParameters, type Parameters, type Sunset} from "../../models/migration/parameters.js";
import {flatten, unflatten} from "../../models/migration/warCode.js";
import {type SliderOptions, slider} from "../inputs/slider.js";
import {parameterSlider} from "./parameterSlider.js";

/** The name of a field of the sandbox: that of a parameter, `sunset.year` and the like included. */
export type SandboxField = ScalarName | `sunset.${keyof Sunset}`;

/** What the sliders of the sandbox say, by name. */
export type SandboxValues = Record<SandboxField, number>;

/** The parameters at hand, and those in folds. Each parameter has its place. */
export const essentials = [
  "advantage",
  "networkBenefit",
  "bitrot",
  "bitcreep",
  "switchingCost",
  "noise",
  "pace",
  "initialShare"
] as const satisfies SandboxField[];

export const folds = [
  {name: "Shims, neighbours", fields: ["shimOld", "shimNew", "locality", "dependencyWeight", "rotLag"]},
  {
    name: "Pressure, help",
    fields: ["enforcement", "backlash", "subsidy", "sunset.strength", "sunset.year", "sunset.belief"]
  },
  {name: "Leaving", fields: ["exitValue", "quality"]}
] as const satisfies {name: string; fields: SandboxField[]}[];

function sunsetSlider(name: keyof Sunset, change: Partial<SliderOptions> = {}): SliderOptions {
  const {label, symbol, unit, value, slider: range} = sunsetInfo[name];
  const [min, max, step] = range;
  const suffix = unit === "yr" ? " yr" : unit === "1/yr" ? " / yr" : "";
  return slider({label: `${label} ${symbol}`, min, max, step, value, suffix, ...change});
}

/** Parameters whose slider has one notch more, for the value that is on no scale. */
const beyond: Partial<Record<SandboxField, Partial<SliderOptions>>> = {
  dependencyWeight: {beyond: {end: "high", value: Infinity, text: "hard gate"}},
  exitValue: {value: -Infinity, beyond: {end: "low", value: -Infinity, text: "none"}},
  "sunset.belief": {beyond: {end: "high", value: Infinity, text: "total"}}
};

function fieldOf(name: SandboxField): SliderOptions {
  const field = name.startsWith("sunset.")
    ? sunsetSlider(name.slice(7) as keyof Sunset, beyond[name])
    : parameterSlider(name as ScalarName, beyond[name]);
  // A label is plain text: subscripts as far as there are letters for them.
  return {...field, label: field.label.replace("_s", "ₛ").replace("_", "")};
}

/** A slider for every parameter, in the order of the page. */
export function sandboxFields(): Record<SandboxField, SliderOptions> {
  const names: SandboxField[] = [...essentials, ...folds.flatMap(({fields}) => [...fields])];
  return Object.fromEntries(names.map((name) => [name, fieldOf(name)])) as Record<SandboxField, SliderOptions>;
}

/** The parameters that the sliders stand for. */
export function parametersOf(values: SandboxValues): Readonly<Parameters> {
  return checkParameters(unflatten(values));
}

/** The sliders that stand for some parameters. */
export function valuesOf(p: Readonly<Parameters>): SandboxValues {
  return flatten(p) as SandboxValues;
}
