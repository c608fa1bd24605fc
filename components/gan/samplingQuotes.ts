import {classCount} from "../../models/gan/classes.js";
import {attributeNames, attributes} from "../../models/gan/faceLabels.js";
import {flagship} from "../../models/gan/recipes.js";
import {listed} from "../../models/listed.js";

const {generator} = flagship.config;
const number = (value: number) => value.toLocaleString("en-US");
const asked = flagship.attributes.map((name) => attributes[attributeNames.indexOf(name)]!.label.toLowerCase());

/** Numbers that src/gan/sampling.md quotes. */
export const samplingQuotes: Record<string, () => string> = {
  "sampling.latent": () => number(generator.latent),
  "sampling.style": () => number(generator.style),
  "sampling.layers": () => number(2 * generator.channels.length - 1),
  "sampling.classes": () => number(classCount(generator.classes)),
  "sampling.asked": () => listed(asked)
};
