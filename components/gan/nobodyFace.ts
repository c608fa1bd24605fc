import {classValues} from "../../models/gan/classes.js";
import {attributeNames, attributes, type FaceLabel} from "../../models/gan/faceLabels.js";
import type {FlagshipFile} from "../../models/gan/files.js";
import {originOf, parseLineage} from "../../models/gan/lineage.js";
import {nobodyDefaults, nobodyRequest} from "../../models/gan/nobody.js";
import type {Forge} from "./forge.js";
import type {Sketcher} from "./sketcher.js";

/** A face with all that is known of it. */
export interface NobodyFace {
  lineage: string;
  image: ImageData;
  label: FaceLabel;
  sketch: string;
}

/** A label in words, attribute by attribute: “hair short spikes, hair colour pink, skin pale, …”. */
export function traitWords(label: FaceLabel): string {
  return attributeNames
    .map((name, i) => `${attributes[i]!.label.toLowerCase()} ${attributes[i]!.values[label[name]]}`)
    .join(", ");
}

/** Makes a face, reads it, and writes of it. */
export async function makeNobody(
  forge: Forge,
  sketcher: Sketcher,
  file: FlagshipFile,
  lineage: string,
  psi: number
): Promise<NobodyFace> {
  const request = nobodyRequest(parseLineage(lineage), file.config.generator, psi);
  const [{images}, [reading]] = await Promise.all([forge.faces([request]), forge.read([request])]);
  const {label} = reading!;
  return {lineage, image: images[0]!, label, sketch: await sketcher.write(lineage, label, nobodyDefaults.temperature)};
}

/** What is saved of a face: enough to make it again. */
export function nobodyRecord({lineage, label, sketch}: Omit<NobodyFace, "image">, file: FlagshipFile, psi: number) {
  const {generator} = file.config;
  const {latent, class: number} = originOf(parseLineage(lineage), generator);
  const values = classValues(number, generator.classes);
  return {
    lineage,
    psi,
    asked: Object.fromEntries(
      file.attributes.map((name, i) => [name, attributes[attributeNames.indexOf(name)]!.values[values[i]!]])
    ),
    read: Object.fromEntries(attributeNames.map((name, i) => [name, attributes[i]!.values[label[name]]])),
    sketch,
    class: number,
    latent: [...latent]
  };
}
