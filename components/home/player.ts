import {html} from "htl";
import {readUrl, writeUrl} from "../inputs/urlState.js";

export interface PlayerOptions {
  /** The name in the address under which the number of the game is kept. */
  name: string;
  /** Milliseconds that a game takes on the screen. */
  duration: number;
  /** What the button for another game says. */
  another: string;
  /** Sets up the game of a number, a whole one from 1; nothing of it has been shown yet. */
  deal(seed: number): void;
  /** Shows the game as far as it has come, 0 … 1. */
  show(done: number): void;
}

export interface Player {
  buttons: HTMLElement;
  /** Begins: as soon as `node` is on the screen, or at the end at once for readers who asked for less motion. */
  start(node: HTMLElement): void;
}

/**
 * A game that plays itself once, small, and rests; with a button to pause and one for another game. Which game it is
 * stands in the address.
 */
export function player({name, duration, another, deal, show}: PlayerOptions): Player {
  const number = Number(readUrl(name));
  let seed = Number.isSafeInteger(number) && number > 0 ? number : 1;
  let done = 0;
  let began = 0;
  let frame = 0;
  let host: HTMLElement | undefined;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const toggle = html`<button type="button" class="button">Pause</button>` as HTMLButtonElement;
  const next = html`<button type="button" class="button">${another}</button>` as HTMLButtonElement;

  function stop(): void {
    cancelAnimationFrame(frame);
    frame = 0;
    toggle.textContent = done < 1 ? "Play" : "Play again";
  }

  function tick(now: number): void {
    done = Math.min(1, Math.max(0, (now - began) / duration)); // a frame may have begun before the click
    show(done);
    if (done < 1 && host?.isConnected) frame = requestAnimationFrame(tick);
    else stop();
  }

  function play(): void {
    if (done >= 1) {
      done = 0;
      deal(seed);
    }
    began = performance.now() - done * duration;
    toggle.textContent = "Pause";
    frame = requestAnimationFrame(tick);
  }

  /** The whole game at once. */
  function finish(): void {
    done = 1;
    show(1);
    stop();
  }

  toggle.addEventListener("click", () => (frame ? stop() : play()));
  next.addEventListener("click", () => {
    stop();
    writeUrl(name, String(++seed));
    done = 0;
    deal(seed);
    if (still) finish();
    else play();
  });

  return {
    buttons: html`<p class="miniature-buttons">${toggle} ${next}</p>`,
    start(node) {
      host = node;
      deal(seed);
      if (still) return finish();
      show(0);
      new IntersectionObserver(([entry], observer) => {
        if (!entry!.isIntersecting) return;
        observer.disconnect();
        if (!frame && done === 0) play();
      }).observe(node);
    }
  };
}

/** A picture that leads somewhere. The link lies over it in place of around it: the words in the picture are not its name. */
export function linked(picture: HTMLElement, href: string, label: string): HTMLElement {
  return html`<div class="miniature-frame">${picture}<a class="miniature-link" href=${href} aria-label=${label}></a></div>`;
}
