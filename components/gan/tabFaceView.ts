import {html} from "htl";
import type {LossCurve} from "../../models/gan/files.js";
import {download} from "../download.js";
import {figure} from "../figure.js";
import {type GrowingLines, growingLines} from "../growingLines.js";
import {readUrl, writeUrl} from "../inputs/urlState.js";
import {newSeed} from "../newSeed.js";
import type {View} from "../view.js";
import {lossChart} from "./planeCharts.js";
import {emptyLog} from "./planeLog.js";
import type {FaceValues} from "./tabFaceInputs.js";
import {type FaceChoice, faceRecipe} from "./tabFaceRecipe.js";
import {type FaceSheetFile, type FacesState, facesSession} from "./tabFaceSession.js";
import {faceWords, megabytes} from "./tabFaceWords.js";
import {askForQuiet} from "./tabRest.js";

/** Milliseconds between two texts. */
const readable = 500;

/** The curves of losses, in the manner of the small GAN’s. */
export function faceLossChart({step, discriminator, generator}: LossCurve): GrowingLines {
  return lossChart({...emptyLog(), round: step, discriminator, generator}, "nonSaturating", "Steps");
}

/** The face GAN, trained from scratch in the reader’s own tab. */
export function tabFaceView(sheets: Record<FaceChoice["pixels"], FaceSheetFile>): View<FaceValues> {
  let values: FaceValues | undefined;
  let seed = readUrl("faceSeed")?.trim().slice(0, 40) || "1";
  let said = 0;
  let shownPhase = "";
  const canvas =
    html`<canvas width="256" height="96" role="img" aria-label="Forged faces: a column for each hair colour"></canvas>` as HTMLCanvasElement;
  const losses = growingLines({height: 190});
  const bar = html`<progress max="1" value="0" aria-label="Steps done"></progress>` as HTMLProgressElement;

  const session = facesSession((state) => show(state));
  const choice = (): FaceChoice => ({pixels: values!.pixels, steps: values!.faceSteps, seed});
  const button = (text: string, act: () => void, className = "button") =>
    html`<button type="button" class=${className} onclick=${act}>${text}</button>` as HTMLButtonElement;
  const main = button("Train", press, "button primary");
  const stop = button("Stop", () => session.stop());
  const weights = button("Weights (.bin)", async () => {
    const saved = await session.save();
    if (!saved) return;
    download(`${fileName()}.f16.bin`, new Blob([saved.weights], {type: "application/octet-stream"}));
  });
  const record = button("Config and log (.json)", async () => {
    const saved = await session.save();
    if (!saved) return;
    const {hash, step} = saved;
    const {choice: chosen, losses: curve, faces} = session.state;
    const {config, attributes} = faceRecipe(chosen!);
    const text = JSON.stringify({config, attributes, faces, step, hash, losses: curve}, null, 1);
    download(`${fileName()}.json`, new Blob([text], {type: "application/json"}));
  });
  const seedBox =
    html`<input type="text" maxlength="40" autocomplete="off" spellcheck="false" aria-label="Seed of the face GAN" value=${seed}>` as HTMLInputElement;
  seedBox.addEventListener("input", (event) => event.stopPropagation());
  seedBox.addEventListener("change", () => setSeed(seedBox.value.trim() || "1"));
  const size = html`<span class="war-said"></span>`;
  const panel = html`<div class="war-panel" role="group" aria-label="The training of faces">
    ${main}${stop}<span class="war-field">Seed ${seedBox}</span>${button("New seed", () => setSeed(newSeed()))}${weights}${record}${size}
  </div>`;
  const frame = figure({
    keyed: true,
    title: "Faces forged in this tab",
    children: [panel, bar, html`<div class="tab-faces"><div class="tab-grid">${canvas}</div>${losses.node}</div>`]
  });

  function setSeed(next: string): void {
    seed = seedBox.value = next;
    writeUrl("faceSeed", seed === "1" ? null : seed);
    show(session.state);
  }
  const fileName = () => {
    const {choice: chosen, step} = session.state;
    return `faces${chosen!.pixels}-seed-${chosen!.seed.replaceAll(/[^\w-]+/g, "-")}-step-${step}`;
  };
  function press(): void {
    const {phase} = session.state;
    if (phase === "training") session.pause();
    else if (phase === "paused") {
      askForQuiet(frame.node);
      session.resume();
    } else if (phase !== "loading" && values) {
      askForQuiet(frame.node);
      session.begin(choice(), sheets[values.pixels]);
    }
  }

  function paint({grid}: FacesState): void {
    const context = canvas.getContext("2d")!;
    if (!grid) {
      context.clearRect(0, 0, canvas.width, canvas.height);
      return;
    }
    if (canvas.width !== grid.width || canvas.height !== grid.height)
      Object.assign(canvas, {width: grid.width, height: grid.height});
    context.putImageData(new ImageData(grid.pixels, grid.width, grid.height), 0, 0);
  }

  function show(state: FacesState): void {
    if (!values) return;
    const {phase, step, steps, speed} = state;
    const running = phase === "training" || phase === "paused" || phase === "loading";
    paint(state);
    losses.update(faceLossChart(state.losses));
    bar.value = steps ? step / steps : 0;
    main.textContent =
      phase === "training" ? "Pause" : phase === "paused" ? "Resume" : phase === "loading" ? "Loading …" : "Train";
    main.disabled = phase === "loading";
    stop.disabled = !running && phase !== "done";
    weights.disabled = record.disabled = !(phase === "training" || phase === "paused" || phase === "done");
    const bytes = sheets[values.pixels].size;
    size.textContent = running || phase === "done" ? "" : bytes ? `fetches ${megabytes(bytes)}` : "";
    frame.key(speed > 0 ? speed.toFixed(1) : "0", "steps a second");
    frame.status(
      phase === "failed" ? "error" : "ready",
      phase === "failed" ? "The faces could not be trained here. The rest of the page works without them." : "",
      "corner"
    );
    const now = performance.now();
    if (phase === shownPhase && phase === "training" && now - said < readable) return;
    said = now;
    shownPhase = phase;
    frame.summary(faceWords(state, bytes), phase === "training");
  }

  return {
    node: frame.node,
    update(next) {
      values = next;
      show(session.state);
    }
  };
}
