import {classCount} from "../../models/gan/classes.js";
import {attributeNames, attributeSizes, attributes} from "../../models/gan/faceLabels.js";
import {createGenerator} from "../../models/gan/generator.js";
import {flagship} from "../../models/gan/recipes.js";
import {listed} from "../../models/listed.js";
import {createEngine} from "../../models/nn/engine.js";

const {generator} = flagship.config;
const number = (value: number) => value.toLocaleString("en-US");
const asked = flagship.attributes.map((name) => attributes[attributeNames.indexOf(name)]!.label.toLowerCase());

/** Numbers that src/gan/sampling.md quotes. */
export const samplingQuotes: Record<string, () => string> = {
  "sampling.latent": () => number(generator.latent),
  "sampling.style": () => number(generator.style),
  "sampling.layers": () => number(2 * generator.channels.length - 1),
  "sampling.classes": () => number(classCount(generator.classes)),
  "sampling.parameters": () =>
    number(createGenerator(createEngine({memoryMegabytes: 8}), 1, generator).parameters.count),
  "sampling.values": () => number(attributeSizes.reduce((total, size) => total + size, 0)),
  "sampling.asked": () => listed(asked)
};
