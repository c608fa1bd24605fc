import {html} from "htl";
import {keyButton} from "../keyButton.js";
import {listenKeys} from "../listenKeys.js";

/** What the reader can ask of the training, by button or by key. */
export interface PlaneMoves {
  toggle(): void;
  round(): void;
  stepD(): void;
  stepG(): void;
  restart(): void;
  fresh(): void;
  seed(seed: string): void;
  speed(speed: number): void;
  share(): void;
}

export interface PlanePanel {
  node: HTMLElement;
  show(state: {playing: boolean; stopped: boolean; seed: string}): void;
  /** What has just happened, where the picture does not say it. */
  say(text: string): void;
  /** Hands the keys of the panel to another part of the page. */
  listen(node: HTMLElement): void;
}

/** Rounds a second; the last is as fast as it goes. */
export const planeSpeeds = [0.5, 1, 2, 5, 10, 30, 60, 120, 300, 1e5];

/** The place on the slider of the speed that plays unless another is asked for. */
export const usualSpeed = 120;

export function speedWords(speed: number): string {
  if (speed >= 1e5) return "at full speed";
  return `${speed} round${speed === 1 ? "" : "s"} a second`;
}

export const keyHint =
  "Keys: space plays and pauses, the full stop plays one round, d takes a step of the discriminator alone, g of the generator alone, r restarts, n takes a new seed.";

/** The panel over the plane: play, pause, step, speed, seed. */
export function planePanel(moves: PlaneMoves, speed: number): PlanePanel {
  const play = keyButton("Play", "space", moves.toggle, "button primary");
  const steps = [
    keyButton("One round", ".", moves.round),
    keyButton("Discriminator", "d", moves.stepD),
    keyButton("Generator", "g", moves.stepG)
  ];
  steps[1]!.title = "A step of the discriminator alone";
  steps[2]!.title = "A step of the generator alone";
  const track =
    html`<input type="range" min="0" max=${planeSpeeds.length - 1} step="1" aria-label="Speed">` as HTMLInputElement;
  const words = html`<span class="plane-speed"></span>`;
  const seed =
    html`<input type="text" maxlength="40" autocomplete="off" spellcheck="false" aria-label="Seed of the training">` as HTMLInputElement;
  const said = html`<span class="war-said" role="status"></span>`;
  const node =
    html`<div class="war-panel plane-panel" role="group" aria-label=${`The training. ${keyHint}`} tabindex="-1">
    ${play}${steps}${keyButton("Restart", "r", moves.restart)}
    <span class="war-field">Speed ${track}${words}</span>
    <span class="war-field">Seed ${seed}</span>${keyButton("New seed", "n", moves.fresh)}
    ${keyButton("Copy link", "", moves.share)}${said}
  </div>` as HTMLElement;

  const showSpeed = () => {
    const value = planeSpeeds[track.valueAsNumber]!;
    words.textContent = speedWords(value);
    track.setAttribute("aria-valuetext", speedWords(value));
    return value;
  };
  track.value = String(Math.max(0, planeSpeeds.indexOf(speed)));
  showSpeed();

  // None of these is a slider of the page.
  node.addEventListener("input", (event) => event.stopPropagation());
  track.addEventListener("input", () => moves.speed(showSpeed()));
  seed.addEventListener("change", () => seed.value.trim() && moves.seed(seed.value.trim()));

  const keys = {
    " ": moves.toggle,
    ".": moves.round,
    d: moves.stepD,
    g: moves.stepG,
    r: moves.restart,
    n: moves.fresh
  };
  listenKeys(node, keys, [seed]);

  let shown = "";
  return {
    node,
    show(state) {
      const now = JSON.stringify(state);
      if (now === shown) return;
      shown = now;
      play.firstElementChild!.textContent = state.playing ? "Pause" : state.stopped ? "Begin again" : "Play";
      // A button that falls silent hands its keys on.
      if (state.stopped && steps.includes(document.activeElement as HTMLButtonElement))
        node.focus({preventScroll: true});
      for (const step of steps) step.disabled = state.stopped;
      if (document.activeElement !== seed) seed.value = state.seed;
    },
    say(text) {
      said.textContent = text;
    },
    listen: (other) => listenKeys(other, keys, [seed])
  };
}
