import {controls, slider} from "../inputs/controls.js";

/** What is to be assumed of a training where its source does not say. */
export function publishedInputs() {
  return controls(
    {
      gpuWatts: slider({label: "A graphics card draws", min: 100, max: 400, step: 1, value: 300, suffix: " W"}),
      coreWatts: slider({label: "A core draws", min: 2, max: 60, step: 1, value: 15, suffix: " W"}),
      coreGigaflops: slider({label: "A core computes", min: 5, max: 150, step: 1, value: 60, suffix: " GFLOP/s"}),
      price: slider({label: "A kilowatt-hour costs", min: 0.05, max: 0.6, step: 0.01, value: 0.3, prefix: "$"})
    },
    {label: "Assumptions"}
  );
}
