import {checkBetween} from "../check.js";

/** The letters of the phases, by their codes. */
const letters = "fpsx";

/** A map as text: the letter of each phase (fast, prolonged, stuck, x for split) with the number of cells it runs on. */
export function writeCodes(codes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < codes.length; ) {
    let end = i;
    while (end < codes.length && codes[end] === codes[i]) ++end;
    text += `${letters[codes[i]!]}${end - i}`;
    i = end;
  }
  return text;
}

/**
 * A map read back from its text.
 *
 * @throws RangeError when the text is none, or of another number of cells than `cells`.
 */
export function readCodes(text: string, cells: number): Uint8Array {
  checkBetween("cells", cells, 1, 4e6);
  if (typeof text !== "string" || !/^(?:[fpsx]\d+)+$/.test(text)) throw new RangeError("the map is no list of runs");
  const codes = new Uint8Array(cells);
  let filled = 0;
  for (const [, letter, length] of text.matchAll(/([fpsx])(\d+)/g)) {
    codes.fill(letters.indexOf(letter!), filled, filled + Number(length));
    filled += Number(length);
  }
  if (filled !== cells) throw new RangeError(`the map has ${filled} cells, but must have ${cells}`);
  return codes;
}
