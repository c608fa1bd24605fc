import {miseryEnd} from "../../models/migration/misery.js";
import {checkParameters, type Parameters, type SomeParameters} from "../../models/migration/parameters.js";
import {signed} from "./format.js";

/** A world of the bitcreep page: the reader's own, or the same with bitcreep switched off. */
export interface World {
  name: string;
  p: Readonly<Parameters>;
}

/** The reader's world and the one without bitcreep, side by side on all charts of the page. */
export function worlds(given: SomeParameters): [World, World] {
  const p = checkParameters(given);
  return [
    {name: `with bitcreep, κ = ${signed(p.bitcreep)}`, p},
    {name: "bitcreep switched off, κ = 0", p: checkParameters({...p, bitcreep: 0})}
  ];
}

/** Below this width the two worlds stand above each other. */
export const narrow = 640;

/** Channels that put a mark into the panel of its world. */
export function panels(width: number): {fx: "world"} | {fy: "world"} {
  return width < narrow ? {fy: "world"} : {fx: "world"};
}

/** Scales of the panels: no axis, since each panel says what it is. */
export function panelScales(names: readonly string[], width: number) {
  const scale = {domain: names, label: null, axis: null, padding: width < narrow ? 0.16 : 0.08};
  return width < narrow ? {fy: scale} : {fx: scale};
}

/** What either side can have, least and most, in both worlds, with room for labels: the axis that all panels share. */
export function gainDomain([{p}]: readonly [World, World]): [number, number] {
  const pull = (shim: number) => p.networkBenefit + p.bitrot + p.bitcreep * (1 - shim);
  const least = Math.min(0, p.advantage - pull(p.shimNew), -pull(p.shimOld));
  const most = Math.max(0, p.advantage);
  const room = 0.09 * Math.max(most - least, 1);
  return [least - room, most + 1.6 * room];
}

const ends = new Map<string, ReturnType<typeof miseryEnd>>();

/** `miseryEnd` with a memory: charts, key number and summary all ask for it at each move of a slider. */
export function endOf(given: SomeParameters): ReturnType<typeof miseryEnd> {
  const key = JSON.stringify(checkParameters(given));
  const known = ends.get(key);
  if (known) return known;
  if (ends.size > 50) ends.clear();
  const found = miseryEnd(given);
  ends.set(key, found);
  return found;
}
