import {nobodyDefaults} from "../../models/gan/nobody.js";
import {flagship} from "../../models/gan/recipes.js";

/** Numbers that src/gan/nobody.md quotes. */
export const nobodyQuotes: Record<string, () => string> = {
  "nobody.latent": () => String(flagship.config.generator.latent),
  "nobody.temperature": () => String(nobodyDefaults.temperature)
};
