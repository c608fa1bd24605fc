import type {Images} from "../../models/gan/images.js";
import {responsive, type View} from "../view.js";
import {gridFor, paintFaces} from "./sheetPicture.js";

/** Faces to show, and which of them is chosen: its place among them, −1 for none. */
export interface FaceGridState {
  faces: Images;
  chosen: number;
}

export interface FaceGridOptions {
  height: string;
  label: string;
  /** Called with the place of a face that the reader clicks or walks to. */
  pick(place: number): void;
}

/** Faces in a grid that fills its frame, to be clicked, or walked over with the arrow keys. */
export function faceGrid({height, label, pick}: FaceGridOptions): View<FaceGridState> {
  const canvas = document.createElement("canvas");
  const ring = document.createElement("div");
  ring.className = "face-ring";
  canvas.setAttribute("aria-hidden", "true");
  let shown: Images | undefined;
  let layout = {side: 1, columns: 1, rows: 1};
  let current: FaceGridState | undefined;
  let size = "";
  const view = responsive<FaceGridState>({height, className: "face-grid"}, (host, state, width, frameHeight) => {
    if (!canvas.isConnected) host.append(canvas, ring);
    current = state;
    const now = `${width} ${frameHeight}`;
    if (shown !== state.faces || size !== now) {
      shown = state.faces;
      size = now;
      layout = gridFor(state.faces.count, width, frameHeight);
      const {side, columns, rows} = layout;
      canvas.hidden = state.faces.count === 0;
      if (state.faces.count > 0) {
        paintFaces(canvas, state.faces, Math.min(columns, state.faces.count));
        canvas.style.width = `${Math.min(columns, state.faces.count) * side}px`;
        canvas.style.height = `${rows * side}px`;
      }
    }
    const {side, columns} = layout;
    ring.hidden = state.chosen < 0 || state.chosen >= state.faces.count;
    ring.style.width = ring.style.height = `${side}px`;
    ring.style.transform = `translate(${(state.chosen % columns) * side}px, ${Math.floor(state.chosen / columns) * side}px)`;
  });
  const {node} = view;
  node.tabIndex = 0;
  // A picture that takes arrow keys has no role of its own; “application” hands it the keys.
  node.setAttribute("role", "application");
  node.setAttribute("aria-label", `${label}. Use the arrow keys to walk from face to face.`);
  node.addEventListener("click", (event) => {
    const box = node.getBoundingClientRect();
    const column = Math.floor((event.clientX - box.left) / layout.side);
    const place = Math.floor((event.clientY - box.top) / layout.side) * layout.columns + column;
    if (column < layout.columns && place < (shown?.count ?? 0)) pick(place);
  });
  node.addEventListener("keydown", (event) => {
    const step = {ArrowLeft: -1, ArrowRight: 1, ArrowUp: -layout.columns, ArrowDown: layout.columns}[event.key];
    if (step === undefined || !current?.faces.count) return;
    event.preventDefault();
    const next = current.chosen < 0 ? 0 : current.chosen + step;
    if (next >= 0 && next < current.faces.count) pick(next);
  });
  return view;
}
