import * as Plot from "@observablehq/plot";
import {line, type ScaleContinuousNumeric, scaleLinear, scaleLog, select} from "d3";
import type {ColorTable} from "./colorTable.js";
import {moveTicks} from "./fieldTicks.js";
import {redraw} from "./morph.js";
import {setText} from "./setText.js";
import {onThemeChange} from "./theme.js";
import {type ResponsiveOptions, responsive, type View} from "./view.js";

/** An axis of a field: what it measures, from where to where (a reversed domain runs backwards). */
export interface FieldAxis {
  label: string;
  domain: readonly [number, number];
  log?: boolean;
  format?: (value: number) => string;
}

/** A curve over the field. */
export interface FieldLine {
  points: readonly (readonly [x: number, y: number])[];
  label?: string;
  /** Where the label stands; without it, at the last point. */
  labelAt?: readonly [x: number, y: number];
  className?: string;
}

export interface FieldState {
  /** Levels 0 … 255, row by row from the top row (the end of the y domain), `columns` to a row. */
  levels: Uint8Array | Uint8ClampedArray;
  columns: number;
  rows: number;
  x: FieldAxis;
  y: FieldAxis;
  lines?: readonly FieldLine[];
  /** A marked point. */
  mark?: readonly [x: number, y: number] | undefined;
}

export interface FieldOptions extends ResponsiveOptions {
  /** What the field shows; names it for a screen reader. */
  label: string;
  table: () => ColorTable;
  /** Words for a point, shown beside the crosshair and read out. */
  read: (x: number, y: number) => string;
  /** Called when the reader clicks a point or presses Enter on it. */
  pick?: (x: number, y: number) => void;
  margin?: {top: number; right: number; bottom: number; left: number};
}

/** Room for the axes around a field, in CSS pixels. */
export const fieldMargin = {top: 26, right: 12, bottom: 44, left: 46};

/** Whether two axes differ at most in their domains. */
const alike = (a: FieldAxis | undefined, b: FieldAxis) =>
  a !== undefined && a.label === b.label && a.log === b.log && a.format === b.format;

const sameAxis = (a: FieldAxis | undefined, b: FieldAxis) =>
  alike(a, b) && a!.domain[0] === b.domain[0] && a!.domain[1] === b.domain[1];

/** The labels, in CSS pixels, that do not lie on an earlier one. */
export function apart<Label extends {x: number; y: number}>(labels: readonly Label[]): Label[] {
  const kept: Label[] = [];
  for (const label of labels)
    if (kept.every(({x, y}) => Math.abs(label.x - x) > 44 || Math.abs(label.y - y) > 14)) kept.push(label);
  return kept;
}

/**
 * A function of two variables as a picture: a canvas painted from a colour table under axes that Plot draws once,
 * with curves and a crosshair over it. The crosshair follows the pointer, or the arrow keys when the field has the
 * focus (with Shift in bigger steps).
 */
export function field({label, table, read, pick, margin = fieldMargin, ...size}: FieldOptions): View<FieldState> {
  const canvas = document.createElement("canvas");
  const axes = document.createElement("div");
  const svg = select(document.createElementNS("http://www.w3.org/2000/svg", "svg")).attr("class", "field-lines");
  const curves = svg.append("g");
  const cross = svg.append("g").attr("class", "field-cross").attr("display", "none");
  const crossX = cross.append("line");
  const crossY = cross.append("line");
  const markDot = svg.append("circle").attr("class", "field-mark").attr("r", 5).attr("display", "none");
  const tip = document.createElement("output");
  tip.className = "field-tip";
  tip.hidden = true;

  let colors = table();
  let image: ImageData | undefined;
  let drawn: {x?: FieldAxis; y?: FieldAxis; width?: number; height?: number} = {};
  let scaleX: ScaleContinuousNumeric<number, number> = scaleLinear();
  let scaleY: ScaleContinuousNumeric<number, number> = scaleLinear();
  let current: FieldState | undefined;
  let at: [number, number] | undefined;

  const view = responsive<FieldState>({...size, className: "field"}, (host, state, width, height) => {
    if (!canvas.isConnected) host.append(canvas, axes, svg.node()!, tip);
    current = state;
    if (
      drawn.width !== width ||
      drawn.height !== height ||
      !sameAxis(drawn.x, state.x) ||
      !sameAxis(drawn.y, state.y)
    ) {
      const sameFrame =
        drawn.width === width && drawn.height === height && alike(drawn.x, state.x) && alike(drawn.y, state.y);
      drawn = {width, height, x: state.x, y: state.y};
      const innerWidth = Math.max(1, width - margin.left - margin.right);
      const innerHeight = Math.max(1, height - margin.top - margin.bottom);
      scaleX = (state.x.log ? scaleLog() : scaleLinear())
        .domain(state.x.domain)
        .range([margin.left, margin.left + innerWidth]);
      scaleY = (state.y.log ? scaleLog() : scaleLinear())
        .domain(state.y.domain)
        .range([margin.top + innerHeight, margin.top]);
      if (sameFrame) {
        const [frame] = axes.children;
        moveTicks(frame!, "x", {scale: scaleX, format: state.x.format});
        moveTicks(frame!, "y", {scale: scaleY, format: state.y.format});
      } else drawFrame(state, width, height, innerWidth, innerHeight);
    }
    paint(state);
    drawLines(state);
    if (at) moveTo(at[0], at[1]);
  });

  /** What stands still while domains move: the canvas in its place, and the axes. */
  function drawFrame({x, y}: FieldState, width: number, height: number, innerWidth: number, innerHeight: number): void {
    Object.assign(canvas.style, {
      left: `${margin.left}px`,
      top: `${margin.top}px`,
      width: `${innerWidth}px`,
      height: `${innerHeight}px`
    });
    svg
      .attr("width", width)
      .attr("height", height)
      .attr("viewBox", `0 0 ${width} ${height}`)
      .attr("aria-hidden", "true");
    const frame = Plot.plot({...fieldAxes(x, y, margin), width, height});
    frame.setAttribute("aria-hidden", "true");
    redraw(axes, frame);
  }

  function paint({levels, columns, rows}: FieldState): void {
    const context = canvas.getContext("2d")!;
    if (!image || canvas.width !== columns || canvas.height !== rows) {
      canvas.width = columns;
      canvas.height = rows;
      image = context.createImageData(columns, rows);
    }
    const pixels = new Uint32Array(image.data.buffer);
    for (let i = 0; i < levels.length; ++i) pixels[i] = colors[levels[i]!]!;
    context.putImageData(image, 0, 0);
  }

  function drawLines({lines = [], mark}: FieldState): void {
    const path = line<readonly [number, number]>(
      (d) => scaleX(d[0]),
      (d) => scaleY(d[1])
    ).digits(1);
    curves
      .selectAll<SVGPathElement, FieldLine>("path")
      .data(lines)
      .join("path")
      .attr("class", (d) => d.className ?? null)
      .attr("d", (d) => path(d.points));
    const labels = lines
      .filter((d) => d.label !== undefined && d.points.length > 0)
      .map(({label, labelAt, points, className}) => {
        const [x, y] = labelAt ?? points.at(-1)!;
        return {label, className, anchor: labelAt ? "middle" : "end", x: scaleX(x), y: scaleY(y)};
      });
    curves
      .selectAll<SVGTextElement, (typeof labels)[number]>("text")
      .data(apart(labels))
      .join("text")
      .attr("class", (d) => d.className ?? null)
      .attr("x", (d) => (d.anchor === "end" ? d.x - 4 : d.x))
      .attr("y", (d) => (d.anchor === "end" ? d.y - 4 : d.y + 4))
      .attr("text-anchor", (d) => d.anchor)
      .each((d, i, nodes) => setText(nodes[i]!, d.label!));
    markDot
      .attr("display", mark ? null : "none")
      .attr("cx", mark ? scaleX(mark[0]) : 0)
      .attr("cy", mark ? scaleY(mark[1]) : 0);
  }

  function moveTo(px: number, py: number): void {
    if (!current || drawn.width === undefined || drawn.height === undefined) return;
    const x = Math.min(drawn.width - margin.right, Math.max(margin.left, px));
    const y = Math.min(drawn.height - margin.bottom, Math.max(margin.top, py));
    at = [x, y];
    cross.attr("display", null);
    crossX
      .attr("x1", x)
      .attr("x2", x)
      .attr("y1", margin.top)
      .attr("y2", drawn.height - margin.bottom);
    crossY
      .attr("y1", y)
      .attr("y2", y)
      .attr("x1", margin.left)
      .attr("x2", drawn.width - margin.right);
    tip.hidden = false;
    tip.textContent = read(scaleX.invert(x), scaleY.invert(y));
    // A transform moves nothing in the layout.
    const left = x > drawn.width / 2 ? `calc(${x - 10}px - 100%)` : `${x + 10}px`;
    tip.style.transform = `translate(${left}, ${Math.max(margin.top, y - (y > drawn.height / 2 ? 64 : -10))}px)`;
  }

  function leave(): void {
    at = undefined;
    tip.hidden = true;
    cross.attr("display", "none");
  }

  const {node} = view;
  node.tabIndex = 0;
  // A picture that takes arrow keys has no role of its own; “application” hands it the keys.
  node.setAttribute("role", "application");
  node.setAttribute(
    "aria-label",
    `${label}. Use the arrow keys to read values${pick ? ", Enter to pick a point" : ""}.`
  );
  const position = (event: PointerEvent | MouseEvent): [number, number] => {
    const box = node.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  node.addEventListener("pointermove", (event) => moveTo(...position(event)));
  node.addEventListener("pointerleave", leave);
  node.addEventListener("blur", leave);
  node.addEventListener("click", (event) => {
    moveTo(...position(event));
    if (at) pick?.(scaleX.invert(at[0]), scaleY.invert(at[1]));
  });
  node.addEventListener("keydown", (event) => {
    const step = event.shiftKey ? 40 : 4;
    const [x, y] = at ?? [(drawn.width ?? 0) / 2, (drawn.height ?? 0) / 2];
    if (event.key === "ArrowLeft") moveTo(x - step, y);
    else if (event.key === "ArrowRight") moveTo(x + step, y);
    else if (event.key === "ArrowUp") moveTo(x, y - step);
    else if (event.key === "ArrowDown") moveTo(x, y + step);
    else if (event.key === "Escape") leave();
    else if (event.key === "Enter" && at && pick) pick(scaleX.invert(at[0]), scaleY.invert(at[1]));
    else return;
    event.preventDefault();
  });
  onThemeChange(() => {
    colors = table();
    if (current) paint(current);
  });
  return view;
}

/** The axes alone, as a Plot: what stands over the canvas, and under the bands of a static figure. */
export function fieldAxes(
  x: FieldAxis,
  y: FieldAxis,
  margin: {top: number; right: number; bottom: number; left: number}
): Plot.PlotOptions {
  const scale = (axis: FieldAxis): Plot.ScaleOptions => ({
    type: axis.log ? "log" : "linear",
    domain: axis.domain,
    label: axis.label,
    ...(axis.format && {tickFormat: axis.format})
  });
  return {
    marginTop: margin.top,
    marginRight: margin.right,
    marginBottom: margin.bottom,
    marginLeft: margin.left,
    style: {background: "transparent"},
    x: scale(x),
    y: scale(y),
    marks: [
      // The label ends above the edge of the chart, descenders and all.
      Plot.axisX({
        label: x.label,
        labelAnchor: "center",
        labelArrow: "none",
        labelOffset: margin.bottom - 8,
        ...(x.format && {tickFormat: x.format})
      }),
      Plot.axisY({label: y.label, labelArrow: "none", ...(y.format && {tickFormat: y.format})}),
      Plot.frame({stroke: "var(--hairline)"})
    ]
  };
}
