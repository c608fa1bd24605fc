import {html} from "htl";
import type {FlagshipFile, TrainingFile} from "../../models/gan/files.js";
import {pointAt} from "../../models/gan/runBands.js";
import {figure, fill} from "../figure.js";
import {listenKeys} from "../listenKeys.js";
import type {View} from "../view.js";
import {runPanels} from "./runPanels.js";
import {flagshipRun, moments, partOf, type RunSet, reached, trainingRuns} from "./runSet.js";
import {sampleFrames} from "./sampleFrames.js";
import type {TrainingInputs, TrainingSettings} from "./trainingInputs.js";

/** Ways to get each training; a file is fetched when it is first asked for. */
export interface TrainingSources {
  "32": () => Promise<TrainingFile>;
  "16": () => Promise<TrainingFile>;
  long: () => Promise<FlagshipFile>;
}

/** Each source once, as what the page shows. */
export function runSets(sources: TrainingSources): (name: TrainingSettings["run"]) => Promise<RunSet> {
  const known = new Map<string, Promise<RunSet>>();
  return (name) => {
    if (!known.has(name))
      known.set(name, name === "long" ? sources.long().then(flagshipRun) : sources[name]().then(trainingRuns));
    return known.get(name)!;
  };
}

/** What a training is like at a moment, in words. */
export function momentWords(set: RunSet, step: number): string {
  const {runs, steps, batch, looks, floor, realCoverage, judged} = set;
  const images = Math.round(step * batch);
  const look = {fd: pointAt(looks.fd, images), coverage: pointAt(looks.coverage, images)};
  const when = `After ${images.toLocaleString("en-US")} faces (step ${Math.round(step).toLocaleString("en-US")} of ${steps.toLocaleString("en-US")})`;
  const many =
    runs > 1 ? ` Shades are the range of ${runs} seeds and lines their mean; the samples are of the first.` : "";
  if (!look.fd || !look.coverage) return `${when} nobody has looked yet.${many}`;
  return `${when} the Fréchet distance was last ${(look.fd.mean / floor).toFixed(0)} times that of real faces from real ones, and ${judged.toLocaleString("en-US")} forged faces showed ${look.coverage.mean.toFixed(0)} combinations, where as many real ones show ${realCoverage}.${many}`;
}

/** Seconds that each moment stays when the training plays. */
const pause = 0.45;

/** The training through time: samples, curves, and a way to play it. Call `follow` with the page’s sliders once they are there. */
export function trainingView(sources: TrainingSources): View<TrainingSettings> & {follow(form: TrainingInputs): void} {
  const get = runSets(sources);
  let form: TrainingInputs | undefined;
  let settings: TrainingSettings | undefined;
  let set: RunSet | undefined;
  let beside: RunSet | undefined;
  let run = "";
  let axis = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopWaiting = () => {};

  const samples = sampleFrames();
  const move = (done: number) => form?.set({done});
  const stepNow = () => (set ? (settings!.done / 100) * set.steps : 0);
  const events = {
    pick(images: number) {
      stop();
      if (set) move(Math.round((200 * images) / (set.steps * set.batch)) / 2);
    },
    hover(images: number | undefined) {
      if (set) at(images ?? stepNow() * set.batch);
    }
  };
  const learners = runPanels(["losses", "r1"], events, ["r1"]);
  const looks = runPanels(["fd", "coverage", "sureness"], events, ["sureness"]);
  const at = (images: number) => {
    learners.at(images);
    looks.at(images);
  };
  const play =
    html`<button type="button" class="button primary"><span>Play</span><kbd>space</kbd></button>` as HTMLButtonElement;
  const step = (by: number) => {
    if (!set) return;
    const all = moments(set);
    const to = all[Math.min(all.length - 1, Math.max(0, reached(all, stepNow()) + by))]!;
    move(partOf(to, set.steps));
  };
  const button = (text: string, by: number) =>
    html`<button type="button" class="button" onclick=${() => {
      stop();
      step(by);
    }}>${text}</button>`;
  const when = html`<p class="run-when"></p>`;
  const player = html`<div class="run-player" role="group" aria-label="Time. Keys: space plays and pauses, the arrow keys go to the sample before and the next.">${play}${button("Back", -1)}${button("On", 1)}${when}</div>`;
  const frame = figure({
    main: true,
    title: "A training",
    children: [
      html`<div class="run" role="group" tabindex="0" aria-label="Samples and curves. The arrow keys move through the training, space plays it.">
      <div>${samples.node}${player}${learners.node}</div>${looks.node}
    </div>`
    ]
  });
  const {node} = frame;

  function stop(): void {
    clearTimeout(timer);
    timer = undefined;
    play.firstElementChild!.textContent = "Play";
  }
  const tick = () => {
    step(1);
    if (settings!.done >= 100) stop();
    else timer = setTimeout(tick, 1000 * pause);
  };
  const toggle = () => {
    if (timer !== undefined) return stop();
    if (!set) return;
    if (settings!.done >= 100) move(0);
    play.firstElementChild!.textContent = "Pause";
    timer = setTimeout(tick, 1000 * pause);
  };
  play.addEventListener("click", toggle);
  const stepBy = (by: number) => () => {
    stop();
    step(by);
  };
  listenKeys(node, {" ": toggle, ArrowLeft: stepBy(-1), ArrowRight: stepBy(1)});

  function draw(): void {
    if (!set || !settings) return;
    if (axis !== `${run} ${settings.axis}`) {
      axis = `${run} ${settings.axis}`;
      for (const panels of [learners, looks]) panels.update(set, settings.axis === "log", beside);
    }
    const now = stepNow();
    at(now * set.batch);
    if (set.sheet) samples.show(reached(set.sheet.steps, now));
    const shown = set.sheet ? set.sheet.steps[reached(set.sheet.steps, now)]! : now;
    when.textContent = `step ${Math.round(shown).toLocaleString("en-US")}`;
    const fd = pointAt(set.looks.fd, now * set.batch);
    frame.key(fd ? fd.mean.toPrecision(2) : "–", `Fréchet distance, floor ${set.floor.toPrecision(2)}`);
    frame.summary(momentWords(set, now));
  }

  return {
    node,
    follow(next) {
      form = next;
    },
    update(next) {
      settings = next;
      if (next.run === run) return draw();
      run = next.run;
      set = undefined;
      stop();
      stopWaiting();
      // The long run is held against the short one, if that can be had.
      const other = next.run === "long" ? get("32").catch(() => undefined) : Promise.resolve(undefined);
      stopWaiting = fill(frame, Promise.all([get(next.run), other]), ([found, second]) => {
        [set, beside] = [found, second];
        samples.load(set.sheet);
        draw();
      });
    }
  };
}
