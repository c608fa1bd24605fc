import {choice, controls, slider} from "../inputs/controls.js";
import type {Scaling} from "./faceCanvas.js";

/** The bar of the page: truncation, noise, and how pixels are enlarged. */
export function samplingInputs() {
  return controls({
    psi: slider({label: "Truncation ψ", min: -1, max: 1.2, step: 0.05, value: 0.7}),
    noise: choice<"on" | "off">({label: "Noise", options: {on: "on", off: "off"}, value: "on"}),
    pixels: choice<Scaling>({label: "Pixels", options: {smooth: "smooth", square: "square"}, value: "smooth"})
  });
}

export type SamplingSettings = ReturnType<typeof samplingInputs>["value"];
