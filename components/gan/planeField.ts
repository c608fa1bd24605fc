import {drawingSteps, snap} from "../../models/gan/planeDrawing.js";
import {extent} from "../../models/gan/planeTarget.js";
import {onThemeChange} from "../theme.js";
import {responsive, type View} from "../view.js";
import {type FieldPicture, fieldTable, paintField} from "./planeFieldPaint.js";

export interface PlaneFieldOptions {
  label: string;
  /** How the label goes on while the reader may draw. */
  drawHint: string;
  /** A point is dropped. */
  drop(point: [number, number]): void;
  /** The last point is taken back. */
  undo(): void;
}

export interface PlaneField extends View<Omit<FieldPicture, "cursor">> {
  /** Whether the reader may draw. */
  drawable(on: boolean): void;
}

/**
 * The plane as a picture. Where it can be drawn on, pointer and finger drop points as they go, and the arrow keys move a
 * cursor (with Shift in bigger steps), the space bar drops a point and Backspace takes the last one back.
 */
export function planeField({label, drawHint, drop, undo}: PlaneFieldOptions): PlaneField {
  const canvas = document.createElement("canvas");
  let table = fieldTable();
  let picture: Omit<FieldPicture, "cursor"> | undefined;
  let cursor: [number, number] | undefined;
  let side = 0;
  let drawing = false;
  let lastDrop: [number, number] | undefined;

  const paint = () => {
    if (picture && side > 0) paintField(canvas, {...picture, cursor: drawing ? cursor : undefined}, table, side);
  };
  const view = responsive<Omit<FieldPicture, "cursor">>(
    {height: "min(430px, 100cqw)", className: "plane-field"},
    (host, state, width, height) => {
      if (!canvas.isConnected) host.append(canvas);
      picture = state;
      side = Math.min(width, height);
      paint();
    }
  );
  const {node} = view;
  node.tabIndex = 0;
  // A picture that takes keys has no role of its own; “application” hands them to it.
  node.setAttribute("role", "application");
  node.setAttribute("aria-label", label);

  const place = (event: PointerEvent): [number, number] => {
    const box = canvas.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * 2 - 1;
    const y = ((event.clientY - box.top) / box.height) * 2 - 1;
    return snap(x * extent, -y * extent);
  };
  /** A finger that moves leaves points behind it, not a smear. */
  const far = (a: [number, number]) =>
    !lastDrop || Math.hypot(a[0] - lastDrop[0], a[1] - lastDrop[1]) > (4 * 2 * extent) / drawingSteps;
  const dropAt = (point: [number, number]) => {
    lastDrop = point;
    drop(point);
  };
  canvas.addEventListener("pointerdown", (event) => {
    if (!drawing) return;
    canvas.setPointerCapture(event.pointerId);
    dropAt(place(event));
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!drawing || !canvas.hasPointerCapture(event.pointerId)) return;
    const point = place(event);
    if (far(point)) dropAt(point);
  });
  canvas.addEventListener("pointerup", () => (lastDrop = undefined));
  node.addEventListener("focus", () => {
    // A cursor for those who came by key.
    if (node.matches(":focus-visible")) cursor ??= snap(0, 0);
    paint();
  });
  node.addEventListener("blur", () => {
    cursor = undefined;
    paint();
  });
  node.addEventListener("keydown", (event) => {
    if (!drawing || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = ((event.shiftKey ? 6 : 1) * 2 * extent) / drawingSteps;
    const [x, y] = cursor ?? snap(0, 0);
    const {key} = event;
    if (key === "ArrowLeft") cursor = snap(x - step, y);
    else if (key === "ArrowRight") cursor = snap(x + step, y);
    else if (key === "ArrowUp") cursor = snap(x, y + step);
    else if (key === "ArrowDown") cursor = snap(x, y - step);
    else if (key === " ") dropAt((cursor = [x, y]));
    else if (key === "Backspace" || key === "Delete") undo();
    else return;
    event.preventDefault();
    // The keys of the panel are not meant.
    event.stopImmediatePropagation();
    paint();
  });
  onThemeChange(() => {
    table = fieldTable();
    paint();
  });
  return {
    ...view,
    drawable(on) {
      drawing = on;
      node.classList.toggle("plane-drawable", on);
      node.setAttribute("aria-label", on ? `${label} ${drawHint}` : label);
      paint();
    }
  };
}
