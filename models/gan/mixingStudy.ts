import {checkWhole} from "../check.js";
import type {FaceForge} from "./faceForge.js";
import {type AttributeName, attributeNames, type FaceLabel} from "./faceLabels.js";
import type {FaceReading} from "./faceReader.js";
import {faceOf} from "./faceSeed.js";

/** Which face each attribute follows when one layer alone takes its style from another face. */
export interface MixingCounts {
  /**
   * For each layer and attribute: the share of crossed faces that show what the other face shows, among pairs whose two
   * faces are read differently.
   */
  layers: Record<AttributeName, number>[];
  /** Pairs that are read differently, by attribute. */
  pairs: Record<AttributeName, number>;
}

const perAttribute = (value: (name: AttributeName) => number) =>
  Object.fromEntries(attributeNames.map((name) => [name, value(name)])) as Record<AttributeName, number>;

/**
 * Crosses `count` pairs of faces, without noise and without truncation, layer by layer, and reads what comes of it.
 *
 * @throws RangeError naming count.
 */
export function mixingStudy(
  forge: FaceForge,
  read: (values: Float32Array) => FaceReading[],
  count: number,
  watch: (done: number) => void = () => {}
): MixingCounts {
  checkWhole("count", count, 1, 100_000);
  const {layers, shape} = forge.generator;
  const sources = (side: string) => Array.from({length: count}, (_, i) => faceOf(`mixing ${side} ${i}`, shape));
  const own = sources("own");
  const other = sources("other");
  const labels = (crossed: (layer: number) => boolean): FaceLabel[] => {
    const which = Array.from({length: layers}, (_, layer) => (crossed(layer) ? 1 : 0));
    const faces = own.map((face, i) => ({...face, others: [other[i]!], layers: which}));
    return read(forge.values(faces)).map(({label}) => label);
  };
  const none = labels(() => false);
  const all = labels(() => true);
  const differ = (name: AttributeName, i: number) => none[i]![name] !== all[i]![name];
  const pairs = perAttribute((name) => none.filter((_, i) => differ(name, i)).length);
  const shares = Array.from({length: layers}, (_, at) => {
    const found = labels((layer) => layer === at);
    watch((at + 1) / layers);
    return perAttribute((name) =>
      pairs[name] === 0
        ? 0
        : found.filter((label, i) => differ(name, i) && label[name] === all[i]![name]).length / pairs[name]
    );
  });
  return {layers: shares, pairs};
}
