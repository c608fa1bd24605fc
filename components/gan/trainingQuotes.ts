import {fiveMinutes} from "../../models/gan/recipes.js";
import {blindDiscriminator, blindGenerator} from "./runPanels.js";

/** Numbers that src/gan/training.md quotes. */
export const trainingQuotes: Record<string, () => string> = {
  "training.steps": () => fiveMinutes(1).config.steps.toLocaleString("en-US"),
  "training.blindJudge": () => blindDiscriminator.toFixed(3),
  "training.blindForger": () => blindGenerator.toFixed(3)
};
