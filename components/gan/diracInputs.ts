import type {DiracLoss, DiracOrder} from "../../models/gan/diracGan.js";
import {type Controls, choice, controls, slider} from "../inputs/controls.js";

/** What the sliders of the page settle: the game, and where it starts. */
export interface DiracSettings {
  gamma: number;
  rateG: number;
  rateD: number;
  stepsG: number;
  stepsD: number;
  theta: number;
  psi: number;
  order: DiracOrder;
  loss: DiracLoss;
}

/** The page as it opens. */
export const defaultSettings: Readonly<DiracSettings> = {
  gamma: 0,
  rateG: 0.1,
  rateD: 0.1,
  stepsG: 1,
  stepsD: 1,
  theta: 1,
  psi: 0,
  order: "simultaneous",
  loss: "minimax"
};

/** The slider bar of the page. */
export function diracInputs(): Controls<DiracSettings> {
  const {gamma, rateG, rateD, stepsG, stepsD, theta, psi, order, loss} = defaultSettings;
  const rate = {min: 0.01, max: 1, step: 0.01};
  const steps = {min: 1, max: 5, step: 1};
  const start = {min: -3, max: 3, step: 0.05};
  return controls(
    {
      gamma: slider({label: "R1 penalty γ", min: 0, max: 3, step: 0.01, value: gamma}),
      rateG: slider({label: "Rate of generator", ...rate, value: rateG}),
      rateD: slider({label: "Rate of discriminator", ...rate, value: rateD}),
      theta: slider({label: "Start θ", ...start, value: theta}),
      psi: slider({label: "Start ψ", ...start, value: psi}),
      stepsG: slider({label: "Steps of generator", ...steps, value: stepsG}),
      stepsD: slider({label: "Steps of discriminator", ...steps, value: stepsD}),
      order: choice<DiracOrder>({
        label: "Steps are",
        options: {simultaneous: "simultaneous", alternating: "alternating"},
        value: order
      }),
      loss: choice<DiracLoss>({
        label: "Loss",
        options: {minimax: "minimax", nonSaturating: "non-saturating", wasserstein: "Wasserstein"},
        value: loss
      })
    },
    {label: "The game"}
  );
}
