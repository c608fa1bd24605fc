import type {SomeParameters} from "../../models/migration/parameters.js";
import {withCoupling} from "../../models/migration/withCoupling.js";
import {controls, slider} from "../inputs/controls.js";
import {parameterSlider} from "./parameterSlider.js";

/** The war of the miniatures. */
export interface ClaimsState {
  coupling: number;
  advantage: number;
  switchingCost: number;
}

/** The sliders of the page. */
export function claimsInputs() {
  return controls({
    coupling: slider({label: "Coupling J", min: 0, max: 6, step: 0.1, value: 3}),
    advantage: parameterSlider("advantage"),
    switchingCost: parameterSlider("switchingCost")
  });
}

/** The whole war: ν, ρ and κ keep the proportions of the defaults. */
export function claimsWar({coupling, advantage, switchingCost}: ClaimsState): SomeParameters {
  return withCoupling({advantage, switchingCost}, coupling);
}
