import type {FitsFile, SeriesFits} from "../../models/migration/files.js";
import {subjects} from "../../models/migration/fitSubjects.js";
import {criticalCoupling} from "../../models/migration/meanField.js";
import {type Figure, figure, fill} from "../figure.js";
import {plotView} from "../plotView.js";
import type {View} from "../view.js";
import {fitChartOptions} from "./fitChart.js";
import {fitSolver, type RealState} from "./fitSolver.js";
import {fitWork} from "./fitWork.js";
import {forecastChartOptions, forecastSummary} from "./forecastChart.js";
import {
  type CouplingState,
  couplingChartOptions,
  couplingHeight,
  couplingRows,
  couplingSummary
} from "./realCoupling.js";
import type {RealSettings} from "./realInputs.js";
import {costProfileOptions, couplingProfileOptions} from "./realProfiles.js";
import {realSupply} from "./realSupply.js";
import {coverageTable, figureTable, fitTables} from "./realTables.js";
import {fitSummary, keyOf, residualSummary} from "./realWords.js";
import {residualChartOptions} from "./residualChart.js";

/** The end of the range of J in a fit. */
const mostCoupling = 5;

/** Refuses a file that is not what it should be. */
export function checkFitsFile(file: FitsFile): FitsFile {
  const whole = Object.values(subjects).every(({id}) => {
    const found = file.series.find((d) => d.id === id);
    return (
      found?.fits.length === 4 &&
      found.points.every((d) => Number.isFinite(d.time + d.percent)) &&
      found.band.low.length === found.band.time.length &&
      found.overCost.length > 0 &&
      found.overCoupling.length > 0
    );
  });
  if (!whole || !file.coverage.rows.length || !Number.isFinite(file.criticalCoupling))
    throw new Error("fits.json is malformed");
  return file;
}

/** The charts and tables of the page on real migrations, and what keeps them up to date. */
export function realStudy(data: Promise<FitsFile>): View<RealSettings> & {
  residuals: HTMLElement;
  forecasts: HTMLElement;
  couplings: HTMLElement;
  profiles: HTMLElement;
  figures: HTMLElement;
  supply: HTMLElement;
  coverage: HTMLElement;
} {
  let settings: RealSettings | undefined;
  let solver: ReturnType<typeof fitSolver> | undefined;
  let file: FitsFile | undefined;
  let rows: CouplingState["rows"] = [];
  let drawn: {report?: SeriesFits; cost?: number} = {};
  const work = fitWork(() => solver?.stop());
  const main = plotView<RealState>({height: "clamp(280px, 36cqw, 370px)"}, (state, width, height) =>
    fitChartOptions({...state, points: state.report.points}, width, height)
  );
  const tables = fitTables();
  const residual = plotView<RealState>({height: 250}, residualChartOptions);
  const forecast = plotView<RealState>({height: 270}, forecastChartOptions);
  const coupling = plotView<CouplingState>(
    {height: couplingHeight(Object.keys(subjects).length)},
    couplingChartOptions
  );
  const cost = plotView<RealState>({height: 230}, costProfileOptions);
  const strength = plotView<RealState>({height: 230}, (state) =>
    couplingProfileOptions(state, {critical: file!.criticalCoupling, switchingCost: file!.switchingCost})
  );
  const table = figureTable();
  const tested = document.createElement("div");
  tested.className = "scroll";
  const frames = {
    main: figure({main: true, title: "A migration, and curves fitted to it", children: [main.node, work.node]}),
    residuals: figure({title: "What the curves leave over", children: [tables.node, residual.node]}),
    forecasts: figure({title: "Forecasts, by how much was known", children: [forecast.node]}),
    couplings: figure({title: "The coupling J over the critical J_c", children: [coupling.node]}),
    cost: figure({title: "k is not identified", children: [cost.node]}),
    strength: figure({title: "What the figures know of J", children: [strength.node]}),
    coverage: figure({title: "The band, tried on series whose curve is known", children: [tested]}),
    figures: figure({title: "What was found, and where", children: [table.node]})
  } satisfies Record<string, Figure>;

  function changed(state: RealState): void {
    const critical = criticalCoupling({switchingCost: state.settings.switchingCost});
    for (const view of [main, tables, residual, forecast, table, work]) view.update(state);
    // What a cut-off does not touch is not drawn again at each move of its slider.
    if (state.report !== drawn.report || state.settings.switchingCost !== drawn.cost) {
      coupling.update({rows, end: mostCoupling / file!.criticalCoupling, series: state.settings.series});
      cost.update(state);
      strength.update(state);
      drawn = {report: state.report, cost: state.settings.switchingCost};
    }
    frames.main.key(...keyOf(state, critical));
    frames.main.summary(() => fitSummary(state, critical));
    frames.main.status("ready");
    frames.residuals.summary(() => residualSummary(state, state.band));
    frames.forecasts.summary(() => forecastSummary(state));
    frames.couplings.summary(() => couplingSummary({rows, end: 1, series: state.settings.series}));
    const ratios = state.report.overCost.map((d) => d.ratio);
    frames.cost.summary(
      `With k held between 0 and ${state.report.overCost.at(-1)!.at}, the other parameters make up for it. J / J_c goes from ${Math.min(...ratios).toFixed(1)} to ${Math.max(...ratios).toFixed(1)}. Hollow: a parameter at the end of its range.`
    );
    const {wide} = state.report;
    frames.strength.summary(
      `Where the curve is flat, the figures do not care. With a range up to ${wide.at} in place of ${mostCoupling}, J would come to ${wide.coupling.toFixed(1)} and the RMSE to ${wide.rmse.toFixed(2)}.`
    );
    frames.figures.summary(
      "All figures are quoted; none was measured here. The file adoption.csv at the foot of the page holds them for every series."
    );
  }

  for (const frame of Object.values(frames))
    fill(frame, data, (loaded) => {
      if (frame !== frames.main) return void checkFitsFile(loaded);
      file = checkFitsFile(loaded);
      rows = couplingRows(file);
      tested.replaceChildren(coverageTable(file.coverage));
      frames.coverage.summary(
        `Made up from the game’s curve for ${subjects.downloads.short}, ${file.coverage.sets} times. A band that is called 90 % should hold the curve 90 % of the time.`
      );
      solver = fitSolver(file, {
        changed,
        failed(message) {
          console.warn(`fits: ${message}`);
          frames.main.status("error", "This could not be fitted. Moving a slider tries again.");
        }
      });
      if (settings) solver.update(settings);
    });

  const profiles = document.createElement("div");
  profiles.className = "row";
  profiles.append(frames.cost.node, frames.strength.node);
  return {
    node: frames.main.node,
    residuals: frames.residuals.node,
    forecasts: frames.forecasts.node,
    couplings: frames.couplings.node,
    profiles,
    figures: frames.figures.node,
    supply: realSupply(data),
    coverage: frames.coverage.node,
    update(next) {
      settings = next;
      solver?.update(next);
    }
  };
}
