import type {NoiseFloor} from "../../models/gan/planeDivergence.js";
import {lookPoints} from "../../models/gan/planeLook.js";
import type {TargetName} from "../../models/gan/planeTarget.js";
import {count, percent} from "../format.js";
import type {PlanePicture} from "./plane.worker.js";

/** What the modes of a target are called. */
export const modeNames: Record<TargetName, [one: string, many: string]> = {
  ring: ["mode", "modes"],
  grid: ["mode", "modes"],
  spiral: ["stretch", "stretches"],
  drawn: ["point", "points"]
};

/** How a divergence stands to its noise floor, in words. */
export function againstFloor(value: number, [low, high]: [number, number]): string {
  if (value > high) {
    const times = value / high;
    return times < 10 ? `${times.toFixed(1)} times` : `${times.toFixed(0)} times`;
  }
  return value < low ? "below" : "within";
}

/** A small number with two digits that count. */
export function short(value: number): string {
  if (Math.abs(value) < 5e-5) return "0.0000";
  return (value < 0 ? "−" : "") + Math.abs(value).toFixed(Math.abs(value) < 0.01 ? 4 : Math.abs(value) < 1 ? 3 : 2);
}

/** The picture in words. */
export function planeWords(
  target: TargetName,
  {now, rounds, steps, hash}: Pick<PlanePicture, "now" | "rounds" | "steps" | "hash">,
  floor: NoiseFloor | undefined,
  touched: boolean
): string {
  const [, many] = modeNames[target];
  const parts = [
    `Round ${rounds.toLocaleString("en-US")}: ${now.hit} of ${now.modes} ${many} are hit, and ${percent(now.near, 0)} of ${lookPoints} generated points lie where real ones do.`
  ];
  if (floor) {
    const energy = againstFloor(now.energy, floor.energy);
    const js = againstFloor(now.js, floor.js);
    const say = (word: string) =>
      word === "within"
        ? "within its noise floor"
        : word === "below"
          ? "below its noise floor"
          : `${word} the top of its noise floor`;
    parts.push(
      `Energy distance ${short(now.energy)}, ${say(energy)}; Jensen–Shannon divergence ${now.js.toFixed(2)} bits, ${say(js)}.`
    );
  }
  if (touched)
    parts.push(
      `Something was changed on the way (${count(steps.discriminator, "step")} of the discriminator, ${steps.generator.toLocaleString("en-US")} of the generator): restart for what the address alone gives.`
    );
  else parts.push(`Weights ${hash.slice(0, 8)}: the same whenever this address is opened.`);
  return parts.join(" ");
}

/** What a training that can go no further says, calmly. */
export function stoppedWords(message: string): string {
  return `Training has stopped: ${message}. The numbers of the networks have grown out of all bounds. A lower rate or a penalty keeps them in; restart to begin again.`;
}
