import {html} from "htl";
import {readUrl, writeUrl} from "../inputs/urlState.js";

/** What the player moves. */
export interface WallPlayerEvents {
  seek(year: number): void;
  /** Goes to the next move. */
  step(): void;
  reseed(seed: string): void;
}

export interface WallPlayer {
  node: HTMLElement;
  readonly seed: string;
  readonly year: number;
  /** How far time goes on the track. */
  end(years: number): void;
  /** Shows a year that was reached otherwise. */
  show(year: number): void;
  toggle(): void;
  stop(): void;
}

const speeds = [0.5, 1, 2, 5];

/** Where a war stands when the page opens: in the middle of it. */
const opening = 5;

/** Play, pause, step, speed, a track of years, and the seed; year and seed are kept in the address. */
export function wallPlayer(events: WallPlayerEvents): WallPlayer {
  let end = 15;
  let year = numberFrom(readUrl("year")) ?? opening;
  let seed = readUrl("seed")?.slice(0, 40) || "wall";
  let speed = 1;
  let running = 0;
  let last = 0;

  const button = (text: string, act: () => void) =>
    html`<button type="button" class="button" onclick=${act}>${text}</button>` as HTMLButtonElement;
  const play = button("Play", toggle);
  play.classList.add("primary");
  const step = button("Step", () => {
    stop();
    events.step();
  });
  const restart = button("Restart", () => {
    stop();
    go(0);
  });
  const track =
    html`<input type="range" min="0" max=${end} step="0.05" aria-label="Year of the war">` as HTMLInputElement;
  const shown = html`<output class="wall-year"></output>` as HTMLOutputElement;
  const pace = html`<select aria-label="Speed, in years a second">${speeds.map(
    (v) => html`<option value=${v} selected=${v === 1}>${v} yr/s</option>`
  )}</select>` as HTMLSelectElement;
  const box =
    html`<input type="text" class="wall-seed" value=${seed} maxlength="40" aria-label="Seed" spellcheck="false">` as HTMLInputElement;
  const another = button("New seed", () => {
    box.value = `wall ${Number(/\d+$/.exec(seed)?.[0] ?? 1) + 1}`;
    reseed(box.value);
  });
  const node = html`<div class="wall-row" role="group" aria-label="Time">
    ${play}${step}${restart}${pace}
    <span class="wall-track">${track}${shown}</span>
    <span class="wall-field">Seed ${box}</span>${another}
  </div>` as HTMLElement;
  // None of these is a setting of the page's form.
  node.addEventListener("input", (event) => event.stopPropagation());

  const show = () => {
    track.value = String(year);
    const text = `year ${year.toFixed(1)}`;
    shown.textContent = text;
    track.setAttribute("aria-valuetext", text);
  };
  const keep = () => writeUrl("year", year === opening ? null : String(Number(year.toFixed(2))));
  const go = (next: number) => {
    year = Math.min(end, Math.max(0, next));
    show();
    keep();
    events.seek(year);
  };
  const reseed = (next: string) => {
    seed = next.trim() || "wall";
    box.value = seed;
    writeUrl("seed", seed === "wall" ? null : seed);
    events.reseed(seed);
  };
  const tick = (now: number) => {
    // A tab that was away should not leap.
    const seconds = Math.min(0.1, (now - last) / 1000);
    last = now;
    go(year + seconds * speed);
    if (year >= end) stop();
    else running = requestAnimationFrame(tick);
  };
  function stop(): void {
    cancelAnimationFrame(running);
    running = 0;
    play.textContent = "Play";
  }
  function toggle(): void {
    if (running) {
      stop();
      return;
    }
    if (year >= end) go(0);
    play.textContent = "Pause";
    last = performance.now();
    running = requestAnimationFrame(tick);
  }
  track.addEventListener("input", () => {
    stop();
    go(track.valueAsNumber);
  });
  pace.addEventListener("change", () => {
    speed = Number(pace.value);
  });
  box.addEventListener("change", () => reseed(box.value));
  show();
  return {
    node,
    get seed() {
      return seed;
    },
    get year() {
      return year;
    },
    end(years) {
      if (years === end) return;
      end = years;
      track.max = String(end);
      year = Math.min(year, end);
      show();
    },
    show(next) {
      year = next;
      show();
      keep();
    },
    toggle,
    stop
  };
}

function numberFrom(text: string | null): number | undefined {
  const number = Number(text);
  return text?.trim() && Number.isFinite(number) && number >= 0 && number <= 40 ? number : undefined;
}
