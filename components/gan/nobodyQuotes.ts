import {pictureSize} from "../../models/gan/generator.js";
import {nobodyDefaults, sketchLessons} from "../../models/gan/nobody.js";
import {flagship} from "../../models/gan/recipes.js";

/** Pixels along the faces of “This Waifu Does Not Exist”. */
const waifuSize = 512;

/** Numbers that src/gan/nobody.md quotes. */
export const nobodyQuotes: Record<string, () => string> = {
  "nobody.latent": () => String(flagship.config.generator.latent),
  "nobody.temperature": () => String(nobodyDefaults.temperature),
  "nobody.learnt": () => sketchLessons.sketches.toLocaleString("en-US"),
  "nobody.smaller": () => String((waifuSize / pictureSize(flagship.config.generator.channels.length)) ** 2)
};
