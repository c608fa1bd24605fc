import {html} from "htl";
import type {PackagesFile} from "../../models/migration/ecosystem.js";
import type {WallLayoutFile, WallRunsFile} from "../../models/migration/files.js";
import {figure, fill} from "../figure.js";
import {percent} from "../format.js";
import {plotView} from "../plotView.js";
import {readWall, shortName, type Wall} from "./wall.js";
import {wallCurvesOptions} from "./wallCurves.js";
import {degreesOptions, wavesOptions} from "./wallShape.js";
import {cyclesTable, familiesTable} from "./wallTables.js";
import {runsOf, wallTimesOptions} from "./wallTimes.js";

/**
 * The runs, if they are what they should be.
 *
 * @throws RangeError naming what is wrong.
 */
export function checkRuns(file: WallRunsFile): WallRunsFile {
  if (!Array.isArray(file.runs) || !Array.isArray(file.curves) || !Array.isArray(file.graphs))
    throw new RangeError("wallRuns.json has no runs, curves or graphs");
  if (runsOf(file, "debian").length === 0) throw new RangeError("wallRuns.json has no runs on the real graph");
  for (const {graph, mean, error, reached} of file.runs) {
    if (![mean, error, reached].every(Number.isFinite)) throw new RangeError(`a run on ${graph} is no number`);
    if (!file.graphs.some(({id}) => id === graph)) throw new RangeError(`graphs has no ${graph}`);
  }
  return file;
}

/** T90 over γ, the curves behind it, and the table of all graphs. */
export function wallTimes(data: Promise<WallRunsFile>): {times: HTMLElement; curves: HTMLElement; table: HTMLElement} {
  const times = plotView<WallRunsFile>({height: 340}, wallTimesOptions);
  const curves = plotView<WallRunsFile>({height: 340}, wallCurvesOptions);
  const timesFrame = figure({title: "Heavier dependencies, longer wars", children: [times.node]});
  const curvesFrame = figure({
    title: "The real graph, mean of many wars and nine in ten of them",
    children: [curves.node]
  });
  const host = html`<div></div>` as HTMLElement;
  const tableFrame = figure({title: "Years until nine in ten have moved", children: [host]});
  const checked = data.then(checkRuns);
  fill(timesFrame, checked, (file) => {
    times.update(file);
    const [debian, hubs] = [runsOf(file, "debian"), runsOf(file, "debian", "hubs")];
    const at = (runs: typeof debian, weight: number) =>
      runs.find((run) => run.weight === weight)?.mean.toFixed(1) ?? "–";
    timesFrame.summary(
      `At Δq = ${file.advantage}: ${at(debian, 0)} years at γ = 0, ${at(debian, 1)} at γ = 1 and ${at(debian, 1.5)} at γ = 1.5 on the real graph; ${at(hubs, 1)} and ${at(hubs, 1.5)} with hubs first. Grey: made-up graphs of the same size. Dotted: a well-mixed crowd in which everybody waits for everybody. A hollow dot counts wars not won as ${file.years} years.`
    );
  });
  fill(curvesFrame, checked, (file) => {
    curves.update(file);
    const hard = file.curves.find(({weight}) => weight === null);
    curvesFrame.summary(
      `The gate flattens the start and steepens the end. Behind a hard gate ${percent(hard?.mean.at(-1) ?? 0, 0)} are on the new platform after ${file.years} years.`
    );
  });
  fill(tableFrame, checked, (file) => {
    host.replaceChildren(familiesTable(file));
    tableFrame.summary(
      `Mean and standard error over seeds. All graphs but the linked part have ${file.graphs[0]!.nodes.toLocaleString("en-US")} packages; all have as many links. “> 26 (92 %)” is a mean in which wars not won within ${file.years} years count as ${file.years}, and the share that was won.`
    );
  });
  return {times: timesFrame.node, curves: curvesFrame.node, table: tableFrame.node};
}

/** Waves, degrees and cycles of the real graph. */
export function wallShape(
  packages: Promise<PackagesFile>,
  layout: Promise<WallLayoutFile>
): {waves: HTMLElement; degrees: HTMLElement; cycles: HTMLElement} {
  const waves = plotView<Wall>({height: 260}, wavesOptions);
  const degrees = plotView<Wall>({height: 260}, degreesOptions);
  const host = html`<div></div>` as HTMLElement;
  const wavesFrame = figure({title: "How many packages each wave frees", children: [waves.node]});
  const degreesFrame = figure({title: "Few packages are needed by many", children: [degrees.node]});
  const cyclesFrame = figure({title: "The cycles", children: [host]});
  const wall = Promise.all([packages, layout]).then(([file, drawing]) => readWall(file, drawing));
  fill(wavesFrame, wall, (made) => {
    waves.update(made);
    const count = made.slabs.filter(({kind}) => kind === "wave").length;
    wavesFrame.summary(
      `Behind a hard gate the migration would come in ${count} waves; ${made.stuck} packages would never move.`
    );
  });
  fill(degreesFrame, wall, (made) => {
    degrees.update(made);
    const top = made.hubs[0]!;
    degreesFrame.summary(`${shortName(made.names[top.node]!)} is needed by ${top.dependents} packages directly.`);
  });
  fill(cyclesFrame, wall, (made) => {
    const {node, words} = cyclesTable(made);
    host.replaceChildren(node);
    cyclesFrame.summary(words);
  });
  return {waves: wavesFrame.node, degrees: degreesFrame.node, cycles: cyclesFrame.node};
}
