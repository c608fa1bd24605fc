import * as Plot from "@observablehq/plot";
import {JSDOM} from "jsdom";
import {dark, declarations, light} from "../../components/theme.js";

/** What a still picture shows, and its size in CSS pixels. */
export interface StillOptions {
  title: string;
  width: number;
  height: number;
}

/**
 * A chart as a self-contained SVG file: drawn by the page's own component function, with the palette of both themes
 * inside, so that it follows the reader's theme wherever it is shown. It stands on the page until the live chart is
 * there, and for readers without scripts and on paper.
 */
export function still(options: Plot.PlotOptions, {title, width, height}: StillOptions): string {
  const {document} = new JSDOM("").window;
  const chart = Plot.plot({...options, width, height, document});
  const svg = chart instanceof document.defaultView!.SVGSVGElement ? chart : chart.querySelector("svg")!;
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  svg.setAttribute("role", "img");
  const name = document.createElementNS("http://www.w3.org/2000/svg", "title");
  name.textContent = title;
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
  style.textContent = `svg { ${declarations(light)} background: var(--background); color: var(--foreground); font-family: system-ui, sans-serif; }
@media (prefers-color-scheme: dark) { svg { ${declarations(dark)} } }`;
  svg.prepend(name, style);
  return svg.outerHTML;
}
