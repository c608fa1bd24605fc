import {html} from "htl";
import {attributeNames} from "../../models/gan/faceLabels.js";
import type {FlagshipFile} from "../../models/gan/files.js";
import {figure, fill} from "../figure.js";
import {newSeed} from "../newSeed.js";
import {type ClassPicker, classPicker} from "./classPicker.js";
import {faceCanvas} from "./faceCanvas.js";
import {facePicker} from "./facePicker.js";
import type {Forge} from "./forge.js";
import {faceRequest, gridSeeds, psiText, type SamplingState, seededFace, valueWords} from "./samplingState.js";
import type {SamplingPart} from "./samplingStudio.js";

/** Faces of the grid. */
const gridCount = 32;

/** The ψ at which the picked face is shown in a row. */
export const psiStops = Array.from({length: 12}, (_, i) => Math.round(10 * (-1 + 0.2 * i)) / 10);

export interface SamplingMoves {
  /** The file is there: what the reader asked for, from the address. */
  open(file: FlagshipFile, fixed: (number | null)[]): void;
  change(values: Partial<SamplingState>): void;
  psi(psi: number): void;
}

/** The main figure: a grid of faces by seed, the one picked, and what ψ does to it. */
export function samplingMain(forge: Forge, file: Promise<FlagshipFile>, moves: SamplingMoves): SamplingPart {
  let state: SamplingState | undefined;
  let picker: ClassPicker | undefined;
  let reading = false;
  let fastest = Number.POSITIVE_INFINITY;
  let warm = false;
  let stripOf = "";

  const seedBox =
    html`<input type="text" maxlength="40" autocomplete="off" spellcheck="false" size="8">` as HTMLInputElement;
  const fresh = html`<button type="button" class="button primary" onclick=${() => take(newSeed())}>New faces</button>`;
  const readButton =
    html`<button type="button" class="button" aria-pressed="false" onclick=${() => toggleReading()}>Read its labels</button>` as HTMLButtonElement;
  const classes = html`<div class="sampling-classes"></div>`;
  const large = faceCanvas({label: "The picked face"});
  const about = html`<p class="sampling-about"></p>`;
  const read = html`<p class="sampling-about" role="status"></p>`;
  const grid = facePicker({count: gridCount, label: "Faces by seed", className: "faces-grid"}, (i) => {
    if (state) moves.change({seed: gridSeeds(state.grid, gridCount)[i]!});
  });
  const strip = facePicker(
    {count: psiStops.length, label: "The picked face at other ψ", className: "faces-strip", marks: psiStops.map(mark)},
    (i) => moves.psi(psiStops[i]!)
  );
  const panel = html`<div class="sampling-panel">
    <label class="sampling-field"><span>Seed of the grid</span>${seedBox}</label>${fresh}${classes}
  </div>` as HTMLElement;
  panel.addEventListener("input", (event) => event.stopPropagation());
  seedBox.addEventListener("change", () => seedBox.value.trim() && take(seedBox.value.trim()));
  const frame = figure({
    main: true,
    title: "Faces from seeds",
    children: [
      panel,
      html`<div class="sampling-stage">
        <div class="sampling-picked">${large.node}${about}${readButton}${read}</div>
        ${grid.node}
      </div>`,
      html`<p class="sampling-label" aria-hidden="true">The picked face at ψ =</p>`,
      strip.node
    ]
  });

  const failed = (message: string) => {
    console.warn(`the forge: ${message}`);
    frame.status(
      "error",
      "The faces could not be made here. The rest of the page works without them; reloading may help."
    );
  };
  const ready = () => frame.status("ready");
  const drawPicked = forge.line(({images}, asked: Asked) => {
    large.scale(asked.state.settings.pixels);
    large.paint(images[0]!);
    ready();
  }, failed);
  const drawGrid = forge.line(({images, milliseconds}, asked: Asked) => {
    grid.paint(images, asked.state.settings.pixels);
    // The first faces are made while the machine still learns how; the time that counts is that of all after them.
    if (!warm) {
      warm = true;
      drawGrid(asked);
      return;
    }
    // The least of many: the rest is what else the machine had to do.
    const each = milliseconds / images.length;
    if (each >= fastest) return;
    fastest = each;
    frame.key(`${Math.max(0.1, fastest).toFixed(1)}\u00a0ms`, "a face, made in this browser");
  }, failed);
  const drawStrip = forge.line(({images}, asked: Asked) => strip.paint(images, asked.state.settings.pixels), failed);
  /** Requests that know what state they are of. */
  type Asked = ReturnType<typeof faceRequest>[] & {state: SamplingState};
  const ask = (now: SamplingState, seeds: readonly string[], psis: readonly (number | undefined)[] = []): Asked =>
    Object.assign(
      seeds.map((seed, i) => {
        const request = faceRequest(now, seed);
        return psis[i] === undefined ? request : {...request, psi: psis[i]};
      }),
      {state: now}
    );

  let readLater: ReturnType<typeof setTimeout> | undefined;
  const readLabels = () => {
    clearTimeout(readLater);
    if (!reading || !state) return;
    const asked = state;
    readLater = setTimeout(() => {
      forge.read(ask(asked, [asked.seed])).then(
        ([found]) => {
          if (!found || asked !== state || !reading) return;
          const values = asked.file.attributes.map((name) => found.label[name]);
          const wanted = seededFace(asked, asked.seed).values;
          const kept = values.filter((value, i) => value === wanted[i]).length;
          const all = {...asked.file, attributes: [...attributeNames]};
          read.textContent = `The classifier reads ${valueWords(
            all,
            attributeNames.map((name) => found.label[name])
          )}. ${kept} of ${values.length} as asked for; ${(100 * found.sureness).toFixed(0)} % sure.`;
        },
        (error: Error) => {
          console.warn(`the classifier: ${error.message}`);
          read.textContent = "The classifier could not be read. Faces work without it.";
        }
      );
    }, 150);
  };
  function toggleReading(): void {
    reading = !reading;
    readButton.setAttribute("aria-pressed", String(reading));
    if (!reading) read.textContent = "";
    readLabels();
  }
  function take(seed: string): void {
    moves.change({grid: seed, seed: `${seed}-1`});
  }

  fill(frame, file, (flagship) => {
    if (flagship.attributes.length !== flagship.config.generator.classes.length)
      throw new Error("attributes and classes do not match");
    picker = classPicker(flagship, () => moves.change({fixed: picker!.fixed()}));
    classes.replaceWith(picker.node);
    frame.status("busy", "The forge is heating up. Faces appear here in a moment.");
    moves.open(flagship, picker.fixed());
  });

  return {
    node: frame.node,
    update(next) {
      state = next;
      const {settings, seed} = next;
      const seeds = gridSeeds(next.grid, gridCount);
      if (document.activeElement !== seedBox) seedBox.value = next.grid;
      drawPicked(ask(next, [seed]));
      drawGrid(ask(next, seeds));
      // The row stays as it is while ψ moves.
      const now = JSON.stringify([seed, next.fixed, settings.noise, settings.pixels]);
      if (now !== stripOf) {
        stripOf = now;
        drawStrip(
          ask(
            next,
            psiStops.map(() => seed),
            psiStops
          )
        );
      }
      const words = valueWords(next.file, seededFace(next, seed).values);
      large.name(`The face of seed ${seed}, ψ = ${psiText(settings.psi)}. ${words}`);
      about.textContent = `Seed ${seed}. Asked for: ${words}.`;
      grid.name(
        seeds.map((one) => `Seed ${one}. ${valueWords(next.file, seededFace(next, one).values)}`),
        seeds.indexOf(seed)
      );
      strip.name(
        psiStops.map((psi) => `ψ = ${mark(psi)}`),
        psiStops.findIndex((psi) => Math.abs(psi - settings.psi) < 1e-9)
      );
      frame.summary(`${psiWords(settings.psi)} The picked face is that of seed ${seed}: ${words}.`);
      readLabels();
    }
  };
}

const mark = (psi: number) => psi.toFixed(1).replace("-", "−");

/** What ψ does, in a sentence. */
export function psiWords(psi: number): string {
  const shown = `ψ = ${psiText(psi)}`;
  if (psi === 0) return `${shown}: every face is the mean face of what was asked for, whatever its seed.`;
  if (psi < 0) return `${shown}: each face is on the other side of the mean, the opposite of what its seed would give.`;
  if (psi === 1) return `${shown}: faces as the generator learnt to make them.`;
  if (psi > 1) return `${shown}: what sets a face apart is overdone, beyond what the generator was trained on.`;
  return `${shown}: each face keeps ${Math.round(100 * psi)} % of what sets it apart from the mean face of what was asked for.`;
}
