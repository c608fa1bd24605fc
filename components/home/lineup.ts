import {html} from "htl";
import type {LineupFile} from "../../models/gan/files.js";
import {figure, fill} from "../figure.js";
import {count} from "../format.js";
import {player} from "./player.js";

/** Milliseconds that a line-up takes on the screen, and the part of them after which the real face is shown. */
const duration = 9000;
const reveal = 0.7;

/** Where the row of a line-up stands in the picture, in the percentages of CSS. */
export function tilePosition({places, real}: LineupFile, round: number, place: number): string {
  const part = (at: number, of: number) => `${of > 1 ? ((100 * at) / (of - 1)).toFixed(3) : "0"}%`;
  return `${part(place, places)} ${part(round, real.length)}`;
}

/**
 * The third game, small: a line-up of faces of which one is real. It is shown after a while, or at a guess. The file is
 * asked for when the figure comes near the screen.
 */
export function lineup(load: () => Promise<LineupFile>): HTMLElement {
  let file: LineupFile | undefined;
  let round = 0;
  let guess: number | undefined;
  let shown = false;
  let [right, tries] = [0, 0];
  const row = html`<div class="lineup" role="group" aria-label="Five faces, one of them real"></div>`;
  const faces: HTMLButtonElement[] = [];

  function draw(): void {
    if (!file) return;
    const real = file.real[round]!;
    for (const [place, face] of faces.entries()) {
      const said = place === real ? "real" : "forged";
      face.firstElementChild!.setAttribute(
        "style",
        `background-image: url(${file.png}); background-position: ${tilePosition(file, round, place)}; background-size: ${100 * file.places}% ${100 * file.real.length}%`
      );
      face.dataset.face = shown ? said : "";
      face.lastElementChild!.textContent = shown ? said : "\u00a0";
      face.setAttribute(
        "aria-label",
        `Face ${place + 1}${shown ? `, ${said}` : ""}${guess === place ? ", your guess" : ""}`
      );
      face.setAttribute("aria-pressed", String(guess === place));
      face.disabled = shown;
    }
    const truth = shown
      ? `Face ${real + 1} is real.`
      : "One of these five is real, drawn from its label; the others are forged. Which one?";
    const yours = guess === undefined || !shown ? "" : guess === real ? " You found it." : " You were taken in.";
    const score = tries > 0 ? ` So far you have found ${right} of ${count(tries, "real face")}.` : "";
    card.summary(`${truth}${yours}${score}`);
  }

  function show(): void {
    if (shown) return;
    shown = true;
    draw();
  }

  const game = player({
    name: "lineup",
    duration,
    another: "Another line-up",
    deal(seed) {
      round = file ? (seed - 1) % file.real.length : 0;
      guess = undefined;
      shown = false;
      draw();
    },
    show(done) {
      if (done >= reveal) show();
    }
  });
  const card = figure({title: "Which face is real?", children: [row, game.buttons]});

  function build(read: LineupFile): void {
    file = read;
    for (let place = 0; place < read.places; ++place) {
      const face =
        html`<button type="button"><span class="lineup-face"></span><span></span></button>` as HTMLButtonElement;
      face.addEventListener("click", () => {
        guess = place;
        ++tries;
        if (place === read.real[round]) ++right;
        show();
      });
      faces.push(face);
    }
    row.replaceChildren(...faces);
    game.start(card.node);
  }

  new IntersectionObserver(
    ([entry], observer) => {
      if (!entry!.isIntersecting) return;
      observer.disconnect();
      fill(card, load(), build);
    },
    {rootMargin: "600px"}
  ).observe(card.node);
  return card.node;
}
