import {dependenciesOf} from "../../models/migration/ecosystemGraph.js";
import {dark, isDark, light, type Palette} from "../theme.js";
import type {Wall} from "./wall.js";

/** The wall stretched over a frame, in pixels, as it stands before the reader pans or zooms. */
export interface WallDrawing {
  wall: Wall;
  width: number;
  height: number;
  x: Float64Array;
  y: Float64Array;
  radius: Float64Array;
  slabs: {name: string; middle: number}[];
}

/** What the reader makes of it: a point p of the drawing stands at k·p + (x, y). */
export interface Camera {
  k: number;
  x: number;
  y: number;
}

/** What the reader looks at. */
export interface WallFocus {
  /** The package pointed at, and the one chosen; −1 for none. */
  hovered: number;
  chosen: number;
}

/** Room above the wall for the names of its slabs, in pixels. */
export const labelRoom = 20;

/** Stretches the wall over a frame of so many pixels. */
export function drawWall(wall: Wall, width: number, height: number): WallDrawing {
  const across = width / wall.width;
  const down = Math.max(1, height - labelRoom) / wall.height;
  const size = Math.min(1, Math.sqrt(across * down));
  return {
    wall,
    width,
    height,
    x: wall.x.map((v) => v * across),
    y: wall.y.map((v) => labelRoom + v * down),
    radius: wall.radius.map((r) => r * size),
    slabs: wall.slabs.map((slab) => ({name: slabName(slab), middle: (across * (slab.from + slab.to)) / 2}))
  };
}

/** The radius of a package on the screen: it grows more slowly than the wall, so that hubs leave room to others. */
export function screenRadius({radius}: WallDrawing, node: number, {k}: Camera): number {
  return Math.max(1.15, radius[node]! * k ** 0.6);
}

export function wallPalette(): Readonly<Palette> {
  return isDark() ? dark : light;
}

/** All edges, faintly: slow enough to be kept as a picture, and drawn only when the camera rests. */
export function paintEdges(context: CanvasRenderingContext2D, drawing: WallDrawing, {k, x, y}: Camera): void {
  const {graph} = drawing.wall;
  context.clearRect(0, 0, drawing.width, drawing.height);
  context.beginPath();
  for (let i = 0; i < graph.size; ++i)
    for (let e = graph.starts[i]!; e < graph.starts[i + 1]!; ++e) {
      const to = graph.targets[e]!;
      context.moveTo(x + k * drawing.x[i]!, y + k * drawing.y[i]!);
      context.lineTo(x + k * drawing.x[to]!, y + k * drawing.y[to]!);
    }
  context.strokeStyle = wallPalette().foreground;
  context.globalAlpha = Math.min(0.09, 0.045 * k ** 0.25);
  context.lineWidth = 0.6;
  context.stroke();
  context.globalAlpha = 1;
}

/** Every package in the colour of its platform, the names of the slabs, and what the reader looks at with its edges. */
export function paintNodes(
  context: CanvasRenderingContext2D,
  drawing: WallDrawing,
  place: Readonly<Uint8Array>,
  camera: Camera,
  {hovered, chosen}: WallFocus
): void {
  const palette = wallPalette();
  context.clearRect(0, 0, drawing.width, drawing.height);
  const at = hovered >= 0 ? hovered : chosen;
  context.globalAlpha = at >= 0 ? 0.38 : 1;
  for (const platform of [0, 1]) {
    context.fillStyle = platform === 1 ? palette.newPlatform : palette.oldPlatform;
    context.beginPath();
    for (let i = 0; i < place.length; ++i) if (place[i] === platform) addNode(context, drawing, i, camera);
    context.fill();
  }
  context.globalAlpha = 1;
  paintLabels(context, drawing, camera, palette);
  if (at >= 0) paintFocus(context, drawing, place, camera, at, palette);
}

function addNode(context: CanvasRenderingContext2D, drawing: WallDrawing, node: number, camera: Camera): void {
  const px = camera.x + camera.k * drawing.x[node]!;
  const py = camera.y + camera.k * drawing.y[node]!;
  const r = screenRadius(drawing, node, camera);
  if (px < -r || py < -r || px > drawing.width + r || py > drawing.height + r) return;
  // A square of this size looks round, and costs a tenth.
  if (r < 1.6) context.rect(px - r * 0.89, py - r * 0.89, r * 1.78, r * 1.78);
  else {
    context.moveTo(px + r, py);
    context.arc(px, py, r, 0, 2 * Math.PI);
  }
}

/** The names of the slabs with where they stand, without those that would touch the one before. */
export function slabNames({slabs}: WallDrawing): WallDrawing["slabs"] {
  let taken = -Infinity;
  return slabs.filter(({name, middle}) => {
    const half = 3.5 * name.length;
    if (middle - half < taken + 5) return false;
    taken = middle + half;
    return true;
  });
}

function slabName({kind, wave}: Wall["slabs"][number]): string {
  return kind === "wave" ? (wave === 0 ? "wave 0" : String(wave)) : kind;
}

/** The names of the slabs above the wall, as far as they leave room for each other. */
function paintLabels(
  context: CanvasRenderingContext2D,
  {slabs, width}: WallDrawing,
  {k, x}: Camera,
  palette: Readonly<Palette>
): void {
  context.fillStyle = palette.background;
  context.globalAlpha = 0.85;
  context.fillRect(0, 0, width, labelRoom - 3);
  context.globalAlpha = 1;
  context.fillStyle = palette.muted;
  context.font = "11.5px system-ui, sans-serif";
  context.textAlign = "center";
  context.textBaseline = "middle";
  let taken = -Infinity;
  const last = slabs.at(-1);
  const reserved = last ? context.measureText(last.name).width + 8 : 0;
  for (const slab of slabs) {
    const room = context.measureText(slab.name).width;
    const at = x + k * slab.middle;
    if (at < 0 || at > width) continue;
    const middle = Math.min(width - room / 2 - 2, Math.max(room / 2 + 2, at));
    // The last name matters more than a number beside it.
    const lastAt = slab === last ? Infinity : Math.min(width - reserved, x + k * last!.middle - reserved / 2);
    if (middle - room / 2 < taken + 5 || (lastAt <= width && middle + room / 2 > lastAt)) continue;
    context.fillText(slab.name, middle, labelRoom / 2 - 2);
    taken = middle + room / 2;
  }
}

/** One package with all it waits for (full lines) and all that wait for it (dashed). */
function paintFocus(
  context: CanvasRenderingContext2D,
  drawing: WallDrawing,
  place: Readonly<Uint8Array>,
  camera: Camera,
  node: number,
  palette: Readonly<Palette>
): void {
  const {graph, back, names} = drawing.wall;
  const px = (i: number) => camera.x + camera.k * drawing.x[i]!;
  const py = (i: number) => camera.y + camera.k * drawing.y[i]!;
  const needs = dependenciesOf(graph, node);
  const waiters = dependenciesOf(back, node);
  context.strokeStyle = palette.foreground;
  for (const [ends, dash, alpha] of [
    [waiters, [2, 3], 0.45],
    [needs, [], 0.9]
  ] as const) {
    context.setLineDash([...dash]);
    context.globalAlpha = alpha;
    context.lineWidth = 1;
    context.beginPath();
    for (const end of ends) {
      context.moveTo(px(node), py(node));
      context.lineTo(px(end), py(end));
    }
    context.stroke();
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
  for (const i of [...waiters, ...needs, node]) {
    context.fillStyle = place[i] === 1 ? palette.newPlatform : palette.oldPlatform;
    context.beginPath();
    addNode(context, drawing, i, camera);
    context.fill();
  }
  const r = screenRadius(drawing, node, camera) + 3;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(px(node), py(node), r, 0, 2 * Math.PI);
  context.stroke();
  context.font = "600 13px system-ui, sans-serif";
  context.textBaseline = "middle";
  const left = px(node) > drawing.width / 2;
  context.textAlign = left ? "right" : "left";
  context.lineWidth = 4;
  context.lineJoin = "round";
  context.strokeStyle = palette.background;
  const tx = px(node) + (left ? -r - 4 : r + 4);
  const ty = Math.min(drawing.height - 10, Math.max(labelRoom + 8, py(node)));
  context.strokeText(names[node]!, tx, ty);
  context.fillStyle = palette.foreground;
  context.fillText(names[node]!, tx, ty);
}
