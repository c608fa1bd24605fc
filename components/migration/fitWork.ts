import {html} from "htl";
import type {View} from "../view.js";
import type {RealState} from "./fitSolver.js";

/** A line below the chart that says what is being computed, how far it is, and lets the reader stop it. */
export function fitWork(stop: () => void): View<RealState> {
  const bar = html`<progress max="1" aria-label="Refits for the band"></progress>` as HTMLProgressElement;
  const words = html`<span></span>`;
  const button = html`<button type="button" class="button">Stop</button>` as HTMLButtonElement;
  button.addEventListener("click", stop);
  const node = html`<div class="fit-work">${words}${bar}${button}</div>` as HTMLElement;
  return {
    node,
    update({fresh, band, done}) {
      const busy = band === undefined;
      bar.hidden = button.hidden = !busy;
      if (done > 0) bar.value = done;
      else bar.removeAttribute("value");
      if (busy) words.textContent = fresh ? "Refitting for the band" : "Fitting four curves";
      else if (band) words.textContent = `Band: the middle 90 % of ${band.rounds} refits`;
      else words.textContent = fresh ? "No band" : "Stopped: moving a slider starts again";
    }
  };
}
