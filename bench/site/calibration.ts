import * as Plot from "@observablehq/plot";
import {range} from "d3";

/**
 * The fixed chart that redrawing is measured against: seven lines of 200 points with axes, a legend of labels and a
 * rule, drawn anew and put in the place of the last one. Bundled and run in the browser by rows.ts.
 */
export function drawCalibration(host: HTMLElement, phase: number): void {
  const data = range(7).flatMap((series) =>
    range(200).map((i) => ({series, x: i, y: Math.sin(i / 20 + series + phase) * (1 + series)}))
  );
  host.replaceChildren(
    Plot.plot({
      width: 900,
      height: 400,
      x: {label: "x"},
      y: {label: "y", grid: true},
      marks: [
        Plot.ruleY([0]),
        Plot.line(data, {x: "x", y: "y", z: "series", stroke: "series"}),
        Plot.text(data, Plot.selectLast({x: "x", y: "y", z: "series", text: "series", dx: 8}))
      ]
    })
  );
}

Object.assign(globalThis, {drawCalibration});
