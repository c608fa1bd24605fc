import {choice, controls, slider} from "../inputs/controls.js";

/** How far into the training, of which run, and on what axis. */
export function trainingInputs() {
  return controls(
    {
      done: slider({label: "Training done", min: 0, max: 100, step: 0.5, value: 100, suffix: " %"}),
      run: choice<"32" | "16" | "long">({
        label: "Run",
        options: {"32": "32 pixels", "16": "16 pixels, three seeds", long: "the long run"},
        value: "32"
      }),
      axis: choice<"log" | "linear">({
        label: "Faces shown",
        options: {log: "logarithmic", linear: "linear"},
        value: "log"
      })
    },
    {label: "The training"}
  );
}

export type TrainingInputs = ReturnType<typeof trainingInputs>;
export type TrainingSettings = TrainingInputs["value"];
