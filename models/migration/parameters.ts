import {checkNumber} from "../check.js";
import {type ParameterInfo, parameterInfo, type ScalarName, sunsetInfo} from "./parameterInfo.js";

/** A date from which staying behind costs more. */
export interface Sunset {
  /** S: what a holdout loses by staying once the date has come, in utility a year; 0 for no date. */
  strength: number;
  /** t_s: when it comes, in years from the start. */
  year: number;
  /** r: how fast belief in it fades with distance, per year: 0 is full belief from the start, ∞ none before the date. */
  belief: number;
}

/** The migration game. Utilities are flows, in the unit of the noise; shares lie between 0 and 1. */
export interface Parameters extends Record<ScalarName, number> {
  sunset: Readonly<Sunset>;
}

/** Any part of the parameters; what is left out takes its default. */
export type SomeParameters = Readonly<Partial<Record<ScalarName, number>> & {sunset?: Readonly<Partial<Sunset>>}>;

const checked = new WeakSet<object>();

function checkOne(name: string, value: number, {range, also}: ParameterInfo): number {
  const [low, high] = range;
  const text = `a number between ${low} and ${high}${also === undefined ? "" : `, or ${also}`}`;
  return value === also ? value : checkNumber(name, value, text, (v) => v >= low && v <= high);
}

function complete(given: SomeParameters, base: Record<ScalarName, number>, sunsetBase: Sunset): Readonly<Parameters> {
  const sunset = {...sunsetBase, ...given.sunset};
  for (const name of Object.keys(sunsetInfo) as (keyof Sunset)[])
    checkOne(`sunset.${name}`, sunset[name], sunsetInfo[name]);
  const p: Parameters = {...base, sunset: Object.freeze(sunset)};
  for (const name of Object.keys(parameterInfo) as ScalarName[])
    p[name] = checkOne(name, given[name] ?? base[name], parameterInfo[name]);
  checked.add(Object.freeze(p));
  return p;
}

/**
 * The default war: two like platforms of which the new one is better by 1, with costs and noise of 1, begun by one
 * in twenty. It is won, after ten years of trouble.
 */
export const defaults: Readonly<Parameters> = complete(
  {},
  Object.fromEntries(Object.entries(parameterInfo).map(([name, {value}]) => [name, value])) as Record<
    ScalarName,
    number
  >,
  {strength: sunsetInfo.strength.value, year: sunsetInfo.year.value, belief: sunsetInfo.belief.value}
);

/** Wars by how they end, one for each answer of `phase`. */
export const presets = {
  /** The gain is real but too small to tip the crowd. */
  stuck: {advantage: 0.75},
  /** Just past the tipping point: the new platform wins slowly, at great cost. */
  prolonged: {},
  /** A gain that nobody can miss. */
  fast: {advantage: 1.5},
  /** Full shims on both sides take away the reason to agree: two platforms share the crowd for good. */
  split: {networkBenefit: 0.6, bitrot: 0.3, bitcreep: 2.1, advantage: 0.25, shimOld: 1, shimNew: 1}
} as const satisfies Record<string, SomeParameters>;

/**
 * The whole set of parameters, frozen: those given over the defaults, `sunset` field by field.
 *
 * @throws RangeError naming the first field out of range, its value and the range.
 */
export function checkParameters(given: SomeParameters = {}): Readonly<Parameters> {
  // Models call each other with sets that have passed once; those need no second look.
  return checked.has(given) ? (given as Parameters) : complete(given, defaults, defaults.sunset);
}
