import * as Plot from "@observablehq/plot";
import {multipliers} from "../../models/gan/diracDescent.js";
import {type Complex, forcesOf} from "../../models/gan/diracGan.js";
import {colors} from "../theme.js";
import {halo, looks} from "./diracPlane.js";
import {type DiracState, heaviest} from "./diracState.js";

/** The eigenvalues in the complex plane, and where they travel as the penalty grows. */

const minus = (text: string) => text.replaceAll("-", "−");

/** A complex pair or two real numbers in words, such as `−0.15 ± 0.48 i`. */
export function pairText([one, other]: readonly [Complex, Complex], digits = 3): string {
  const short = (value: number) => minus(String(Number(value.toFixed(digits))));
  if (one.im !== 0) {
    const im = Math.abs(one.im);
    return `${one.re === 0 ? "" : `${short(one.re)} `}± ${im === 1 ? "" : `${short(im)} `}i`;
  }
  return Math.abs(one.re - other.re) < 10 ** -digits / 2
    ? `${short(one.re)}, twice`
    : `${short(one.re)} and ${short(other.re)}`;
}

const margin = {marginTop: 20, marginRight: 10, marginBottom: 32, marginLeft: 42};
const room = (width: number, height: number) => [width - 52, Math.max(1, height - 52)] as const;

/** A circle, or the part of it left of an upright line. */
function circle(radius: number, from = 0, to = 2 * Math.PI): [number, number][] {
  return Array.from({length: 97}, (_, i) => {
    const angle = from + ((to - from) * i) / 96;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

/** The eigenvalues of the flow. All penalties keep a complex pair on one circle; where it closes, the pair is real. */
export function flowPlaneOptions({eigenvalues, game}: DiracState, width: number, height: number): Plot.PlotOptions {
  const {slope} = forcesOf(game.loss);
  const [across, up] = room(width, height);
  const [left, right] = [-6.4 * slope, 1.1 * slope];
  const top = ((right - left) / across) * (up / 2);
  const [one, other] = eigenvalues;
  const off = other.re < left;
  const shown = off ? [one] : [one, other];
  return {
    ...margin,
    x: {domain: [left, right], label: "Re λ", labelArrow: "none", ticks: 7, labelAnchor: "right"},
    y: {domain: [-top, top], label: "Im λ of the flow", labelArrow: "none", ticks: 3},
    marks: [
      Plot.rect([0], {x1: 0, x2: right, y1: -top, y2: top, fill: colors.ruin, fillOpacity: 0.08}),
      Plot.ruleX([0], {stroke: colors.muted, strokeDasharray: "2 3"}),
      Plot.line(circle(slope, Math.PI / 2, (3 * Math.PI) / 2), {stroke: colors.muted, strokeWidth: 1, clip: true}),
      Plot.link([0], {x1: left, x2: 0, y1: 0, y2: 0, stroke: colors.muted, strokeWidth: 1}),
      Plot.dot(shown, {x: "re", y: "im", r: 5, fill: looks.flow.color}),
      off
        ? Plot.text([[left, 0]], {
            text: [`◂ ${minus(other.re.toPrecision(3))}`],
            textAnchor: "start",
            dy: -10,
            fill: looks.flow.color,
            fontWeight: 600,
            ...halo
          })
        : null,
      Plot.text([[left, top]], {
        text: [`λ = ${pairText(eigenvalues)}`],
        textAnchor: "start",
        dx: 6,
        dy: 9,
        fontSize: 12.5,
        fontWeight: 600,
        fill: looks.flow.color,
        ...halo
      })
    ]
  };
}

/** Where the multipliers travel as the penalty grows from nothing to the most. */
function track(state: DiracState): Complex[][] {
  const weights = Array.from({length: 121}, (_, i) => (heaviest * i) / 120);
  const pairs = weights.map((gamma) => multipliers({...state.game, gamma}));
  return [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
}

/** The multipliers of training: inside the unit circle it arrives, outside it leaves. */
export function trainingPlaneOptions(state: DiracState, width: number, height: number): Plot.PlotOptions {
  const [across, up] = room(width, height);
  const top = 1.3;
  const side = (top * across) / up;
  const inside = state.multipliers.filter(({re}) => Math.abs(re) <= side);
  const {radius} = state;
  const digits = Math.abs(radius - 1) < 0.01 ? 5 : 3;
  return {
    ...margin,
    x: {domain: [-side, side], label: "Re μ", labelArrow: "none", ticks: 7, labelAnchor: "right"},
    y: {domain: [-top, top], label: "Im μ of an iteration", labelArrow: "none", ticks: 3},
    marks: [
      Plot.line(circle(1), {stroke: colors.muted, fill: colors.ceiling, fillOpacity: 0.1, strokeWidth: 1}),
      Plot.ruleY([0], {stroke: colors.hairline}),
      track(state).map((branch) =>
        Plot.line(branch, {x: "re", y: "im", stroke: colors.muted, strokeDasharray: "2 2", strokeWidth: 1, clip: true})
      ),
      Plot.dot(inside, {x: "re", y: "im", r: 5, fill: looks.training.color}),
      Plot.text([[-side, top]], {
        text: [`|μ| = ${radius.toFixed(digits)}`],
        textAnchor: "start",
        dx: 6,
        dy: 9,
        fontSize: 12.5,
        fontWeight: 600,
        fill: looks.training.color,
        ...halo
      })
    ]
  };
}
