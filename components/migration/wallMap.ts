import {type D3ZoomEvent, quadtree, select, type ZoomTransform, zoom, zoomIdentity} from "d3";
import {type Heading, nearestOn} from "../../models/migration/ecosystemNearest.js";
import {onThemeChange} from "../theme.js";
import type {Wall} from "./wall.js";
import {drawWall, labelRoom, paintEdges, paintNodes, type WallDrawing, type WallFocus} from "./wallPainter.js";

export interface WallMapEvents {
  /** The package that the reader points at or has chosen; −1 for none. */
  focus(node: number): void;
  /** A package was chosen by hand, or none. */
  choose(node: number): void;
  /** The space bar. */
  play(): void;
}

export interface WallMap {
  node: HTMLElement;
  show(wall: Wall): void;
  /** Paints packages where they are now: 0 old, 1 new. */
  paint(place: Readonly<Uint8Array>): void;
  /** Chooses a package, and brings it into sight if `reveal` says so. */
  choose(node: number, reveal?: boolean): void;
  edges(shown: boolean): void;
  zoomBy(factor: number): void;
  fit(): void;
}

const arrows: Record<string, Heading> = {ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down"};

/** How far the edges' picture may wait for the camera to rest, in milliseconds. */
const restAfter = 140;

/**
 * The wall on a canvas. It is panned by dragging and zoomed by the wheel once it has the focus (until then the wheel
 * belongs to the page), with two fingers, or by keys. Finger drags scroll the page until the wall is tapped.
 */
export function wallMap(height: string, events: WallMapEvents): WallMap {
  const canvas = document.createElement("canvas");
  const picture = document.createElement("canvas");
  const node = document.createElement("div");
  node.className = "wall-map";
  node.style.height = height;
  node.append(picture, canvas);
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "application");
  canvas.setAttribute(
    "aria-label",
    "The wall of packages. Arrow keys go from package to package, with Shift they pan; plus and minus zoom, 0 shows all, Escape lets go, Space plays or pauses."
  );

  let wall: Wall | undefined;
  let drawing: WallDrawing | undefined;
  let place: Readonly<Uint8Array> = new Uint8Array();
  let find = (_x: number, _y: number, _radius: number) => -1;
  let size = {width: 0, height: 0};
  let transform: ZoomTransform = zoomIdentity;
  let edgesShown = true;
  let drawnAt: ZoomTransform | undefined;
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const focus: WallFocus = {hovered: -1, chosen: -1};

  const sharp = (target: HTMLCanvasElement) => {
    const ratio = Math.min(2, globalThis.devicePixelRatio || 1);
    const [w, h] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
    if (target.width !== w || target.height !== h) Object.assign(target, {width: w, height: h});
    const context = target.getContext("2d")!;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    return context;
  };
  /** Between rests the picture of the edges is moved and stretched, which costs nothing. */
  const placePicture = () => {
    picture.hidden = !edgesShown;
    if (!drawnAt) return;
    const k = transform.k / drawnAt.k;
    picture.style.transform = `translate(${transform.x - drawnAt.x * k}px, ${transform.y - drawnAt.y * k}px) scale(${k})`;
  };
  const drawEdges = () => {
    if (!drawing || !edgesShown) return;
    paintEdges(sharp(picture), drawing, transform);
    drawnAt = transform;
    placePicture();
  };
  const edgesLater = () => {
    clearTimeout(rest);
    rest = setTimeout(drawEdges, restAfter);
  };
  const redraw = () => {
    if (frame) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      if (drawing && place.length > 0) paintNodes(sharp(canvas), drawing, place, transform, focus);
    });
  };
  const point = (hovered: number) => {
    if (hovered === focus.hovered) return;
    focus.hovered = hovered;
    events.focus(hovered >= 0 ? hovered : focus.chosen);
    redraw();
  };
  const choose = (chosen: number, reveal = false) => {
    focus.chosen = chosen;
    focus.hovered = -1;
    if (reveal && chosen >= 0) bringIntoSight(chosen);
    events.focus(chosen);
    redraw();
  };

  const active = () => document.activeElement === canvas;
  const behaviour = zoom<HTMLCanvasElement, unknown>()
    .scaleExtent([1, 24])
    .filter((event: Event) => {
      if (event.type === "wheel") return active() || (event as WheelEvent).ctrlKey;
      if (event.type === "dblclick") return false;
      if (event.type.startsWith("touch")) return active() || (event as TouchEvent).touches.length > 1;
      return !(event as MouseEvent).ctrlKey && (event as MouseEvent).button === 0;
    })
    .on("zoom", (event: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
      transform = event.transform;
      placePicture();
      edgesLater();
      redraw();
    });
  const target = select(canvas).call(behaviour);

  function bringIntoSight(chosen: number): void {
    if (!drawing) return;
    const [px, py] = transform.apply([drawing.x[chosen]!, drawing.y[chosen]!]);
    const inside = px > 30 && px < size.width - 30 && py > labelRoom + 20 && py < size.height - 20;
    if (!inside) target.call(behaviour.translateTo, drawing.x[chosen]!, drawing.y[chosen]!);
  }

  const at = (event: MouseEvent, radius: number) => {
    const box = canvas.getBoundingClientRect();
    const [x, y] = transform.invert([event.clientX - box.left, event.clientY - box.top]);
    return find(x, y, radius / transform.k);
  };
  canvas.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse" && event.buttons === 0) point(at(event, 10));
  });
  canvas.addEventListener("pointerleave", () => point(-1));
  canvas.addEventListener("click", (event) => {
    canvas.focus({preventScroll: true});
    const touched = "pointerType" in event && event.pointerType === "touch";
    const found = at(event, touched ? 18 : 10);
    choose(found);
    events.choose(found);
  });
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const heading = arrows[event.key];
    if (heading && event.shiftKey) pan(heading);
    else if (heading) walk(heading);
    else if (event.key === "+" || event.key === "=") target.call(behaviour.scaleBy, 1.4);
    else if (event.key === "-") target.call(behaviour.scaleBy, 1 / 1.4);
    else if (event.key === "0") target.call(behaviour.transform, zoomIdentity);
    else if (event.key === " ") events.play();
    else if (event.key === "Escape" && focus.chosen >= 0) {
      choose(-1);
      events.choose(-1);
    } else return;
    event.preventDefault();
  });

  function pan(heading: Heading): void {
    const step = 80 / transform.k;
    const dx = heading === "left" ? step : heading === "right" ? -step : 0;
    const dy = heading === "up" ? step : heading === "down" ? -step : 0;
    target.call(behaviour.translateBy, dx, dy);
  }

  function walk(heading: Heading): void {
    if (!drawing) return;
    const next = focus.chosen >= 0 ? nearestOn(drawing, focus.chosen, heading) : drawing.wall.hubs[0]!.node;
    if (next < 0) return;
    choose(next, true);
    events.choose(next);
  }

  /** The wall in the frame as it now is. */
  function layOut(): void {
    if (!wall || size.width === 0) return;
    const made = drawWall(wall, size.width, size.height);
    drawing = made;
    const tree = quadtree<number>(
      Array.from(wall.names.keys()),
      (i) => made.x[i]!,
      (i) => made.y[i]!
    );
    find = (x, y, radius) => tree.find(x, y, radius) ?? -1;
    drawEdges();
    redraw();
  }

  new ResizeObserver(([entry]) => {
    const box = entry!.contentRect;
    size = {width: Math.floor(box.width), height: Math.round(box.height)};
    for (const one of [canvas, picture])
      Object.assign(one.style, {width: `${size.width}px`, height: `${size.height}px`});
    const whole: [[number, number], [number, number]] = [
      [0, 0],
      [size.width, size.height]
    ];
    behaviour.extent(whole).translateExtent(whole);
    layOut();
  }).observe(node);
  onThemeChange(() => {
    drawEdges();
    redraw();
  });

  return {
    node,
    show(next) {
      wall = next;
      layOut();
    },
    paint(next) {
      place = next;
      redraw();
    },
    choose,
    edges(shown) {
      edgesShown = shown;
      placePicture();
      drawEdges();
    },
    zoomBy: (factor) => void target.call(behaviour.scaleBy, factor),
    fit: () => void target.call(behaviour.transform, zoomIdentity)
  };
}
