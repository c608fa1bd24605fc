import {html} from "htl";
import type {BandCoverage, FitBand, FittedCurve} from "../../models/migration/files.js";
import {subjects} from "../../models/migration/fitSubjects.js";
import {percent} from "../format.js";
import type {View} from "../view.js";
import type {RealState} from "./fitSolver.js";
import {signed} from "./format.js";
import {type CurveId, curveLooks} from "./realCurves.js";
import {confidences, monthName, parameterNames, resultOf} from "./realWords.js";

const order: CurveId[] = ["migration", "logistic", "ceiling", "bass"];
const none = "–";
const optional = (value: number | null | undefined, digits: number) =>
  value === null || value === undefined ? none : signed(value, digits);

/** Names of the curves that are best by a measure: those within a hundredth of the least. */
function best(
  fits: readonly FittedCurve[],
  measure: (result: NonNullable<FittedCurve["result"]>) => number | null
): Set<CurveId> {
  const values = fits.flatMap(({id, result}) => {
    const value = result && measure(result);
    return value === null ? [] : [[id, value] as const];
  });
  const least = Math.min(...values.map(([, value]) => value));
  return new Set(values.filter(([, value]) => value < least + 0.005).map(([id]) => id));
}

function cell(text: string, winner = false) {
  return html`<td>${winner ? html`<strong>${text}</strong>` : text}</td>`;
}

function curveRows({fits = []}: RealState) {
  const [close, simple, ahead] = [best(fits, (d) => d.rmse), best(fits, (d) => d.aicc), best(fits, (d) => d.ahead)];
  return order.map((id) => {
    const result = fits.find((fit) => fit.id === id)?.result;
    const {name, color} = curveLooks[id];
    return html`<tr>
      <th scope="row" style=${{color}}>${name}</th>
      ${cell(optional(result?.rmse, 2), close.has(id))}
      ${cell(optional(result?.aicc, 1), simple.has(id))}
      ${cell(optional(result?.lagOne, 2))}
      ${cell(optional(result?.ahead, 1), ahead.has(id))}
    </tr>`;
  });
}

function range(band: FitBand | null | undefined, i: number, digits: number): string {
  const found = band?.parameters[i];
  return found ? `${signed(found[0], digits)} – ${signed(found[1], digits)}` : none;
}

const boundOf = ["pace", "bias", "coupling", "initialShare"];

function parameterRows(state: RealState) {
  const game = resultOf(state, "migration");
  return parameterNames.map(({symbol, name, digits}, i) => {
    const atEnd = game?.atBound.includes(boundOf[i]!);
    return html`<tr>
      <th scope="row">${symbol} <small>${name}</small></th>
      <td>${game ? signed(game.parameters[i]!, digits) : none}${atEnd ? html` <small>end of its range</small>` : ""}</td>
      <td>${range(state.band, i, digits)}</td>
    </tr>`;
  });
}

/** Milliseconds without a change after which the rows are filled anew. */
const resting = 150;

const faded = "0.35";

/** Two tables: how well each curve does, and the game's parameters with their intervals. They stay, and their rows change. */
export function fitTables(): View<RealState> {
  const curves = html`<tbody></tbody>`;
  const parameters = html`<tbody></tbody>`;
  const node = html`<div class="row fit-tables">
    <table aria-label="Curves fitted">
      <thead><tr><th scope="col">Curve</th><th scope="col">RMSE</th><th scope="col">AICc</th><th scope="col">Lag 1</th><th scope="col">Off after</th></tr></thead>
      ${curves}
    </table>
    <table aria-label="Parameters of the game">
      <thead><tr><th scope="col">The game</th><th scope="col">Fitted</th><th scope="col">90 % of refits</th></tr></thead>
      ${parameters}
    </table>
  </div>` as HTMLElement;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let filled: RealState | undefined;
  const fillIn = (state: RealState) => {
    filled = state;
    node.style.opacity = state.fresh ? "" : faded;
    curves.replaceChildren(...curveRows(state));
    parameters.replaceChildren(...parameterRows(state));
  };
  return {
    node,
    update(state) {
      clearTimeout(timer);
      if (!filled || filled.report !== state.report) return fillIn(state);
      // While a slider moves, the numbers of the settings before stand faded.
      node.style.opacity = faded;
      timer = setTimeout(fillIn, resting, state);
    }
  };
}

/** How often the band of the game holds the truth, where the truth is known. */
export function coverageTable({rows, sets, scatter}: BandCoverage): HTMLElement {
  return html`<table class="coverage" aria-label="How often the band holds the truth">
    <thead><tr><th scope="col">Scatter of ${scatter.toFixed(1)} points</th><th scope="col">Residuals dealt out</th><th scope="col">The band holds the curve</th><th scope="col">The interval holds J</th></tr></thead>
    <tbody>${rows.map(
      ({correlation, block, band, bandError, coupling}) => html`<tr>
        <th scope="row">${correlation > 0 ? `neighbours correlate by ${correlation}` : "unrelated"}</th>
        <td>${block === 1 ? "singly" : `in blocks of ${block}`}</td>
        <td>${percent(band, 0)} ± ${(100 * bandError).toFixed(0)} of times</td>
        <td>${coupling} of ${sets}</td>
      </tr>`
    )}</tbody>
  </table>` as HTMLElement;
}

/** Every figure of the series shown, with where it is from and how it was come by. */
export function figureTable(): View<RealState> {
  const body = html`<tbody></tbody>`;
  const caption = html`<caption></caption>`;
  const caution = html`<p class="figures-caution"></p>`;
  const node = html`<div>
    ${caution}
    <div class="figures" role="region" aria-label="Figures and sources" tabindex="0"><table>
      ${caption}
      <thead><tr><th scope="col">Month</th><th scope="col">Share</th><th scope="col">Figure</th><th scope="col">Source</th></tr></thead>
      ${body}
    </table></div>
  </div>` as HTMLElement;
  let shown: string | undefined;
  return {
    node,
    update({report, settings}) {
      if (shown === report.id) return;
      shown = report.id;
      const {title, caution: words} = subjects[settings.series];
      caption.textContent = `${title}: ${report.points.length} figures`;
      caution.textContent = words;
      body.replaceChildren(
        ...report.points.map(
          ({month, percent, source, confidence}) => html`<tr>
            <th scope="row">${monthName(month)}</th>
            <td>${percent} %</td>
            <td>${confidences[confidence] ?? confidence}</td>
            <td>${source}</td>
          </tr>`
        )
      );
    }
  };
}
