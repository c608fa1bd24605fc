import {html} from "htl";
import {layerSize} from "../../models/gan/generator.js";
import {figure} from "../figure.js";
import {readUrl, writeUrl} from "../inputs/urlState.js";
import {faceCanvas} from "./faceCanvas.js";
import type {Forge} from "./forge.js";
import {nearby} from "./nearby.js";
import {faceRequest, gridSeeds, type SamplingState} from "./samplingState.js";
import type {SamplingPart} from "./samplingStudio.js";

/** Sources in a row and in a column. */
const [columns, rows] = [6, 5];

/** The resolution at which each layer works, of a generator with so many layers: 4, 8, 8, 16, 16 … */
export function layerSizes(layers: number): number[] {
  return Array.from({length: layers}, (_, i) => layerSize(i));
}

/** Layers as a text of 0 and 1 in the address, and back; null if it makes no sense. */
export function readLayers(text: string | null, count: number): boolean[] | null {
  if (text?.length !== count || !/^[01]+$/.test(text)) return null;
  return [...text].map((letter) => letter === "1");
}

/** A grid of faces whose rows give some layers their style and whose columns the others. */
export function mixingView(forge: Forge): SamplingPart {
  let state: SamplingState | undefined;
  /** Whether each layer takes its style from the face above the column. */
  let above: boolean[] = [];
  const faces = Array.from({length: (rows + 1) * (columns + 1) - 1}, () => faceCanvas({label: "…"}));
  const cells = faces.map(({node}, i) => {
    const place = i + 1;
    const source = place <= columns || place % (columns + 1) === 0;
    return html`<div class=${source ? "mixing-source" : ""}>${node}</div>`;
  });
  const layers = html`<div class="mixing-layers" role="group" aria-label="Layers that take their style from the face above"></div>`;
  const frame = figure({
    title: "Styles crossed over",
    children: [
      layers,
      html`<div class="mixing-grid" style=${`--columns: ${columns + 1}`}><div class="mixing-corner" aria-hidden="true">above →<br>↓ left</div>${cells}</div>`
    ]
  });

  /** The seeds above the columns, and those left of the rows: the picked face is the first of them. */
  const sources = ({grid, seed}: SamplingState) => {
    const others = gridSeeds(grid, 24).filter((one) => one !== seed);
    return {top: others.slice(0, columns), left: [seed, ...others.slice(columns, columns + rows - 1)]};
  };

  const draw = forge.line(
    ({images}, asked: ReturnType<typeof ask>) =>
      images.forEach((image, i) => {
        faces[i]!.scale(asked.pixels);
        faces[i]!.paint(image);
      }),
    (message) => {
      console.warn(`the forge: ${message}`);
      frame.status("error", "These faces could not be made here. Moving a slider tries again.");
    }
  );

  const ask = (now: SamplingState) => {
    const {top, left} = sources(now);
    const which = above.map((taken) => (taken ? 1 : 0));
    const requests = [
      ...top.map((seed) => faceRequest(now, seed)),
      ...left.flatMap((seed) => {
        const own = faceRequest(now, seed);
        return [own, ...top.map((other) => ({...own, others: [faceRequest(now, other)], layers: which}))];
      })
    ];
    return Object.assign(requests, {pixels: now.settings.pixels});
  };

  const redraw = nearby(frame.node, () => {
    if (!state) return;
    const {top, left} = sources(state);
    const names = [
      ...top.map((seed) => `Seed ${seed}`),
      ...left.flatMap((seed) => [`Seed ${seed}`, ...top.map((other) => `Seed ${seed} with layers of seed ${other}`)])
    ];
    faces.forEach((face, i) => {
      face.name(names[i]!);
    });
    frame.summary(mixingWords(above));
    frame.status("ready");
    draw(ask(state));
  });

  const boxes: HTMLInputElement[] = [];
  const taken = () => {
    above = boxes.map(({checked}) => checked);
    writeUrl("layers", above.every((v, i) => v === usual(i)) ? null : above.map(Number).join(""));
    redraw();
  };
  /** At first, all layers but the first come from the face above. */
  const usual = (i: number) => i > 0;
  const build = (count: number) => {
    const sizes = layerSizes(count);
    above = readLayers(readUrl("layers"), count) ?? sizes.map((_, i) => usual(i));
    boxes.push(...above.map((checked) => html`<input type="checkbox" checked=${checked}>` as HTMLInputElement));
    const set = (take: (size: number, i: number) => boolean) => () => {
      boxes.forEach((box, i) => {
        box.checked = take(sizes[i]!, i);
      });
      taken();
    };
    const preset = (text: string, take: (size: number) => boolean) =>
      html`<button type="button" class="button" onclick=${set(take)}>${text}</button>`;
    const greatest = sizes.at(-1)!;
    layers.append(
      html`<span>From the face above:</span>`,
      ...boxes.map((box, i) => html`<label>${box} ${i + 1}. layer <small>${sizes[i]} px</small></label>`),
      preset("coarse", (size) => size === sizes[0]),
      preset("middle", (size) => size > sizes[0]! && size < greatest),
      preset("fine", (size) => size === greatest)
    );
    layers.addEventListener("input", (event) => {
      event.stopPropagation();
      taken();
    });
  };

  return {
    node: frame.node,
    update(next) {
      state = next;
      if (!boxes.length) build(2 * next.file.config.generator.channels.length - 1);
      redraw();
    }
  };
}

/** Which layers were crossed over, in words. */
export function mixingWords(above: readonly boolean[]): string {
  const count = above.filter(Boolean).length;
  if (count === 0) return "No layer is crossed over: each row is its own face six times.";
  if (count === above.length) return "All layers are crossed over: each column is the face above it.";
  const sizes = layerSizes(above.length);
  const list = above.flatMap((taken, i) => (taken ? [`${i + 1} (${sizes[i]} pixels)`] : []));
  return `Layers ${list.join(", ")} take their style from the face above the column, the other ${above.length - count} from the face left of the row; what a face was asked for goes with its style.`;
}
