import {html} from "htl";
import type {FlagshipFile, SketchesFile} from "../../models/gan/files.js";
import {
  beginVisit,
  childrenOf,
  faceOfVisit,
  goBack,
  goOn,
  goTo,
  keep,
  mutantsOf,
  nextFace,
  partnerOf,
  type Visit
} from "../../models/gan/visit.js";
import {figure, fill} from "../figure.js";
import {readUrl, writeUrl} from "../inputs/urlState.js";
import {listenKeys} from "../listenKeys.js";
import {setText} from "../setText.js";
import {faceCanvas} from "./faceCanvas.js";
import {openForge} from "./forge.js";
import {makeNobody, type NobodyFace, nobodyRecord, traitWords} from "./nobodyFace.js";
import {nobodyFamily} from "./nobodyFamily.js";
import {saveJson, savePicture} from "./nobodyFiles.js";
import type {NobodySettings} from "./nobodyInputs.js";
import {readKept, writeKept} from "./nobodyKept.js";
import {openSketcher} from "./sketcher.js";

/** The files that the page hands over. All are fetched at once, so that the page goes on without a network. */
export interface NobodyFiles {
  flagship: Promise<FlagshipFile>;
  weights: Promise<ArrayBuffer>;
  classifier: Promise<ArrayBuffer>;
  sketches: Promise<SketchesFile>;
}

/** The face that the page opens with. */
const firstFace = "1";

/** Keys of the page, and what each does. */
export const nobodyKeys: readonly [key: string, name: string, does: string][] = [
  ["→", "ArrowRight", "next face"],
  ["←", "ArrowLeft", "the one before"],
  ["space", " ", "hold, or go on"],
  ["k", "k", "keep"],
  ["b", "b", "a child with the other face"],
  ["m", "m", "a mutation"],
  ["d", "d", "save as a picture"],
  ["f", "f", "full screen"]
];

/** Nobody, every so many seconds: a face, what is said of it, and its family. */
export function nobodyView(files: NobodyFiles) {
  const forge = openForge({make: files.flagship, weights: files.weights, classifier: () => files.classifier});
  const sketcher = openSketcher(files.sketches);
  let file: FlagshipFile | undefined;
  let settings: NobodySettings | undefined;
  /** What is to be said beside the face that is shown next. */
  let word = "";
  let visit: Visit = begin();
  let face: NobodyFace | undefined;
  let holding = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let left = 0;
  let asked = 0;
  const made = new Map<string, Promise<NobodyFace>>();

  const canvas = faceCanvas({label: "A face"});
  canvas.node.classList.add("nobody-face");
  const words = html`<p class="nobody-words"></p>`;
  const traits = html`<p class="nobody-traits"></p>`;
  const clock = html`<span class="nobody-clock" aria-hidden="true">15 s</span>`;
  const button = (text: string, key: string, act: () => void) =>
    html`<button type="button" class="button" onclick=${() => attempt(act)}><span>${text}</span> <kbd>${key}</kbd></button>` as HTMLButtonElement;
  const hold = button("Hold", "space", () => toggle());
  hold.classList.add("nobody-steady");
  const keeper = button("Keep", "k", () => keepOrNot());
  keeper.classList.add("nobody-steady");
  const acts: Record<string, () => void> = {
    ArrowRight: () => move(goOn(visit)),
    ArrowLeft: () => move(goBack(visit)),
    " ": () => toggle(),
    k: () => keepOrNot(),
    b: () => move(goTo(visit, childrenOf(faceOfVisit(visit), partnerOf(visit), 1)[0]!)),
    m: () => move(goTo(visit, mutantsOf(faceOfVisit(visit), settings!.mutation, 1)[0]!)),
    d: () => face && savePicture(face, settings!.pixels),
    f: () => full()
  };
  const bar = html`<div class="nobody-bar">
    ${button("Back", "←", acts.ArrowLeft!)}${hold}${button("Next", "→", acts.ArrowRight!)}${clock}
    ${keeper}${button("Breed", "b", acts.b!)}${button("Mutate", "m", acts.m!)}
    ${button("Picture", "d", acts.d!)}${html`<button type="button" class="button" onclick=${() => face && file && saveJson(nobodyRecord(face, file, settings!.psi))}>Latent</button>`}
    ${button("Full screen", "f", acts.f!)}
  </div>`;
  const room =
    html`<div class="nobody" tabindex="0" role="group" aria-label=${`A face and a sketch. Keys: ${nobodyKeys.map(([key, , does]) => `${key} ${does}`).join(", ")}.`}>
    ${canvas.node}<div class="nobody-side">${words}${traits}${bar}</div>
  </div>` as HTMLElement;
  const frame = figure({main: true, keyed: false, title: "This face does not exist", children: [room]});
  const family = nobodyFamily(forge, (lineage) => move(goTo(visit, lineage)));

  /** The face that the address names, if it names one, and the faces that were kept before. */
  function begin(): Visit {
    const kept = readKept();
    const named = readUrl("face") ?? firstFace;
    try {
      return {...beginVisit(named), kept};
    } catch (error) {
      word = `The address names no face that could be made: ${(error as Error).message}. This is face ${firstFace} instead.`;
      return {...beginVisit(firstFace), kept};
    }
  }

  const of = (lineage: string): Promise<NobodyFace> => {
    const {psi} = settings!;
    const key = `${psi} ${lineage}`;
    if (!made.has(key)) {
      if (made.size > 40) made.delete(made.keys().next().value!);
      const promise = makeNobody(forge, sketcher, file!, lineage, psi);
      promise.catch(() => made.delete(key));
      made.set(key, promise);
    }
    return made.get(key)!;
  };

  /** Shows where the visit is now. What the reader did is said aloud, what came by itself is not. */
  function change(next: Visit, quiet = false): void {
    visit = next;
    const lineage = faceOfVisit(visit);
    writeUrl("face", lineage === firstFace ? null : lineage);
    if (!file || !settings) return;
    const ask = ++asked;
    of(lineage).then(
      (found) => {
        if (ask !== asked) return;
        face = found;
        draw(quiet);
        of(nextFace(visit)).catch(() => {}); // made ahead, so that it is there when it is wanted
      },
      (error: Error) => ask === asked && frame.status("error", `This face could not be made: ${error.message}.`)
    );
  }

  /** A move by the reader: the new face has its full time. */
  function move(next: Visit): void {
    left = settings?.seconds ?? 0;
    change(next);
  }

  function keepOrNot(): void {
    change(keep(visit));
    writeKept(visit.kept);
  }

  /** Does what the reader wants; a refusal is said in words. */
  function attempt(act: () => void): void {
    if (!settings || !file) return;
    try {
      act();
    } catch (error) {
      frame.status("error", `That cannot be done: ${(error as Error).message}.`, "corner");
    }
  }

  function draw(quiet: boolean): void {
    if (!face || !file || !settings) return;
    canvas.scale(settings.pixels);
    canvas.paint(face.image);
    canvas.name(`A face: ${traitWords(face.label)}`);
    words.textContent = face.sketch;
    traits.textContent = `Read off the face: ${traitWords(face.label)}.`;
    keeper.firstElementChild!.textContent = visit.kept.includes(face.lineage) ? "Let go" : "Keep";
    if (word) frame.status("error", word, "corner");
    else frame.status("ready");
    word = "";
    frame.summary(
      `Face ${face.lineage}. ${face.sketch} Nobody was drawn: the face was forged just now, and the words were written to what a classifier reads off it.`,
      quiet
    );
    family.update({visit, file, settings});
    tell();
  }

  function tell(): void {
    hold.firstElementChild!.textContent = holding ? "Go on" : "Hold";
    const text = holding ? "held" : `${Math.max(0, Math.ceil(left))} s`;
    setText(clock, text);
  }

  function toggle(): void {
    holding = !holding;
    left = settings?.seconds ?? 0;
    tell();
  }

  function full(): void {
    if (document.fullscreenElement) document.exitFullscreen();
    else room.requestFullscreen?.().catch(() => {});
  }

  listenKeys(room, Object.fromEntries(Object.entries(acts).map(([key, act]) => [key, () => attempt(act)])));

  const tick = setInterval(() => {
    if (!room.isConnected) return;
    if (holding || !face || !settings || document.hidden) return;
    left -= 0.25;
    if (left <= 0) {
      left = settings.seconds;
      change(goOn(visit), true);
    }
    tell();
  }, 250);

  fill(frame, Promise.all([files.flagship, files.sketches, files.weights, files.classifier]), ([flagship]) => {
    file = flagship;
    frame.status("busy", "The first face is being forged.");
    change(visit, true);
  });

  return {
    node: frame.node,
    family: family.node,
    update(next: NobodySettings) {
      const again = !settings || next.psi !== settings.psi;
      if (!settings || next.seconds !== settings.seconds) left = next.seconds;
      settings = next;
      if (again) change(visit, true);
      else draw(true);
    },
    close() {
      clearInterval(tick);
      ++asked; // what is still being made is for nobody
      forge.close();
      sketcher.close();
    }
  };
}
