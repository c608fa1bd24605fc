import {controls} from "../inputs/controls.js";
import {parameterSlider} from "./parameterSlider.js";

/** What the reader of the bitcreep page may set; the rest stays at the defaults. */
export interface BitcreepState {
  advantage: number;
  networkBenefit: number;
  bitrot: number;
  bitcreep: number;
  shimOld: number;
  shimNew: number;
  initialShare: number;
}

/** The sliders of the page. */
export function bitcreepInputs() {
  return controls({
    bitcreep: parameterSlider("bitcreep"),
    advantage: parameterSlider("advantage"),
    networkBenefit: parameterSlider("networkBenefit", {label: "Network ν"}),
    bitrot: parameterSlider("bitrot"),
    shimOld: parameterSlider("shimOld", {label: "Holdout shim"}),
    shimNew: parameterSlider("shimNew", {label: "Adopter shim"}),
    initialShare: parameterSlider("initialShare")
  });
}
