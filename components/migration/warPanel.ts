import {html} from "htl";
import {keyButton} from "../keyButton.js";
import {listenKeys} from "../listenKeys.js";

/** What the reader can ask of a war, by button or by key. */
export interface WarMoves {
  toggle(): void;
  /** Goes on by so many ticks, and rests. */
  step(ticks: number): void;
  restart(): void;
  seed(seed: string): void;
  fresh(): void;
  speed(speed: number): void;
  share(): void;
}

export interface WarPanel {
  node: HTMLElement;
  show(state: {playing: boolean; over: boolean; seed: string}): void;
  /** What has just happened, where the picture does not say it. */
  say(text: string): void;
  /** Hands the keys of the panel to another part of the page. */
  listen(node: HTMLElement): void;
}

/** Years a second. */
export const speeds = [0.5, 1, 2, 5, 10];

/** The ticks of a short step and of a long one: a tenth of a year, and a year. */
export const [shortStep, longStep] = [5, 50];

/** The keys of the panel, as a screen reader is told. */
export const keyHint =
  "Keys: space plays and pauses, the full stop steps on by a tenth of a year, with Shift by a year, r restarts, n takes a new seed.";

/** The panel over the war: play, pause, step, speed, seed. */
export function warPanel(moves: WarMoves, speed: number): WarPanel {
  const play = keyButton("Play", "space", moves.toggle, "button primary");
  const steps = [
    keyButton("Step", ".", () => moves.step(shortStep)),
    keyButton("A year", ">", () => moves.step(longStep))
  ];
  const select = html`<select aria-label="Speed, in years a second">
    ${speeds.map((value) => html`<option value=${value} selected=${value === speed}>${value}</option>`)}
  </select>` as HTMLSelectElement;
  const seed =
    html`<input type="text" maxlength="40" autocomplete="off" spellcheck="false" aria-label="Seed of the war">` as HTMLInputElement;
  const said = html`<span class="war-said" role="status"></span>`;
  const node = html`<div class="war-panel" role="group" aria-label=${`The war. ${keyHint}`} tabindex="-1">
    ${play}${steps}${keyButton("Restart", "r", moves.restart)}
    <span class="war-field">${select} years a second</span>
    <span class="war-field">Seed ${seed}</span>${keyButton("New seed", "n", moves.fresh)}
    ${keyButton("Copy link", "", moves.share)}${said}
  </div>` as HTMLElement;

  // None of these is a slider of the page.
  node.addEventListener("input", (event) => event.stopPropagation());
  select.addEventListener("change", () => moves.speed(Number(select.value)));
  seed.addEventListener("change", () => seed.value.trim() && moves.seed(seed.value.trim()));

  const year = () => moves.step(longStep);
  const keys = {
    " ": moves.toggle,
    ".": () => moves.step(shortStep),
    ">": year,
    ":": year,
    r: moves.restart,
    n: moves.fresh
  };
  listenKeys(node, keys, [seed, select]);

  let shown = "";
  return {
    node,
    show(state) {
      const now = `${state.playing} ${state.over} ${state.seed}`;
      if (now === shown) return;
      shown = now;
      play.firstElementChild!.textContent = state.playing ? "Pause" : state.over ? "Play again" : "Play";
      // A button that falls silent hands its keys on.
      if (state.over && steps.includes(document.activeElement as HTMLButtonElement)) node.focus({preventScroll: true});
      for (const step of steps) step.disabled = state.over;
      if (document.activeElement !== seed) seed.value = state.seed;
    },
    say(text) {
      said.textContent = text;
    },
    listen: (other) => listenKeys(other, keys, [seed, select])
  };
}
