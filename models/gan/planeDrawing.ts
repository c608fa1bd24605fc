import {extent, mostDrawn} from "./planeTarget.js";

/** Drawn points as text for an address: two letters a point, its column and its row of 64. */

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Columns and rows that points are drawn on. */
export const drawingSteps = letters.length;

const place = (value: number) =>
  Math.max(0, Math.min(drawingSteps - 1, Math.floor(((value + extent) / (2 * extent)) * drawingSteps)));

const middle = (step: number) => ((step + 0.5) / drawingSteps) * 2 * extent - extent;

/** A place in the plane brought to the middle of its cell. */
export function snap(x: number, y: number): [number, number] {
  return [middle(place(x)), middle(place(y))];
}

export function encodeDrawing(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y]) => letters[place(x)]! + letters[place(y)]!).join("");
}

/** @throws RangeError if the text is no drawing. */
export function decodeDrawing(text: string): [number, number][] {
  const steps = Array.from(text, (letter) => letters.indexOf(letter));
  if (steps.includes(-1) || steps.length % 2 !== 0 || steps.length > 2 * mostDrawn)
    throw new RangeError(`the drawing is "${text}", but must be at most ${mostDrawn} pairs of letters and digits`);
  return Array.from({length: steps.length / 2}, (_, i) => [middle(steps[2 * i]!), middle(steps[2 * i + 1]!)]);
}
