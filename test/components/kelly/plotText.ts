import * as Plot from "@observablehq/plot";
import {JSDOM} from "jsdom";

/** Draws a chart without a browser and returns its SVG, for tests to read. */
export function plotText(options: Plot.PlotOptions, width = 800, height = 300): string {
  const {document} = new JSDOM("").window;
  return Plot.plot({...options, width, height, document}).outerHTML;
}
