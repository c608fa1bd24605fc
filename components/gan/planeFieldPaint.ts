import {interpolateLab, piecewise} from "d3";
import {arrows, fieldSide, type PlaneLook} from "../../models/gan/planeLook.js";
import {extent, type Points} from "../../models/gan/planeTarget.js";
import {type ColorTable, colorTable} from "../colorTable.js";
import {dark, isDark, light} from "../theme.js";

/** What there is to paint. */
export interface FieldPicture {
  look: Pick<PlaneLook, "field" | "points" | "push"> | undefined;
  real: Points | undefined;
  /** Points that the reader has drawn, and where the cursor is while there is one. */
  drawn: readonly (readonly [number, number])[] | undefined;
  cursor: readonly [number, number] | undefined;
}

/** From taken for forged, over undecided, to taken for real: pale enough for points to stand out from it. */
export function fieldTable(): ColorTable {
  const palette = isDark() ? dark : light;
  const strength = isDark() ? 0.5 : 0.42;
  const end = (name: "discriminator" | "real") => interpolateLab(palette.background, palette[name])(strength);
  return colorTable(piecewise(interpolateLab, [end("discriminator"), palette.background, end("real")]));
}

/** The greatest length of an arrow, and its length where the slope is 1, in units of the plane. */
const [longestArrow, arrowScale] = [0.28, 0.22];

let small: HTMLCanvasElement | undefined;

/** Paints the plane: field, real points, generated points, arrows, and what the reader has drawn. */
export function paintField(
  canvas: HTMLCanvasElement,
  {look, real, drawn, cursor}: FieldPicture,
  table: ColorTable,
  pixels: number
): void {
  const ratio = Math.min(2, devicePixelRatio || 1);
  const side = Math.round(pixels * ratio);
  if (canvas.width !== side) canvas.width = canvas.height = side;
  const context = canvas.getContext("2d")!;
  const palette = isDark() ? dark : light;
  const at = (v: number) => ((v + extent) / (2 * extent)) * side;
  const dot = (x: number, y: number, r: number) => {
    context.moveTo(at(x) + r, at(-y));
    context.arc(at(x), at(-y), r, 0, 2 * Math.PI);
  };
  const dots = (points: Points, radius: number, color: string, alpha: number) => {
    context.globalAlpha = alpha;
    context.fillStyle = color;
    context.beginPath();
    for (let i = 0; i < points.length; i += 2) dot(points[i]!, points[i + 1]!, radius * ratio);
    context.fill();
    context.globalAlpha = 1;
  };
  context.fillStyle = palette.background;
  context.fillRect(0, 0, side, side);
  if (look) {
    small ??= Object.assign(document.createElement("canvas"), {width: fieldSide, height: fieldSide});
    const inner = small.getContext("2d")!;
    const image = inner.createImageData(fieldSide, fieldSide);
    const words = new Uint32Array(image.data.buffer);
    for (let i = 0; i < words.length; ++i) words[i] = table[look.field[i]!]!;
    inner.putImageData(image, 0, 0);
    context.imageSmoothingQuality = "high";
    context.drawImage(small, 0, 0, side, side);
  }
  if (real) dots(real, 1.7, palette.real, 0.75);
  if (look) {
    paintArrows(context, look, at, ratio, palette.foreground);
    dots(look.points, 2.1, palette.generated, 0.9);
  }
  if (drawn) {
    context.strokeStyle = palette.real;
    context.lineWidth = 1.5 * ratio;
    context.beginPath();
    for (const [x, y] of drawn) dot(x, y, 5 * ratio);
    context.stroke();
  }
  if (cursor) {
    const [x, y] = [at(cursor[0]), at(-cursor[1])];
    context.strokeStyle = palette.foreground;
    context.lineWidth = 1.5 * ratio;
    context.beginPath();
    for (const [dx, dy] of [
      [12, 0],
      [-12, 0],
      [0, 12],
      [0, -12]
    ] as const) {
      context.moveTo(x + dx * 0.3 * ratio, y + dy * 0.3 * ratio);
      context.lineTo(x + dx * ratio, y + dy * ratio);
    }
    context.stroke();
  }
}

/** Where an arrow ends that begins at 0: longer for a steeper slope, up to a limit. */
export function arrowOf(dx: number, dy: number): [number, number] {
  const slope = Math.hypot(dx, dy);
  if (!(slope > 1e-6) || !Number.isFinite(slope)) return [0, 0];
  const length = Math.min(longestArrow, arrowScale * slope);
  return [(dx / slope) * length, (dy / slope) * length];
}

function paintArrows(
  context: CanvasRenderingContext2D,
  {points, push}: Pick<PlaneLook, "points" | "push">,
  at: (v: number) => number,
  ratio: number,
  color: string
): void {
  context.strokeStyle = color;
  context.globalAlpha = 0.55;
  context.lineWidth = ratio;
  context.beginPath();
  for (let i = 0; i < 2 * arrows; i += 2) {
    const [x, y] = [points[i]!, points[i + 1]!];
    const [dx, dy] = arrowOf(push[i]!, push[i + 1]!);
    const length = Math.hypot(dx, dy);
    if (length < 0.015) continue;
    const [tipX, tipY] = [at(x + dx), at(-y - dy)];
    context.moveTo(at(x), at(-y));
    context.lineTo(tipX, tipY);
    // A head of two short strokes.
    const angle = Math.atan2(-dy, dx);
    for (const turn of [2.6, -2.6]) {
      context.moveTo(tipX, tipY);
      context.lineTo(tipX + 4 * ratio * Math.cos(angle + turn), tipY + 4 * ratio * Math.sin(angle + turn));
    }
  }
  context.stroke();
  context.globalAlpha = 1;
}
