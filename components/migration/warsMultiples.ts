import * as Plot from "@observablehq/plot";
import {html} from "htl";
import type {MeasuredRow, WarsFile, WarsRow} from "../../models/migration/files.js";
import {presets} from "../../models/migration/parameters.js";
import {figure, fill} from "../figure.js";
import {percent} from "../format.js";
import {plotView} from "../plotView.js";
import {colors} from "../theme.js";
import {sandboxAddress, years} from "./format.js";

/** One preset over the years: the exact law as a band and a line, the wars of agents as dots and dashes. */
export function multipleOptions({time}: Pick<WarsFile, "time">, {exact, sample}: WarsRow): Plot.PlotOptions {
  const at = (list: readonly number[]) => time.map((t, i) => [t, 100 * list[i]!] as const);
  const dots = at(sample.mean).filter((_, i) => i % 4 === 0);
  const dashes = {stroke: colors.foreground, strokeOpacity: 0.7, strokeDasharray: "2 3"};
  return {
    marginLeft: 36,
    marginRight: 10,
    marginTop: 22,
    marginBottom: 34,
    x: {label: "Years", domain: [0, time.at(-1)!], ticks: 4, labelAnchor: "center", labelArrow: "none"},
    y: {label: "New platform (%)", domain: [0, 100], ticks: 5, labelArrow: "none"},
    marks: [
      Plot.ruleY([0, 100], {stroke: colors.hairline}),
      Plot.areaY(time, {
        x: time,
        y1: exact.low.map((v) => 100 * v),
        y2: exact.high.map((v) => 100 * v),
        fill: colors.newPlatform,
        fillOpacity: 0.2
      }),
      Plot.line(at(exact.mean), {stroke: colors.newPlatform, strokeWidth: 2}),
      Plot.line(at(sample.low), dashes),
      Plot.line(at(sample.high), dashes),
      Plot.dot(dots, {r: 2, fill: colors.foreground})
    ]
  };
}

/** When it is won, in words. */
export function whenWon({meanFieldT90, T90, won}: WarsRow, horizon: number): string {
  if (T90) return `Nine in ten have moved after ${years(T90.exact)}`;
  if (meanFieldT90 === null && won === 0) return `Nine in ten never move: in none of the wars within ${horizon} years`;
  return `Nine in ten move within ${horizon} years in ${percent(won)} of the wars`;
}

function measuredWords({mean, error, exact, score}: MeasuredRow): string {
  return `${mean.toFixed(2)} ± ${error.toFixed(2)} in the wars, ${exact.toFixed(2)} exactly (${Math.abs(score).toFixed(1)} standard errors apart)`;
}

/** Throws where the file is not what it should be. */
export function checkWarsFile(file: WarsFile): WarsFile {
  const {time, rows} = file;
  if (!Array.isArray(time) || !Array.isArray(rows) || rows.length !== Object.keys(presets).length)
    throw new Error("the presets are not all there");
  for (const {id, exact, sample} of rows)
    if (!(id in presets) || [exact, sample].some((d) => d.mean.length !== time.length))
      throw new Error(`${id} is not whole`);
  return file;
}

/** Four ways a war can go: a small chart each, beside when it is won and what it costs. */
export function warsMultiples(data: Promise<WarsFile>): HTMLElement {
  let file: WarsFile;
  const panels = Object.entries(presets).map(([id, preset]) => {
    const chart = plotView<WarsRow>({height: 210}, (row) => multipleOptions(file, row));
    const words = html`<p class="wars-words"></p>`;
    const node = html`<div>
      <p class="wars-name"><a href=${sandboxAddress(preset)}>${id}</a></p>
      ${chart.node}${words}
    </div>`;
    return {id, chart, words, node};
  });
  const frame = figure({
    title: "Agents against the exact law",
    children: [html`<div class="wars-multiples">${panels.map((d) => d.node)}</div>`]
  });
  fill(frame, data, (found) => {
    file = checkWarsFile(found);
    for (const {id, chart, words} of panels) {
      const row = file.rows.find((d) => d.id === id)!;
      chart.update(row);
      words.textContent = `${whenWon(row, file.time.at(-1)!)}. Loss: ${measuredWords(row.loss)}; an instant switch ${row.instantCost.toFixed(2)}.`;
    }
    const most = Math.max(...file.rows.map((d) => d.mostScore));
    frame.summary(
      `Line and shade: mean and nine in ten of all wars, exactly, for crowds of ${file.agents}. Dots and dashes: the same of ${file.wars.toLocaleString("en-US")} wars of agents each. At no time is their mean share more than ${most.toFixed(1)} standard errors from the exact one.`
    );
  });
  return frame.node;
}
