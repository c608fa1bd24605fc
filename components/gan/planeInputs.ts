import {mostDrawn, smile, type TargetName} from "../../models/gan/planeTarget.js";
import {type PlaneConfig, type PlaneLoss, planeDefaults} from "../../models/gan/planeTrainer.js";
import {type Controls, choice, controls, slider} from "../inputs/controls.js";

/** The slider bar of the small GAN: its target, and all of its settings but the seed. */
export type PlaneValues = Omit<PlaneConfig, "seed"> & {target: TargetName};

/** A rate that nobody should use: it shows what happens when numbers leave their bounds. */
export const absurdRate = 1e6;

const rate = (label: string, value: number) =>
  slider({
    label,
    min: 0.0001,
    max: 0.02,
    step: 0.0001,
    value,
    factor: 1000,
    suffix: " ‰",
    beyond: {end: "high", value: absurdRate, text: "absurd"}
  });

export const targetLabels: Record<TargetName, string> = {
  ring: "ring",
  grid: "grid",
  spiral: "spiral",
  drawn: "draw your own"
};

export function planeInputs(): Controls<PlaneValues> {
  const {penalty, rateD, rateG, stepsD, stepsG, batch, latent, loss} = planeDefaults;
  return controls(
    {
      target: choice<TargetName>({label: "To be learnt", options: targetLabels, value: "ring"}),
      loss: choice<PlaneLoss>({
        label: "Loss",
        options: {nonSaturating: "non-saturating", leastSquares: "least squares", wasserstein: "Wasserstein"},
        value: loss
      }),
      penalty: slider({label: "Penalty on the slope γ", min: 0, max: 2, step: 0.01, value: penalty}),
      rateD: rate("Judge’s rate", rateD),
      rateG: rate("Forger’s rate", rateG),
      stepsD: slider({label: "Judge’s steps", min: 1, max: 8, step: 1, value: stepsD}),
      stepsG: slider({label: "Forger’s steps", min: 1, max: 8, step: 1, value: stepsG}),
      batch: slider({label: "Batch", min: 16, max: 512, step: 16, value: batch}),
      latent: slider({label: "Latent numbers", min: 1, max: 16, step: 1, value: latent})
    },
    {label: "The small GAN"}
  );
}

/** How many points a drawing may have, and has before anything is drawn. */
export const drawing = {most: mostDrawn, first: smile.length};
