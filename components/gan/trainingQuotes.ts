import {classifierTraining, featureCount} from "../../models/gan/classifier.js";
import {createDiscriminator} from "../../models/gan/discriminator.js";
import {createGenerator} from "../../models/gan/generator.js";
import {flagship, type Recipe, shortRun} from "../../models/gan/recipes.js";
import {createEngine} from "../../models/nn/engine.js";
import {blindDiscriminator, blindGenerator} from "./runPanels.js";

const whole = (value: number) => value.toLocaleString("en-US");
const short = shortRun(1);

/** Real faces that a training shows, repeats counted. */
const shown = ({config}: Recipe) => config.batch * config.steps;

/** Numbers that both networks of a recipe learn. */
export function recipeParameters({config}: Recipe): number {
  const engine = createEngine({memoryMegabytes: 8});
  const networks = [
    createGenerator(engine, config.seed, config.generator),
    createDiscriminator(engine, config.seed, config.discriminator)
  ];
  return networks.reduce((total, {parameters}) => total + parameters.count, 0);
}

/** Numbers that src/gan/training.md quotes. */
export const trainingQuotes: Record<string, () => string> = {
  "training.steps": () => whole(short.config.steps),
  "training.faces": () => whole(shown(short)),
  "training.blindJudge": () => blindDiscriminator.toFixed(3),
  "training.blindForger": () => blindGenerator.toFixed(3),
  "training.penaltyEvery": () => whole(short.config.r1.every),
  "training.features": () => whole(featureCount),
  "training.longParameters": () => (recipeParameters(flagship) / recipeParameters(short)).toFixed(1),
  "training.longFaces": () => whole(shown(flagship)),
  "training.longSeen": () => (shown(flagship) / classifierTraining.count).toFixed(0)
};
