import * as Plot from "@observablehq/plot";
import {line} from "d3";
import {redraw} from "../morph.js";
import {colors} from "../theme.js";
import {responsive, type View} from "../view.js";

/** A war on the wall over time, beside a crowd that is well mixed and has no gates. */
export interface WallCourse {
  /** Years on the axis. */
  end: number;
  time: ArrayLike<number>;
  share: ArrayLike<number>;
  mixedTime: ArrayLike<number>;
  mixedShare: ArrayLike<number>;
}

type Point = [year: number, share: number];

function points(time: ArrayLike<number>, share: ArrayLike<number>, end: number): Point[] {
  return Array.from(time, (t, i): Point => [t, share[i]!]).filter(([t]) => t <= end + 1e-9);
}

/** The chart without the mark of the present. */
export function wallShareOptions({end, time, share, mixedTime, mixedShare}: WallCourse): Plot.PlotOptions {
  const war = points(time, share, end);
  const mixed = points(mixedTime, mixedShare, end);
  return {
    marginLeft: 40,
    marginRight: 12,
    marginTop: 24,
    marginBottom: 38,
    x: {domain: [0, end], label: "Years", labelAnchor: "center", labelArrow: "none", labelOffset: 32, ticks: 5},
    y: {domain: [0, 100], label: "Moved (%)", percent: true, labelArrow: "none", ticks: 5},
    marks: [
      Plot.ruleY([0.9], {stroke: colors.hairline}),
      Plot.line(mixed, {stroke: colors.muted, strokeWidth: 1.5, strokeDasharray: "4 3"}),
      Plot.line(war, {stroke: colors.newPlatform, strokeWidth: 2}),
      Plot.text(["– – well mixed, no gates"], {
        frameAnchor: "top-right",
        dy: -19,
        fill: colors.muted
      })
    ]
  };
}

/** The share over time; `mark` moves the present without drawing the rest anew. */
export function wallShare(height: string | number): View<WallCourse> & {mark(year: number, share: number): void} {
  let year = 0;
  let share = 0;
  let scales: {x: (v: number) => number; y: (v: number) => number; bottom: number; top: number} | undefined;
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "wall-now");
  svg.setAttribute("aria-hidden", "true");
  const rule = document.createElementNS("http://www.w3.org/2000/svg", "path");
  const dot = document.createElementNS("http://www.w3.org/2000/svg", "circle");
  dot.setAttribute("r", "4.5");
  svg.append(rule, dot);
  const place = () => {
    if (!scales) return;
    const {x, y, top, bottom} = scales;
    rule.setAttribute(
      "d",
      line()([
        [x(year), top],
        [x(year), bottom]
      ])!
    );
    dot.setAttribute("cx", String(x(year)));
    dot.setAttribute("cy", String(y(share)));
  };
  const view = responsive<WallCourse>({height, className: "plot"}, (host, state, width, tall) => {
    const chart = Plot.plot({...wallShareOptions(state), width, height: tall});
    chart.setAttribute("aria-hidden", "true");
    const [x, y] = ["x", "y"].map((name) => (chart.scale(name as "x")!.apply as (v: number) => number)!);
    // Plot's percent scale takes percentages.
    scales = {x: x!, y: (v) => y!(v * 100), top: y!(100), bottom: y!(0)};
    redraw(host, chart);
    if (!svg.isConnected) host.append(svg);
    place();
  });
  return {
    ...view,
    mark(nextYear, nextShare) {
      year = nextYear;
      share = nextShare;
      place();
    }
  };
}
