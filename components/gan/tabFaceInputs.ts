import {type Controls, choice, controls, slider} from "../inputs/controls.js";
import type {FaceChoice} from "./tabFaceRecipe.js";

export interface FaceValues {
  pixels: FaceChoice["pixels"];
  faceSteps: number;
}

/** The settings of the face GAN. */
export function tabFaceInputs(): Controls<FaceValues> {
  return controls(
    {
      pixels: choice<FaceChoice["pixels"]>({
        label: "Size of the faces",
        options: {16: "16 pixels", 32: "32 pixels, slower"},
        value: "16"
      }),
      faceSteps: slider({label: "Steps in all", min: 500, max: 9000, step: 250, value: 3000})
    },
    {label: "The face GAN"}
  );
}
