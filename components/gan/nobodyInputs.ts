import {nobodyDefaults} from "../../models/gan/nobody.js";
import {choice, controls, slider} from "../inputs/controls.js";
import type {Scaling} from "./faceCanvas.js";

/** The bar of the page: how daring the forger is, how long a face stays, how far a mutation goes. */
export function nobodyInputs() {
  return controls(
    {
      psi: slider({label: "Truncation ψ", min: 0, max: 1.2, step: 0.05, value: nobodyDefaults.psi}),
      seconds: slider({label: "A new face every", min: 5, max: 60, step: 1, value: 15, suffix: " s"}),
      mutation: slider({label: "Size of a mutation", min: 0.05, max: 1, step: 0.05, value: 0.25}),
      pixels: choice<Scaling>({label: "Pixels", options: {smooth: "smooth", square: "square"}, value: "smooth"})
    },
    {label: "Faces"}
  );
}

export type NobodySettings = ReturnType<typeof nobodyInputs>["value"];
