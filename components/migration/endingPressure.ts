import * as Plot from "@observablehq/plot";
import {contours} from "d3";
import type {EndingEnforcementFile} from "../../models/migration/files.js";
import {colors} from "../theme.js";
import type {CurvesPiece} from "./ending.worker.js";
import {halo} from "./endingFocus.js";

export interface PressureState {
  strengths: readonly number[];
  calm: readonly number[];
  resented: readonly number[];
  backlash: number;
  enforcement: number;
}

export function pressureState(
  {strengths, calm, resented}: CurvesPiece,
  {backlash, enforcement}: {backlash: number; enforcement: number}
): PressureState {
  return {strengths, calm: calm.loss, resented: resented.loss, backlash, enforcement};
}

const axis = {labelArrow: "none"} as const;

/** Loss over how hard adopters press: patience against enforcement without and with backlash. */
export function pressureOptions({strengths, calm, resented, backlash, enforcement}: PressureState): Plot.PlotOptions {
  const line = (loss: readonly number[]) => strengths.map((eta, i) => [eta, loss[i]!] as const);
  const top = Math.max(...calm, ...resented) * 1.1;
  const ends = [calm.at(-1)!, resented.at(-1)!];
  const apart = Math.abs(ends[0]! - ends[1]!) < top * 0.07;
  const under = ends[0]! <= ends[1]!;
  const label = (i: 0 | 1, text: string, color: string) =>
    Plot.text([[3, ends[i]!]], {
      text: [text],
      textAnchor: "end",
      dy: (i === 0) === under ? 14 : -20,
      fill: color,
      fontWeight: 600,
      ...halo
    });
  return {
    marginLeft: 44,
    marginRight: 14,
    marginTop: 20,
    marginBottom: 43,
    x: {domain: [0, 3], label: "Enforcement η", labelAnchor: "center", labelOffset: 36, ...axis, ticks: 6},
    y: {domain: [0, top], label: "Loss (utility a user)", ...axis, ticks: 5},
    marks: [
      Plot.ruleY([calm[0]!], {stroke: colors.outside, strokeDasharray: "3 3"}),
      Plot.text([[3, calm[0]!]], {
        text: ["no enforcement"],
        textAnchor: "end",
        dy: calm[0]! > top * 0.85 ? 10 : -9,
        fill: colors.outside,
        ...halo
      }),
      Plot.ruleX([enforcement], {stroke: colors.foreground, strokeDasharray: "2 3"}),
      Plot.line(line(calm), {stroke: colors.other, strokeWidth: 2.5}),
      Plot.line(line(resented), {stroke: colors.ruin, strokeWidth: 2.5}),
      backlash > 0 && !apart ? label(0, "without backlash", colors.other) : null,
      label(
        1,
        backlash > 0 ? `with backlash b = ${backlash}` : "without backlash",
        backlash > 0 ? colors.ruin : colors.other
      ),
      backlash > 0 && apart ? label(0, "without backlash", colors.other) : null
    ]
  };
}

/** Where pressing lowers the loss, as rings of points (Δq, η). */
export function gainRings(file: EndingEnforcementFile, backlash: number): [number, number][][] {
  const map = file.maps.find((d) => d.backlash === backlash);
  const {advantages, strengths} = file;
  if (!map || map.change.length !== advantages.length) throw new Error("endingEnforcement.json is malformed");
  // Without enforcement there is nothing to gain or lose: the edge is drawn as its neighbours are.
  // Past the border the loss falls steeply: cut off, so that the border is not drawn towards the steep side.
  const value = (i: number, j: number) => Math.max(-1, Math.min(1, -map.change[i]![Math.max(1, j)]!));
  const values = strengths.flatMap((_, j) => advantages.map((_, i) => value(i, j)));
  const {coordinates} = contours().size([advantages.length, strengths.length]).contour(values, 0);
  const place = (list: number[], at: number, n: number) => {
    const step = (list.at(-1)! - list[0]!) / (n - 1);
    return Math.min(list.at(-1)!, Math.max(list[0]!, list[0]! + (at - 0.5) * step));
  };
  // Specks of a grid cell or two are the grid’s own.
  return coordinates.flatMap((polygon) =>
    polygon
      .filter((ring) => ring.length > 12)
      .map((ring) =>
        ring.map(([i, j]): [number, number] => [
          place(advantages, i!, advantages.length),
          place(strengths, j!, strengths.length)
        ])
      )
  );
}

export interface PressureMapState {
  calm: [number, number][][];
  resented: [number, number][][];
  mark: {advantage: number; enforcement: number};
  /** The mark belongs to the map: nothing but what it spans has been moved. */
  onMap: boolean;
}

/** The wars in which enforcement is not destructive. */
export function pressureMapOptions({calm, resented, mark, onMap}: PressureMapState, width: number): Plot.PlotOptions {
  const rings = (list: [number, number][][]) => list.flatMap((ring, z) => ring.map(([x, y]) => ({x, y, z})));
  const narrow = width < 420;
  return {
    marginLeft: 44,
    marginRight: 14,
    marginTop: 20,
    marginBottom: 43,
    x: {domain: [0, 2], label: "Advantage Δq", labelAnchor: "center", labelOffset: 36, ...axis, ticks: 5},
    y: {domain: [0, 3], label: "Enforcement η", ...axis, ticks: 6},
    marks: [
      Plot.frame({fill: colors.ruin, fillOpacity: 0.14, stroke: null}),
      Plot.line(rings(calm), {x: "x", y: "y", z: "z", fill: colors.background, stroke: null}),
      Plot.line(rings(calm), {
        x: "x",
        y: "y",
        z: "z",
        fill: colors.ceiling,
        fillOpacity: 0.22,
        stroke: colors.ceiling,
        strokeWidth: 1.5
      }),
      Plot.line(rings(resented), {
        x: "x",
        y: "y",
        z: "z",
        stroke: colors.foreground,
        strokeWidth: 1.5,
        strokeDasharray: "4 3"
      }),
      Plot.text([[0.29, 0.9]], {
        text: ["pressing\nraises the loss"],
        fontSize: narrow ? 10 : 11.5,
        fill: colors.ruin,
        fontWeight: 600
      }),
      Plot.text([[1.5, 1.55]], {text: ["pressing\nlowers the loss"], fill: colors.ceiling, fontWeight: 600}),
      narrow ? null : Plot.text([[1.5, 2.6]], {text: ["dashed: with backlash 0.3"], fill: colors.foreground}),
      onMap
        ? Plot.dot([mark], {
            x: "advantage",
            y: "enforcement",
            r: 5,
            fill: colors.background,
            stroke: colors.foreground,
            strokeWidth: 2
          })
        : null
    ]
  };
}

/** What enforcement does in this war, in words. */
export function pressureSummary({strengths, calm, resented, backlash}: PressureState): string {
  const verdict = (loss: readonly number[]) => {
    const base = loss[0]!;
    const best = loss.reduce((a, v, i) => (v < loss[a]! ? i : a), 0);
    const turn = loss.findIndex((v, i) => i > 0 && v < base - 1e-3);
    if (best === 0) return "raises the loss at any strength up to 3";
    const until =
      turn > 1
        ? `raises the loss up to a strength of ${strengths[turn - 1]!.toFixed(1)} and lowers it above`
        : "lowers the loss";
    return `${until}, at best to ${loss[best]!.toFixed(1)} at ${strengths[best]!.toFixed(1)}`;
  };
  const second = backlash > 0 ? ` With backlash ${backlash} it ${verdict(resented)}.` : "";
  return `Left alone this war costs ${calm[0]!.toFixed(1)}. Without backlash, enforcement ${verdict(calm)}.${second}`;
}
