import {checkWhole} from "../check.js";
import {random} from "../random.js";
import {classNumber} from "./classes.js";
import type {GeneratorShape} from "./generator.js";
import {type Latent, latentOf} from "./latents.js";

/** A face by its seed. */
export interface SeededFace {
  latent: Latent;
  /** The value of each attribute that is asked for, and the class that they make up. */
  values: number[];
  class: number;
}

/**
 * What a generator is to be asked for so as to get the face of a seed. `fixed` gives attributes a value; where it is null,
 * or missing, the seed draws one, the same whatever the others are.
 *
 * @throws RangeError naming a fixed value that its attribute does not have.
 */
export function faceOf(
  seed: string | number,
  {latent, classes}: Pick<GeneratorShape, "latent" | "classes">,
  fixed: readonly (number | null)[] = []
): SeededFace {
  const draw = random(`class ${seed}`);
  const values = classes.map((size, i) => {
    const drawn = Math.floor(draw() * size);
    const value = fixed[i];
    return value === null || value === undefined ? drawn : checkWhole(`fixed[${i}]`, value, 0, size - 1);
  });
  return {latent: latentOf(seed, latent), values, class: classNumber(values, classes)};
}
