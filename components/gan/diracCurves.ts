import * as Plot from "@observablehq/plot";
import {descentRate} from "../../models/gan/diracDescent.js";
import {distanceOf, flowRate, forcesOf} from "../../models/gan/diracGan.js";
import {colors} from "../theme.js";
import {halo, looks} from "./diracPlane.js";
import {type DiracState, heaviest, horizon} from "./diracState.js";

/** The least and the greatest distance that the chart shows. */
export function distanceDomain({distance, flow, linear, training}: DiracState): [number, number] {
  let top = distance * 1.5;
  let bottom = distance / 3;
  for (const path of [flow, linear])
    for (const log of path.logDistance) {
      bottom = Math.min(bottom, Math.exp(log));
      top = Math.max(top, Math.exp(log));
    }
  for (const far of training.distance) {
    bottom = Math.min(bottom, far);
    top = Math.max(top, far);
  }
  return [Math.max(distance * 1e-5, bottom / 1.3), Math.min(distance * 1e3, top * 1.3)];
}

/** A path's points, thinned, and where they leave the chart. */
function curve(time: ArrayLike<number>, value: (i: number) => number, most: number): [number, number][] {
  const every = Math.max(1, Math.ceil(time.length / most));
  const points: [number, number][] = [];
  for (let i = 0; i < time.length; i += every) points.push([time[i]!, value(i)]);
  return points;
}

/** The distance from the equilibrium over time, on a scale on which a steady decay is straight. */
export function distanceOptions(state: DiracState, width: number): Plot.PlotOptions {
  const {flow, linear, training, scale, solved} = state;
  const [bottom, top] = distanceDomain(state);
  const cut = (points: [number, number][]) => points.map(([t, d]): [number, number] => [t, Math.max(d, bottom / 10)]);
  const steps = cut(curve(training.time, (i) => training.distance[i]!, 600));
  const lines = {
    linear: cut(curve(linear.time, (i) => Math.exp(linear.logDistance[i]!), 600)),
    training: steps,
    flow: cut(curve(flow.time, (i) => Math.exp(flow.logDistance[i]!), 600))
  };
  const end = (points: [number, number][]) => {
    const seen = points.filter(([, d]) => d >= bottom && d <= top);
    return seen.at(-1) ?? points[0]!;
  };
  // Where ends lie on each other their names are moved apart, in the order in which they end.
  const spread = Math.log(top / bottom) / 14;
  const ends = (Object.keys(lines) as (keyof typeof lines)[])
    .map((id) => ({id, at: end(lines[id]), y: Math.log(end(lines[id])[1])}))
    .sort((a, b) => a.y - b.y);
  for (let i = 1; i < ends.length; ++i) ends[i]!.y = Math.max(ends[i]!.y, ends[i - 1]!.y + spread);
  return {
    marginLeft: 56,
    marginRight: 78,
    marginTop: 20,
    marginBottom: 36,
    x: {domain: [0, horizon], label: "Time (iterations × pace)", labelAnchor: "center", labelArrow: "none"},
    y: {
      type: "log",
      domain: [bottom, top],
      label: "Distance from the equilibrium",
      labelArrow: "none",
      ticks: 5,
      tickFormat: (d: number) =>
        d >= 0.01 && d < 1e4 ? String(Number(d.toPrecision(2))) : d.toExponential(0).replace("-", "−")
    },
    marks: [
      Plot.line(lines.linear, {stroke: looks.linear.color, strokeDasharray: "4 4", strokeWidth: 1.5, clip: true}),
      Plot.line(lines.training, {stroke: looks.training.color, strokeWidth: 1.5, clip: true}),
      steps.length <= 130 ? Plot.dot(steps, {r: 2, fill: looks.training.color, clip: true}) : null,
      Plot.line(lines.flow, {stroke: looks.flow.color, strokeWidth: 2, clip: true}),
      solved
        ? Plot.dot(
            solved.time.map((t, i) => [
              t,
              Math.max(bottom / 10, distanceOf(scale, [solved.theta[i]!, solved.psi[i]!]))
            ]),
            {r: 2.6, fill: colors.background, stroke: looks.flow.color, clip: true}
          )
        : null,
      width > 0
        ? Plot.text(ends, {
            x: horizon,
            y: (d: (typeof ends)[number]) => Math.min(top, Math.exp(d.y)),
            text: (d: (typeof ends)[number]) => looks[d.id].name,
            fill: (d: (typeof ends)[number]) => looks[d.id].color,
            textAnchor: "start",
            dx: 6,
            fontWeight: 600
          })
        : null
    ]
  };
}

/** How fast each is in the end, over the weight of the penalty; below zero it leaves. */
export function ratesOptions(state: DiracState, width: number): Plot.PlotOptions {
  const {game, best, critical} = state;
  const {slope} = forcesOf(game.loss);
  const weights = Array.from({length: 301}, (_, i) => (heaviest * i) / 300);
  const [bottom, top] = [-0.5 * slope, 1.35 * slope];
  const clamp = (rate: number) => Math.min(9, Math.max(-9, rate));
  const flow = weights.map((gamma) => [gamma, flowRate({...game, gamma})]);
  const steps = weights.map((gamma) => [gamma, clamp(descentRate({...game, gamma}))]);
  const here = descentRate(game);
  const bestRate = clamp(descentRate({...game, gamma: best.gamma}));
  const inside = critical <= heaviest;
  return {
    marginLeft: 48,
    marginRight: 16,
    marginTop: 20,
    marginBottom: 36,
    x: {
      domain: [0, heaviest],
      label: "R1 penalty γ",
      labelAnchor: "center",
      labelArrow: "none",
      ticks: width < 400 ? 4 : 7
    },
    y: {domain: [bottom, top], label: "Rate of arrival, per unit of time", labelArrow: "none", ticks: 6},
    marks: [
      Plot.rect([0], {x1: 0, x2: heaviest, y1: bottom, y2: 0, fill: colors.ruin, fillOpacity: 0.08}),
      Plot.text([[heaviest, bottom]], {
        text: ["leaves the equilibrium"],
        textAnchor: "end",
        dx: -6,
        dy: -9,
        fill: colors.ruin
      }),
      Plot.ruleY([0], {stroke: colors.muted}),
      Plot.ruleX([game.gamma], {stroke: colors.foreground, strokeDasharray: "2 3"}),
      Plot.line(flow, {stroke: looks.flow.color, strokeWidth: 2, clip: true}),
      Plot.line(steps, {stroke: looks.training.color, strokeWidth: 1.5, clip: true}),
      inside
        ? Plot.text([[critical, slope]], {
            text: [`flow fastest at γ = ${Number(critical.toFixed(2))}`],
            textAnchor: critical > heaviest / 2 ? "end" : "start",
            dx: critical > heaviest / 2 ? -8 : 8,
            dy: -10,
            fill: looks.flow.color,
            fontWeight: 600,
            ...halo
          })
        : null,
      bestRate > 0 && bestRate < top && best.gamma > 0
        ? Plot.dot([[best.gamma, bestRate]], {
            r: 4,
            stroke: looks.training.color,
            fill: colors.background,
            strokeWidth: 2
          })
        : null,
      Plot.dot([[game.gamma, flowRate(game)]], {r: 4.5, fill: looks.flow.color, clip: true}),
      here > bottom && here < top ? Plot.dot([[game.gamma, here]], {r: 4, fill: looks.training.color}) : null
    ]
  };
}
