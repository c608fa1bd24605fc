import {decodeDrawing, encodeDrawing} from "../../models/gan/planeDrawing.js";
import {smile} from "../../models/gan/planeTarget.js";
import {readUrl, writeUrl} from "../inputs/urlState.js";
import {planeSpeeds, usualSpeed} from "./planePanel.js";

/** What the address says of the small GAN besides its sliders. */
export interface PlaneAddress {
  seed: string;
  speed: number;
  drawn: [number, number][];
  /** What made no sense; empty when all is well. */
  note: string;
}

const firstDrawing = () => decodeDrawing(encodeDrawing(smile));

export function readPlane(): PlaneAddress {
  const seed = readUrl("seed")?.trim().slice(0, 40) || "1";
  const wanted = Number(readUrl("speed"));
  const speed = planeSpeeds.includes(wanted) ? wanted : usualSpeed;
  const text = readUrl("points");
  try {
    return {seed, speed, drawn: !text ? firstDrawing() : decodeDrawing(text), note: ""};
  } catch (error) {
    console.warn(`the drawing in the address: ${error instanceof Error ? error.message : error}`);
    return {
      seed,
      speed,
      drawn: firstDrawing(),
      note: "The drawing in the address makes no sense, so another is shown."
    };
  }
}

export function writeSeed(seed: string): void {
  writeUrl("seed", seed === "1" ? null : seed);
}

export function writeSpeed(speed: number): void {
  writeUrl("speed", speed === usualSpeed ? null : String(speed));
}

export function writeDrawing(drawn: readonly (readonly [number, number])[]): void {
  const text = encodeDrawing(drawn);
  writeUrl("points", text === encodeDrawing(smile) ? null : text);
}
