import * as Plot from "@observablehq/plot";
import {bisectCenter, range} from "d3";
import type {BitcreepEnsemble, BitcreepFile} from "../../models/migration/files.js";
import {spinodal} from "../../models/migration/meanField.js";
import {adopterBalance} from "../../models/migration/misery.js";
import {defaults} from "../../models/migration/parameters.js";
import {colorKey} from "../colorKey.js";
import {sequential} from "../colorTable.js";
import {type FieldLine, type FieldState, field} from "../field.js";
import {figure, fill} from "../figure.js";
import {plotView} from "../plotView.js";
import {colors} from "../theme.js";
import type {View} from "../view.js";
import type {BitcreepState} from "./bitcreepInputs.js";
import {halo} from "./bitcreepShares.js";

/** Refuses a file that is not what it should be. */
export function checkBitcreepFile(file: BitcreepFile): BitcreepFile {
  const {bitcreep, advantage, misery, ensemble} = file;
  const numbers = [...bitcreep, ...advantage, ...misery, ...ensemble.flatMap((d) => Object.values(d))];
  if (misery.length !== bitcreep.length * advantage.length || ensemble.length < 2 || !numbers.every(Number.isFinite))
    throw new Error("bitcreep.json is malformed");
  return file;
}

/** Levels of colour: misery on a square-root scale, rows from the greatest bitcreep down. */
export function miseryLevels({bitcreep, advantage, misery}: BitcreepFile): Uint8Array {
  const most = Math.max(...misery);
  const columns = advantage.length;
  return Uint8Array.from(misery, (_, i) => {
    const row = bitcreep.length - 1 - Math.floor(i / columns);
    return 255 * Math.sqrt(Math.max(0, misery[row * columns + (i % columns)]!) / (most || 1));
  });
}

/**
 * Exact curves over the field: right of the first nobody is ever worse off; right of the second the new platform wins
 * from any start.
 */
export function miseryLines(most: {bitcreep: number; advantage: number}): FieldLine[] {
  const steps = range(0, 81).map((i) => (most.bitcreep * i) / 80);
  const free = steps.map((bitcreep): [number, number] => [
    -adopterBalance({bitcreep, advantage: 0}, defaults.initialShare).total,
    bitcreep
  ]);
  const won = steps.flatMap((bitcreep): [number, number][] => {
    const edge = spinodal({bitcreep});
    return edge ? [[edge[1], bitcreep]] : [];
  });
  const inside = (points: [number, number][]) => points.filter(([x]) => x <= most.advantage);
  return [
    {points: inside(free), label: "nobody worse off", labelAt: [2.62, 0.3]},
    {points: inside(won), label: "wins from any start", labelAt: [1.32, 1.36]}
  ];
}

/** Misery over bitcreep and advantage, from the built file; a click sets both sliders. */
export function bitcreepField(
  data: Promise<BitcreepFile>,
  pick: (point: {bitcreep: number; advantage: number}) => void
): View<BitcreepState> {
  let file: BitcreepFile | undefined;
  let state: BitcreepState | undefined;
  /** What the file alone decides, worked out once. */
  let picture: Pick<FieldState, "levels" | "lines"> | undefined;
  const key = colorKey("ruin");
  const chart = field({
    label: "What adopters lose, over advantage and bitcreep",
    height: "clamp(270px, 38cqw, 380px)",
    table: () => sequential("ruin").table,
    read(x, y) {
      if (!file) return "";
      const [i, j] = [bisectCenter(file.bitcreep, y), bisectCenter(file.advantage, x)];
      const lost = file.misery[i * file.advantage.length + j]!;
      return `bitcreep ${file.bitcreep[i]!.toFixed(2)}, advantage ${file.advantage[j]!.toFixed(2)}\nadopters lose ${lost.toFixed(2)} per user in ${file.years} years`;
    },
    pick: (x, y) => pick({advantage: Math.round(x * 20) / 20, bitcreep: Math.round(y * 20) / 20})
  });
  const frame = figure({title: "What adopters lose, all years together", children: [key.node, chart.node]});
  const draw = () => {
    if (!file || !state || !picture) return;
    const most = {bitcreep: file.bitcreep.at(-1)!, advantage: file.advantage.at(-1)!};
    const shown = state.advantage >= 0 && state.advantage <= most.advantage && state.bitcreep <= most.bitcreep;
    chart.update({
      ...picture,
      columns: file.advantage.length,
      rows: file.bitcreep.length,
      x: {label: "Advantage Δq", domain: [0, most.advantage]},
      y: {label: "Bitcreep κ", domain: [0, most.bitcreep]},
      mark: shown ? [state.advantage, state.bitcreep] : undefined
    });
  };
  fill(frame, data, (loaded) => {
    file = checkBitcreepFile(loaded);
    picture = {
      levels: miseryLevels(file),
      lines: miseryLines({bitcreep: file.bitcreep.at(-1)!, advantage: file.advantage.at(-1)!})
    };
    const most = Math.max(...file.misery);
    key.update([0, 0.25, 0.5, 1].map((share) => [Math.sqrt(share), share === 0 ? "0" : (most * share).toFixed(1)]));
    frame.summary(
      `Pale: adopters lose nothing. Deep: ${most.toFixed(1)} for each user of either platform, in ${file.years} years. It is worst along the line where the war tips, and just short of it. All other parameters at their defaults; the ring is where the sliders stand. Click, or press Enter, to set them.`
    );
    draw();
  });
  return {
    node: frame.node,
    update(next) {
      state = next;
      draw();
    }
  };
}

/** Misery over bitcreep: agents with two standard errors, the exact mean of as many agents, and the mean field. */
export function ensembleOptions({ensemble, agents}: BitcreepFile): Plot.PlotOptions {
  const top = Math.max(...ensemble.map((d) => Math.max(d.mean, d.chain, d.meanField))) * 1.1;
  const at = ensemble.reduce((a, b) => (b.meanField > a.meanField ? b : a));
  return {
    marginLeft: 40,
    marginRight: 12,
    marginTop: 16,
    marginBottom: 38,
    x: {label: "Bitcreep κ", labelAnchor: "center", labelArrow: "none", ticks: 5},
    y: {domain: [0, top || 1], label: "Misery per user (utility)", labelArrow: "none", ticks: 5},
    marks: [
      Plot.line(ensemble, {
        x: "bitcreep",
        y: "meanField",
        stroke: colors.muted,
        strokeWidth: 1.5,
        strokeDasharray: "4 3"
      }),
      Plot.line(ensemble, {x: "bitcreep", y: "chain", stroke: colors.ruin, strokeWidth: 2}),
      Plot.ruleX(ensemble, {
        x: "bitcreep",
        y1: (d: BitcreepEnsemble) => d.mean - 2 * d.error,
        y2: (d: BitcreepEnsemble) => d.mean + 2 * d.error,
        stroke: colors.foreground
      }),
      Plot.dot(ensemble, {x: "bitcreep", y: "mean", r: 3, fill: colors.foreground}),
      Plot.text([at], {
        x: "bitcreep",
        y: "meanField",
        text: ["mean field"],
        dy: -9,
        fill: colors.muted,
        fontWeight: 600,
        ...halo
      }),
      Plot.text([ensemble[1]!], {
        x: "bitcreep",
        y: top * 0.5,
        text: [`${agents} agents:\nexact mean (line),\nplayed (dots)`],
        textAnchor: "start",
        lineHeight: 1.25,
        fill: colors.ruin,
        fontWeight: 600,
        ...halo
      } as Plot.TextOptions)
    ]
  };
}

/** How far the means of the played wars lie from the exact ones, in standard errors. */
export function ensembleScores({ensemble}: BitcreepFile): number[] {
  return ensemble.map((d) => (d.error > 0 ? (d.mean - d.chain) / d.error : 0));
}

/** The ensemble's figure, drawn once. */
export function bitcreepEnsemble(data: Promise<BitcreepFile>): HTMLElement {
  const chart = plotView<BitcreepFile>({height: 300}, ensembleOptions);
  const frame = figure({title: "The same losses among agents, and by exact theory", children: [chart.node]});
  fill(frame, data, (loaded) => {
    const file = checkBitcreepFile(loaded);
    chart.update(file);
    const furthest = Math.max(...ensembleScores(file).map(Math.abs));
    frame.summary(
      `Dots: the mean over ${file.seeds} wars of ${file.agents} agents, with two standard errors either way. Line: the exact mean for as many agents; the two differ by ${furthest.toFixed(1)} standard errors at most. Dashed: an infinite crowd.`
    );
  });
  return frame.node;
}
