import {type SubjectName, subjects} from "../../models/migration/fitSubjects.js";
import {type Controls, choice, controls, slider} from "../inputs/controls.js";
import {parameterSlider} from "./parameterSlider.js";

/** Which curves stand beside the game's. */
export type Beside = "none" | "logistic" | "ceiling" | "bass" | "all";

/** What the reader looks at. */
export interface RealSettings {
  series: SubjectName;
  beside: Beside;
  /** Only figures before this year are fitted. */
  until: number;
  switchingCost: number;
}

/** The last half year of the slider: by then every figure is known. */
export const allKnown = 2026.5;

/** The controls of the page on real migrations. */
export function realInputs(): Controls<RealSettings> {
  return controls(
    {
      series: choice({
        label: "Migration",
        options: Object.fromEntries(Object.entries(subjects).map(([name, {short}]) => [name, short])) as Record<
          SubjectName,
          string
        >,
        value: "downloads"
      }),
      until: slider({
        label: "Fit figures before",
        min: 2013,
        max: allKnown,
        step: 0.5,
        value: allKnown
      }),
      switchingCost: parameterSlider("switchingCost", {min: 0, max: 4, step: 0.5}),
      beside: choice<Beside>({
        label: "Beside the game",
        options: {none: "nothing", logistic: "logistic", ceiling: "with a ceiling", bass: "Bass", all: "all three"},
        value: "all"
      })
    },
    {label: "A migration and what is fitted to it"}
  );
}
