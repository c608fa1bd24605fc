import * as Plot from "@observablehq/plot";
import type {FaceRequest} from "../../models/gan/faceForge.js";
import {faceOf} from "../../models/gan/faceSeed.js";
import type {FlagshipFile} from "../../models/gan/files.js";
import {colors} from "../theme.js";
import {psiStops} from "./samplingMain.js";
import {gridSeeds, psiText} from "./samplingState.js";

/** Faces under each other in the still picture. */
export const stillRows = 4;

/** The faces of the still picture, row by row: each at every ψ. */
export function stillRequests({config}: FlagshipFile): FaceRequest[] {
  return gridSeeds("1", stillRows).flatMap((seed) => {
    const {latent, class: number} = faceOf(seed, config.generator);
    return psiStops.map((psi) => ({latent, class: number, psi, noiseSeed: seed}));
  });
}

/** Some faces from ψ = −1 to 1.2, from one picture that holds them all. */
export function stillOptions(picture: string, width: number, height: number): Plot.PlotOptions {
  const each = width / psiStops.length;
  return {
    margin: 0,
    width,
    height,
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    marks: [
      Plot.image([picture], {
        src: (d: string) => d,
        x: width / 2,
        y: height - (stillRows * each) / 2,
        width,
        height: stillRows * each
      }),
      Plot.text(psiStops, {
        x: (_: number, i: number) => (i + 0.5) * each,
        y: 11,
        text: (psi: number, i: number) => `${i === 0 ? "ψ = " : ""}${psiText(psi).slice(0, -1)}`,
        fill: colors.muted,
        fontSize: 12
      })
    ]
  };
}
