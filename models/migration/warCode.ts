import {checkWhole} from "../check.js";
import {type ScalarName, sunsetInfo} from "./parameterInfo.js";
import {checkParameters, defaults, type Parameters, type SomeParameters, type Sunset} from "./parameters.js";

/** Parameters that changed during a war, and the tick at which they did. */
export interface WarChange {
  tick: number;
  values: SomeParameters;
}

/** The parameters by name as an address has them, `sunset.year` and the like included. */
export function flatten({sunset, ...scalars}: SomeParameters): Record<string, number> {
  const flat: Record<string, number> = {...scalars} as Record<string, number>;
  for (const [name, value] of Object.entries(sunset ?? {})) flat[`sunset.${name}`] = value;
  return flat;
}

/**
 * Parameters from names and numbers.
 *
 * @throws RangeError naming a parameter that there is not, or one out of range.
 */
export function unflatten(flat: Readonly<Record<string, number>>): SomeParameters {
  const scalars: Partial<Record<ScalarName, number>> = {};
  const sunset: Partial<Sunset> = {};
  for (const [name, value] of Object.entries(flat)) {
    const field = name.startsWith("sunset.") ? name.slice(7) : "";
    if (field in sunsetInfo) sunset[field as keyof Sunset] = value;
    else if (name !== "sunset" && name in defaults) scalars[name as ScalarName] = value;
    else throw new RangeError(`parameter is "${name}", but must be the name of one`);
  }
  const given = {...scalars, ...(Object.keys(sunset).length > 0 && {sunset})};
  checkParameters(given);
  return given;
}

/** What is different in `next`. */
export function difference(before: Readonly<Parameters>, next: Readonly<Parameters>): SomeParameters {
  const old = flatten(before);
  return unflatten(Object.fromEntries(Object.entries(flatten(next)).filter(([name, value]) => value !== old[name])));
}

/** Adds what changed at a tick, in place of what the same tick changed before. */
export function addChange(changes: readonly WarChange[], {tick, values}: WarChange): WarChange[] {
  const flat = flatten(values);
  if (Object.keys(flat).length === 0) return [...changes];
  const last = changes.at(-1);
  if (last?.tick !== tick) return [...changes, {tick, values}];
  return [...changes.slice(0, -1), {tick, values: unflatten({...flatten(last.values), ...flat})}];
}

/** Changes as text that an address can hold as it is: `250_bitcreep_0*300_advantage_1.5_sunset.year_7`. */
export function encodeChanges(changes: readonly WarChange[]): string {
  return changes.map(({tick, values}) => [tick, ...Object.entries(flatten(values)).flat()].join("_")).join("*");
}

/**
 * Changes from their text; none from an empty one.
 *
 * @throws RangeError naming what makes no sense: a tick, a parameter or a value.
 */
export function decodeChanges(code: string, lastTick: number): WarChange[] {
  if (code === "") return [];
  let before = 0;
  return code.split("*").map((entry) => {
    const [first = "", ...rest] = entry.split("_");
    before = checkWhole("tick", first === "" ? first : Number(first), before, lastTick);
    const flat: Record<string, number> = {};
    for (let i = 0; i < rest.length; i += 2) flat[rest[i]!] = rest[i + 1] ? Number(rest[i + 1]) : Number.NaN;
    return {tick: before, values: unflatten(flat)};
  });
}
