import type {SomeParameters} from "../../models/migration/parameters.js";
import {type Controls, choice, controls} from "../inputs/controls.js";
import {parameterSlider} from "./parameterSlider.js";

/** The war on the wall, as the slider bar sets it. */
export interface WallSettings {
  dependencyWeight: number;
  advantage: number;
  switchingCost: number;
  bitcreep: number;
  initialShare: number;
  locality: number;
  /** A hard gate is γ = ∞, whatever the slider says. */
  gate: "soft" | "hard";
  /** Who moves first. */
  first: "random" | "hubs";
}

/** The slider bar of the page. */
export function wallInputs(): Controls<WallSettings> {
  return controls(
    {
      dependencyWeight: parameterSlider("dependencyWeight", {label: "Dependencies γ", value: 1}),
      advantage: parameterSlider("advantage", {value: 1.5}),
      switchingCost: parameterSlider("switchingCost"),
      bitcreep: parameterSlider("bitcreep"),
      initialShare: parameterSlider("initialShare", {max: 0.5}),
      locality: parameterSlider("locality"),
      gate: choice<WallSettings["gate"]>({
        label: "Gate",
        options: {soft: "γ as set", hard: "hard, γ = ∞"},
        value: "soft"
      }),
      first: choice<WallSettings["first"]>({
        label: "Who moves first",
        options: {random: "anybody", hubs: "hubs"},
        value: "random"
      })
    },
    {label: "The war on the wall"}
  );
}

/** The parameters that the settings stand for. */
export function wallParameters({gate, first: _, dependencyWeight, ...rest}: WallSettings): SomeParameters {
  return {...rest, dependencyWeight: gate === "hard" ? Infinity : dependencyWeight};
}
