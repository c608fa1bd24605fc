import * as Plot from "@observablehq/plot";
import {advantageAt, type Hysteresis} from "../../models/migration/meanField.js";
import {logistic} from "../../models/migration/rates.js";
import {colors} from "../theme.js";
import {signed} from "./format.js";
import {halo} from "./landscapeChart.js";
import type {TippingState} from "./tippingState.js";

/** What the diagram shows: the slow loop, and the swept one once it is computed. */
export interface HysteresisState {
  state: TippingState;
  slow: Hysteresis;
  swept: {years: number; loop: Hysteresis} | undefined;
}

export interface BranchPiece {
  stable: boolean;
  line: {advantage: number; share: number}[];
}

/** The bifurcation diagram: the curve of shares at rest over the advantage, cut where it turns. */
export function branches({p}: TippingState, [low, high]: readonly [number, number]): BranchPiece[] {
  const count = 241;
  const margin = 0.02 * (high - low);
  const pieces: BranchPiece[] = [];
  let before: {advantage: number; share: number} | undefined;
  for (let i = 0; i < count; ++i) {
    const share = logistic(-9 + (18 * i) / (count - 1));
    const point = {advantage: advantageAt(p, share), share};
    const stable = before !== undefined && point.advantage > before.advantage;
    if (before && pieces.at(-1)?.stable !== stable) pieces.push({stable, line: [before]});
    pieces.at(-1)?.line.push(point);
    before = point;
  }
  // What is out of sight is cut off, so that lines need no clip at the ends.
  return pieces
    .map(({stable, line}) => ({
      stable,
      line: line.filter(({advantage}) => advantage >= low - margin && advantage <= high + margin)
    }))
    .filter(({line}) => line.length > 1);
}

/** The advantages over which the loop is swept. */
export function loopRange({advantage, turn}: Hysteresis): [number, number] {
  return [advantage[0]!, advantage[turn - 1]!];
}

const lineOf = ({advantage, share}: Hysteresis) => Array.from(advantage, (a, i) => ({advantage: a, share: share[i]!}));

/** Where the line of a swept loop, on its way up, first passes three quarters: there is room beside it for its name. */
function crossing({advantage, share, turn}: Hysteresis): [number, number] | null {
  for (let i = 1; i < turn; ++i) if (share[i]! >= 0.75 && share[i - 1]! < 0.75) return [advantage[i]!, share[i]!];
  return null;
}

/** The share at rest over the advantage, stable and unstable, with the loops that a sweep draws. */
export function hysteresisOptions({state, slow, swept}: HysteresisState, width: number): Plot.PlotOptions {
  const [low, high] = loopRange(slow);
  const narrow = width < 560;
  const named = swept && crossing(swept.loop);
  const atEdge = state.spinodal ?? [];
  const unstable = branches(state, [low, high]);
  return {
    marginLeft: 44,
    marginRight: 14,
    marginTop: 24,
    marginBottom: 48,
    x: {
      domain: [low, high],
      label: "Advantage Δq (utility/yr)",
      labelAnchor: "center",
      labelArrow: "none",
      labelOffset: 44,
      ticks: narrow ? 5 : 10,
      tickPadding: 9
    },
    y: {
      domain: [0, 1],
      label: narrow ? "Share (%)" : "Share on the new platform (%)",
      labelArrow: "none",
      ticks: 5,
      tickFormat: (share: number) => `${Math.round(share * 100)}`
    },
    marks: [
      Plot.ruleX(atEdge, {stroke: colors.hairline}),
      Plot.text(
        atEdge.map((edge, i) => ({edge, text: `${narrow ? "" : "spinodal "}${signed(edge)}`, i})),
        {x: "edge", y: 1, text: "text", dy: -12, fill: colors.muted}
      ),
      slow.area > 1e-6
        ? Plot.line(lineOf(slow), {
            x: "advantage",
            y: "share",
            curve: "linear-closed",
            fill: colors.foreground,
            fillOpacity: 0.06,
            stroke: "none"
          })
        : null,
      unstable.map(({stable, line}) =>
        Plot.line(line, {
          x: "advantage",
          y: "share",
          stroke: stable ? colors.foreground : colors.ruin,
          strokeWidth: stable ? 1.5 : 1.5,
          ...(stable ? {} : {strokeDasharray: "4 3"}),
          clip: true
        })
      ),
      swept
        ? Plot.line(lineOf(swept.loop), {
            x: "advantage",
            y: "share",
            curve: "linear-closed",
            stroke: colors.other,
            strokeWidth: 1.5
          })
        : null,
      named
        ? Plot.text([named], {
            text: [`swept in ${swept!.years} yr`],
            textAnchor: named[0] > low + 0.72 * (high - low) ? "end" : "start",
            dx: named[0] > low + 0.72 * (high - low) ? -8 : 8,
            dy: 14,
            fill: colors.other,
            fontWeight: 600,
            ...halo
          })
        : null,
      unstable
        .filter(({stable}) => !stable)
        .map(({line}) => {
          const middle = line[Math.floor(line.length / 2)]!;
          return Plot.text([middle], {
            x: "advantage",
            y: "share",
            text: [narrow ? "passes" : "passes: nobody rests here"],
            dy: -2,
            dx: 8,
            textAnchor: "start",
            fill: colors.ruin,
            fontWeight: 600,
            ...halo
          });
        })
    ]
  };
}
