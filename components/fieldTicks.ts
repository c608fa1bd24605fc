import type {ScaleContinuousNumeric} from "d3";
import {setText} from "./setText.js";

/** A scale in pixels, and how its ticks are written; as d3 writes them where nothing is said. */
export interface TickScale {
  scale: ScaleContinuousNumeric<number, number>;
  format?: ((value: number) => string) | undefined;
}

/** How far apart Plot’s ticks are, about, in pixels. */
const spacing = {x: 80, y: 35};

/** How ticks are written. A scale of powers leaves out the labels of those that crowd, whatever they would say. */
function writer({scale, format}: TickScale, count: number): (value: number) => string {
  if (!("base" in scale)) return format ?? scale.tickFormat(count);
  const log = scale as unknown as {
    tickFormat(count: number, format?: (value: number) => string): (value: number) => string;
  };
  return log.tickFormat(count, format);
}

/**
 * Moves the ticks that Plot has drawn along an axis to where another domain has them, with its labels. The look stays
 * Plot’s, and a slider that changes a domain does not pay for a whole drawing.
 */
export function moveTicks(drawing: Element, axis: "x" | "y", ticks: TickScale): void {
  const {scale} = ticks;
  const [from, to] = scale.range() as [number, number];
  const count = Math.abs(to - from) / spacing[axis];
  const values = scale.ticks(count);
  const write = writer(ticks, count);
  for (const kind of ["tick", "tick label"]) {
    const group = drawing.querySelector(`[aria-label="${axis}-axis ${kind}"]`);
    const first = group?.firstElementChild;
    if (!group || !first) continue;
    const [x, y] = /\(([^,]+),([^)]+)\)/.exec(first.getAttribute("transform")!)!.slice(1);
    while (group.childElementCount > values.length) group.lastElementChild!.remove();
    while (group.childElementCount < values.length) group.append(first.cloneNode(true));
    for (const [i, value] of values.entries()) {
      const child = group.children[i]!;
      const at = axis === "x" ? `translate(${scale(value)},${y})` : `translate(${x},${scale(value)})`;
      if (child.getAttribute("transform") !== at) child.setAttribute("transform", at);
      if (kind === "tick label") setText(child, write(value));
    }
  }
}
