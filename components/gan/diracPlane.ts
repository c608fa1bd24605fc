import * as Plot from "@observablehq/plot";
import {diracField, type SolvedFlow} from "../../models/gan/diracFlow.js";
import {colors} from "../theme.js";
import {type DiracState, thinned} from "./diracState.js";

/** A label that stays readable where a line passes behind it. */
export const halo = {stroke: colors.background, strokeWidth: 4} as const;

/** How each way of playing the game is drawn, on every chart of the page. */
export const looks = {
  flow: {color: colors.optimum, name: "flow"},
  linear: {color: colors.muted, name: "linearised"},
  training: {color: colors.ruin, name: "training"}
} as const;

const margin = {top: 16, right: 10, bottom: 36, left: 42};

/**
 * How far the plane reaches, with a scale that is the same both ways: a little farther than the start, or twice as far
 * where training leaves. Two reaches only, so that the axes stand still while a slider moves.
 */
export function planeWindow(
  {start, distance, training}: Pick<DiracState, "start" | "distance" | "training">,
  width: number,
  height: number
): {x: [number, number]; y: [number, number]} {
  const leaves = training.lost || training.distance.some((far) => far > 1.25 * distance);
  const reach = Math.max(1e-3, (leaves ? 2.2 : 1.4) * Math.hypot(...start));
  const [across, up] = [width - margin.left - margin.right, height - margin.top - margin.bottom];
  const unit = Math.max(1, Math.min(across, up)) / (2 * reach);
  return {x: [-across / unit / 2, across / unit / 2], y: [-up / unit / 2, up / unit / 2]};
}

/** Arrows of the flow on a grid; their length grows with the root of the speed. */
function arrows(state: DiracState, x: [number, number], y: [number, number], width: number) {
  const field = diracField(state.game);
  const columns = width < 480 ? 11 : 17;
  const gap = (x[1] - x[0]) / columns;
  const rows = Math.max(3, Math.floor((y[1] - y[0]) / gap));
  const list: {theta: number; psi: number; speed: number; turn: number}[] = [];
  for (let i = 0; i < columns; ++i)
    for (let j = 0; j < rows; ++j) {
      const theta = x[0] + (i + 0.5) * gap;
      const psi = ((j - (rows - 1) / 2) * (y[1] - y[0])) / rows;
      const [a, b] = field(theta, psi);
      list.push({theta, psi, speed: Math.hypot(a, b), turn: (Math.atan2(a, b) * 180) / Math.PI});
    }
  const top = Math.max(...list.map(({speed}) => speed)) || 1;
  const room = (0.85 * (width - margin.left - margin.right)) / columns;
  return list.map((d) => ({...d, length: room * Math.sqrt(d.speed / top)}));
}

/** Some of the other solver’s points, about as far apart along the way as a ring can be told from the next. */
function ringsOf({theta, psi}: SolvedFlow): [theta: number, psi: number][] {
  const apart = 0.16 * Math.hypot(theta[0]!, psi[0]!);
  const rings: [number, number][] = [];
  for (let i = 0; i < theta.length; ++i)
    if (rings.every(([a, b]) => Math.hypot(theta[i]! - a, psi[i]! - b) > apart)) rings.push([theta[i]!, psi[i]!]);
  return rings;
}

/** The plane of both networks: the field of the flow, and the three ways from one start. */
export function planeOptions(state: DiracState, width: number, height: number): Plot.PlotOptions {
  const {x, y} = planeWindow(state, width, height);
  const {training, solved} = state;
  const steps = thinned(training, 900);
  const few = training.theta.length <= 160;
  return {
    marginTop: margin.top,
    marginRight: margin.right,
    marginBottom: margin.bottom,
    marginLeft: margin.left,
    x: {domain: x, label: "Generator θ", labelAnchor: "center", labelArrow: "none", ticks: width < 480 ? 5 : 9},
    y: {domain: y, label: "Discriminator ψ", labelArrow: "none", ticks: 6},
    marks: [
      Plot.ruleX([0], {stroke: colors.hairline}),
      Plot.ruleY([0], {stroke: colors.hairline}),
      Plot.vector(arrows(state, x, y, width), {
        x: "theta",
        y: "psi",
        length: "length",
        rotate: "turn",
        stroke: colors.muted,
        strokeOpacity: 0.55,
        strokeWidth: 1,
        anchor: "middle"
      }),
      Plot.line(thinned(state.linear, 600), {
        stroke: looks.linear.color,
        strokeDasharray: "4 4",
        strokeWidth: 1.5,
        clip: true
      }),
      Plot.line(steps, {
        stroke: looks.training.color,
        strokeWidth: few ? 0.8 : 1.3,
        strokeOpacity: 0.9,
        clip: true
      }),
      few ? Plot.dot(steps, {r: 2.2, fill: looks.training.color, clip: true}) : null,
      Plot.line(thinned(state.flow, 600), {stroke: looks.flow.color, strokeWidth: 2, clip: true}),
      solved
        ? Plot.dot(ringsOf(solved), {
            r: 2.6,
            fill: colors.background,
            stroke: looks.flow.color,
            clip: true
          })
        : null,
      Plot.dot([[0, 0]], {r: 3.5, fill: colors.foreground}),
      Plot.dot([state.start], {r: 4.5, fill: colors.background, stroke: colors.foreground, strokeWidth: 2}),
      Plot.text([state.start], {
        text: ["start"],
        dx: 9,
        dy: -10,
        textAnchor: "start",
        fill: colors.foreground,
        fontWeight: 600,
        ...halo
      })
    ]
  };
}
