import {classCount} from "../../models/gan/classes.js";
import {type Recipe, shortRun, smallRun} from "../../models/gan/recipes.js";

/** What the reader chooses of a training. */
export interface FaceChoice {
  pixels: "16" | "32";
  steps: number;
  seed: string;
}

/** The recipe of the site, at the size and with the steps chosen. */
export function faceRecipe({pixels, steps, seed}: FaceChoice): Recipe {
  return pixels === "16" ? smallRun(seed, steps) : shortRun(seed, steps);
}

/** Faces of the grid: one column for each class, up to eight of them, and so many rows. */
export const gridRows = 3;

/** The class of each face of the grid, row by row. */
export function gridClasses({config}: Recipe): {columns: number; classes: number[]} {
  const columns = Math.min(8, classCount(config.generator.classes));
  return {columns, classes: Array.from({length: columns * gridRows}, (_, i) => i % columns)};
}
