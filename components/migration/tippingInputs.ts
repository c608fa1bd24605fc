import type {ScalarName} from "../../models/migration/parameterInfo.js";
import {presets} from "../../models/migration/parameters.js";
import {type Controls, controls, slider} from "../inputs/controls.js";
import {parameterSlider} from "./parameterSlider.js";

/** The sliders beside the landscape. The page opens on a war that is stuck, as one with a pass has more to show. */
const leverNames = [
  "advantage",
  "networkBenefit",
  "bitrot",
  "bitcreep",
  "switchingCost",
  "noise",
  "initialShare"
] as const satisfies ScalarName[];

/** The sliders beside the phase diagram: they move the landscape too. */
const extraNames = ["shimOld", "shimNew", "subsidy", "enforcement"] as const satisfies ScalarName[];

export type Levers = Record<(typeof leverNames)[number], number>;
export type Extras = Record<(typeof extraNames)[number], number>;

/**
 * The slider bar of the page. A point picked in the phase diagram keeps two digits, and the
 * parts of J reach up to the greatest J that the diagram has. */
export function leverInputs(): Controls<Levers> {
  return controls(
    {
      advantage: parameterSlider("advantage", {value: presets.stuck.advantage, decimals: 2}),
      networkBenefit: parameterSlider("networkBenefit", {max: 6, decimals: 2}),
      bitrot: parameterSlider("bitrot", {max: 6, decimals: 2}),
      bitcreep: parameterSlider("bitcreep", {max: 6, decimals: 2}),
      switchingCost: parameterSlider("switchingCost", {decimals: 2}),
      noise: parameterSlider("noise", {decimals: 2}),
      initialShare: parameterSlider("initialShare", {decimals: 3})
    },
    {label: "The war"}
  );
}

export function extraInputs(): Controls<Extras> {
  return controls(
    {
      shimOld: parameterSlider("shimOld", {decimals: 2}),
      shimNew: parameterSlider("shimNew", {decimals: 2}),
      subsidy: parameterSlider("subsidy", {decimals: 2}),
      enforcement: parameterSlider("enforcement", {decimals: 2})
    },
    {label: "Shims, subsidy and enforcement"}
  );
}

/** The pace of the sweep through the hysteresis loop. */
export function sweepInputs(): Controls<{sweepYears: number}> {
  return controls(
    {sweepYears: slider({label: "One sweep takes", min: 2, max: 200, step: 1, value: 20, suffix: " yr"})},
    {label: "The sweep"}
  );
}

/** The size of the crowd for whom the passage is exact. */
export function crowdInputs(): Controls<{agents: number}> {
  return controls({agents: slider({label: "Agents N", min: 5, max: 400, step: 1, value: 100})}, {label: "The crowd"});
}

/** Every parameter that has a slider on the page. */
export const sliderNames: readonly ScalarName[] = [...leverNames, ...extraNames];

/** Sets the sliders of both bars to a war. */
export function setWar(
  levers: Controls<Levers>,
  extras: Controls<Extras>,
  values: Readonly<Record<string, number>>
): void {
  const some = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, values[name]]));
  extras.set(some(extraNames));
  levers.set(some(leverNames));
}
