import {cells, noiseFloor} from "../../models/gan/planeDivergence.js";
import {lookPoints} from "../../models/gan/planeLook.js";
import {planeTarget} from "../../models/gan/planeTarget.js";
import {PlaneTrainer, planeDefaults, planeWidth} from "../../models/gan/planeTrainer.js";
import {createEngine} from "../../models/nn/engine.js";
import {undecided} from "./planeCharts.js";
import {drawing} from "./planeInputs.js";

let floor: ReturnType<typeof noiseFloor> | undefined;
const ringFloor = () => (floor ??= noiseFloor(planeTarget("ring"), lookPoints));
const ring = () => planeTarget("ring");

/** Numbers of one network of the default training. */
function parameters(name: "generator" | "discriminator"): string {
  const trainer = new PlaneTrainer(createEngine({memoryMegabytes: 4}), planeDefaults, ring());
  return trainer[name].parameters.count.toLocaleString("en-US");
}

/** Numbers that src/gan/tab.md quotes. */
export const tabQuotes: Record<string, () => string> = {
  "tab.width": () => String(planeWidth),
  "tab.generator": () => parameters("generator"),
  "tab.discriminator": () => parameters("discriminator"),
  "tab.undecidedD": () => undecided.nonSaturating.discriminator.toFixed(2),
  "tab.undecidedG": () => undecided.nonSaturating.generator.toFixed(2),
  "tab.points": () => String(lookPoints),
  "tab.cells": () => `${cells} × ${cells}`,
  "tab.energyFloor": () => ringFloor().energy[1].toFixed(3),
  "tab.jsFloor": () => ringFloor().js[1].toFixed(2),
  "tab.jsFloorLow": () => ringFloor().js[0].toFixed(2),
  "tab.deviation": () => String(ring().deviation),
  "tab.mostDrawn": () => String(drawing.most)
};
