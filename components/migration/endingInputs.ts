import {sunsetInfo} from "../../models/migration/parameterInfo.js";
import {type Controls, choice, controls, slider, type Values} from "../inputs/controls.js";
import {type EndingSettings, planLabels, usual} from "./endingSettings.js";
import {parameterSlider} from "./parameterSlider.js";

const date = (label: string, {slider: [min, max, step]}: typeof sunsetInfo.year, value: number, suffix = "") =>
  slider({label, min, max, step, value, suffix});

/** The slider bar: five for the war, seven for the plans. */
export function endingInputs(): Controls<EndingSettings> {
  return controls(
    {
      advantage: parameterSlider("advantage", {min: 0, max: 2}),
      networkBenefit: parameterSlider("networkBenefit", {label: "Network ν", max: 3}),
      bitrot: parameterSlider("bitrot", {max: 3}),
      bitcreep: parameterSlider("bitcreep", {max: 3}),
      switchingCost: parameterSlider("switchingCost", {label: "Switching k", max: 3}),
      withdrawn: slider({label: "Shims until", min: 0.5, max: 20, step: 0.5, value: usual.withdrawn, suffix: " yr"}),
      "sunset.year": date("Date t_s", sunsetInfo.year, usual["sunset.year"], " yr"),
      "sunset.strength": date("Its push S", sunsetInfo.strength, usual["sunset.strength"]),
      subsidy: parameterSlider("subsidy", {value: usual.subsidy}),
      pledge: slider({
        label: "Pledge θ",
        min: 0,
        max: 1,
        step: 0.01,
        value: usual.pledge,
        factor: 100,
        suffix: " %"
      }),
      enforcement: parameterSlider("enforcement", {value: usual.enforcement}),
      backlash: parameterSlider("backlash", {value: usual.backlash})
    },
    {label: "The war and the plans"}
  );
}

const focusFields = {
  plan: choice<string>({label: "The plan to look at", options: planLabels, value: "believed"})
};

/** Which plan is looked at more closely: `plan` in the address. */
export type EndingFocus = Values<typeof focusFields>;

export function focusInputs(): Controls<EndingFocus> {
  return controls(focusFields, {label: "The plan in focus"});
}
