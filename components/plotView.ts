import * as Plot from "@observablehq/plot";
import {redraw} from "./morph.js";
import {type ResponsiveOptions, responsive, type View} from "./view.js";

/**
 * A Plot that follows its state. `options` is a pure function of state and size, so that the same function also
 * draws the static figure. The picture is hidden from screen readers: the figure around it says in words what it
 * shows.
 */
export function plotView<State>(
  size: ResponsiveOptions,
  options: (state: State, width: number, height: number) => Plot.PlotOptions
): View<State> {
  return responsive<State>(
    {...size, className: `plot ${size.className ?? ""}`.trim()},
    (host, state, width, height) => {
      const chart = Plot.plot({...options(state, width, height), width, height});
      chart.setAttribute("aria-hidden", "true");
      redraw(host, chart);
    }
  );
}
