import {html} from "htl";
import {horizon} from "./diracState.js";

export interface DiracPlayer {
  node: HTMLElement;
  /** Plays from the start, or stands at the end for readers who asked for less motion. */
  begin(): void;
  /** How long an iteration takes, so that time can be told in iterations. */
  tick(tick: number): void;
}

/** Scaled time that goes by in a second. */
const pace = 5;

/** Milliseconds without a move after which a slider rests, and the runners start. */
const resting = 300;

/** Play, pause, restart and a track of time. `moved` is told the time, and how much of it has just gone by. */
export function diracPlayer(moved: (time: number, passed: number) => void): DiracPlayer {
  let time = horizon;
  let request = 0;
  let last = 0;
  let tick = 0.1;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const button = (text: string, act: () => void) =>
    html`<button type="button" class="button" onclick=${act}>${text}</button>` as HTMLButtonElement;
  const play = button("Play", toggle);
  play.classList.add("primary");
  const restart = button("Restart", () => {
    stop();
    go(0);
  });
  const track =
    html`<input type="range" min="0" max=${horizon} step="0.1" aria-label="Time of the game">` as HTMLInputElement;
  const shown = html`<output class="dirac-time"></output>` as HTMLOutputElement;
  const node =
    html`<div class="dirac-player" role="group" aria-label="Time">${play}${restart}${track}${shown}</div>` as HTMLElement;
  // Time is no setting of the page’s form.
  node.addEventListener("input", (event) => event.stopPropagation());

  function go(next: number, passed = 0): void {
    time = Math.min(horizon, Math.max(0, next));
    track.value = String(time);
    const text = `time ${time.toFixed(1)}, iteration ${Math.floor(time / tick + 1e-9).toLocaleString("en-US")}`;
    shown.textContent = text;
    track.setAttribute("aria-valuetext", text);
    moved(time, passed);
  }
  function frame(now: number): void {
    // A tab that was away should not leap.
    const passed = Math.min(0.1, (now - last) / 1000) * pace;
    last = now;
    go(time + passed, passed);
    if (time >= horizon) stop();
    else request = requestAnimationFrame(frame);
  }
  function stop(): void {
    clearTimeout(waiting);
    cancelAnimationFrame(request);
    request = 0;
    play.textContent = "Play";
  }
  function run(): void {
    stop();
    if (time >= horizon) go(0);
    play.textContent = "Pause";
    last = performance.now();
    request = requestAnimationFrame(frame);
  }
  function toggle(): void {
    if (request) stop();
    else run();
  }
  track.addEventListener("input", () => {
    stop();
    go(track.valueAsNumber);
  });
  return {
    node,
    begin() {
      stop();
      if (typeof matchMedia !== "function" || matchMedia("(prefers-reduced-motion: reduce)").matches)
        return go(horizon);
      go(0);
      waiting = setTimeout(run, resting);
    },
    tick(next) {
      tick = next;
    }
  };
}
