import type {FlagshipFile} from "../../models/gan/files.js";
import {readUrl, writeUrl} from "../inputs/urlState.js";
import {directionsView} from "./directionsView.js";
import {openForge} from "./forge.js";
import {mixingView} from "./mixingView.js";
import type {SamplingSettings} from "./samplingInputs.js";
import {samplingMain} from "./samplingMain.js";
import type {SamplingState} from "./samplingState.js";
import {walkView} from "./walkView.js";

/** A part of the page that follows its state. */
export interface SamplingPart {
  node: HTMLElement;
  update(state: SamplingState): void;
}

/** The files that the page hands over. */
export interface SamplingFiles {
  flagship: Promise<FlagshipFile>;
  weights: Promise<ArrayBuffer>;
  classifier: () => Promise<ArrayBuffer>;
}

/** The first grid. */
const firstGrid = "1";

/** Seeds as they may be typed or stand in an address. */
export const cleanSeed = (text: string | null): string | null => text?.trim().slice(0, 40) || null;

/**
 * All figures of the page with faces in them, and the one forge that makes them. `setPsi` moves the slider of the page.
 */
export function samplingStudio(files: SamplingFiles, setPsi: (psi: number) => void) {
  const forge = openForge({make: files.flagship, weights: files.weights, classifier: files.classifier});
  let state: SamplingState | undefined;
  let settings: SamplingSettings | undefined;
  let opened: Pick<SamplingState, "file" | "fixed"> | undefined;

  /** The state at first, once the file and the sliders are there. */
  const begin = (): SamplingState | undefined => {
    if (!settings || !opened) return undefined;
    const grid = cleanSeed(readUrl("grid")) ?? firstGrid;
    return {...opened, settings, grid, seed: cleanSeed(readUrl("face")) ?? `${grid}-1`};
  };
  const change = (values: Partial<SamplingState>) => {
    state = state ? {...state, ...values} : begin();
    if (!state) return;
    writeUrl("grid", state.grid === firstGrid ? null : state.grid);
    writeUrl("face", state.seed === `${state.grid}-1` ? null : state.seed);
    for (const part of parts) part.update(state);
  };
  const main = samplingMain(forge, files.flagship, {
    open(file, fixed) {
      opened = {file, fixed};
      change({});
    },
    change,
    psi: setPsi
  });
  const mixing = mixingView(forge);
  const walk = walkView(forge);
  const directions = directionsView(forge);
  const parts: SamplingPart[] = [main, mixing, walk, directions];

  return {
    main: main.node,
    mixing: mixing.node,
    walk: walk.node,
    directions: directions.node,
    update(next: SamplingSettings) {
      settings = next;
      change({settings: next});
    }
  };
}
