import {attributeNames} from "../../models/gan/faceLabels.js";
import type {FacesFile} from "../../models/gan/files.js";

/** The file if it is all there, so that a page need not look twice. */
export function checkFacesFile(file: FacesFile): FacesFile {
  const {balance, repeats, visible, near, reading, ranking, mirror} = file ?? {};
  if (![balance, repeats, visible, near, reading, ranking, mirror].every(Boolean))
    throw new Error("data/gan/faces.json is not all there");
  if (balance.length !== attributeNames.length || near.strip.count !== 2 * near.pairs.length)
    throw new Error("data/gan/faces.json is not whole");
  return file;
}
