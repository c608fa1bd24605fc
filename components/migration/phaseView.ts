import {html} from "htl";
import type {PhaseMapsFile} from "../../models/migration/files.js";
import {phase} from "../../models/migration/meanField.js";
import {checkParameters, type Parameters} from "../../models/migration/parameters.js";
import {
  atPoint,
  axisValue,
  isOn,
  type PhaseAxis,
  type PhaseAxisName,
  phaseAxes
} from "../../models/migration/phaseAxes.js";
import {type PhaseCurve, phaseCurves} from "../../models/migration/phaseCurves.js";
import {phaseCodes, transposed} from "../../models/migration/phaseMap.js";
import {readCodes} from "../../models/migration/phaseText.js";
import {type FieldLine, type FieldState, field} from "../field.js";
import {figure, fill} from "../figure.js";
import {percent} from "../format.js";
import type {View} from "../view.js";
import {sandboxAddress, signed} from "./format.js";
import {phaseAxesInput} from "./phaseAxesInput.js";
import {blank, phaseLabels, phaseTable} from "./phaseColors.js";
import {type PhasePicture, phaseKey, phaseSolver} from "./phaseSolver.js";
import {sliderNames} from "./tippingInputs.js";
import type {TippingState} from "./tippingState.js";

/** Cells of a diagram that is computed while the reader waits. */
export const liveGrid = {columns: 120, rows: 80};

const shares: readonly string[] = ["initialShare", "shimOld", "shimNew"];

const axisLabel = ({label, symbol, unit}: PhaseAxis, name: string) =>
  `${label} ${symbol}${shares.includes(name) ? " (%)" : unit ? ` (${unit})` : ""}`;

const valueText = (name: PhaseAxisName, value: number) =>
  `${phaseAxes[name].symbol} ${shares.includes(name) ? percent(value, 0) : signed(value)}`;

const curveNames: Record<PhaseCurve["kind"], string> = {
  low: "",
  high: "spinodal",
  critical: "J_c",
  rest: "shares at rest"
};

/** The map of a pair in the file, turned if its axes are the other way round. */
export function builtPicture(file: PhaseMapsFile, x: PhaseAxisName, y: PhaseAxisName): PhasePicture | undefined {
  const {columns, rows} = file;
  const p = checkParameters(file.base);
  const found = file.maps.find((map) => (map.x === x && map.y === y) || (map.x === y && map.y === x));
  if (!found) return undefined;
  const codes = readCodes(found.cells, columns * rows);
  const turned = found.x !== x;
  return {
    grid: {x, y, columns: turned ? rows : columns, rows: turned ? columns : rows},
    key: phaseKey(p, x, y),
    codes: turned ? transposed(codes, columns, rows) : codes,
    curves: phaseCurves(p, {x, y})
  };
}

/** What the field shows of a picture. */
export function phaseFieldState(picture: PhasePicture, p: Readonly<Parameters>): FieldState {
  const {grid, codes, curves} = picture;
  const {x, y, columns, rows} = grid;
  const [ax, ay] = [phaseAxes[x], phaseAxes[y]];
  const axis = (name: PhaseAxisName) => ({
    label: axisLabel(phaseAxes[name], name),
    domain: phaseAxes[name].range,
    ...(shares.includes(name) && {format: (v: number) => `${Math.round(v * 100)}`})
  });
  const width = ax.range[1] - ax.range[0];
  const height = ay.range[1] - ay.range[0];
  // A name at the very edge would be cut off.
  const inner = (part: number) => ax.range[0] + width * Math.min(0.92, Math.max(0.07, part));
  const names = phaseLabels(codes, columns, rows).map(
    ({name, column, row}): FieldLine => ({
      points: [[0, 0]],
      label: name,
      labelAt: [inner((column + 0.5) / columns), ay.range[1] - (height * (row + 0.5)) / rows],
      className: "phase-name"
    })
  );
  const lines = curves.map(({kind, points}): FieldLine => {
    const at = points[Math.floor(points.length * (kind === "critical" ? 0.06 : 0.8))]!;
    return {
      points,
      className: `phase-${kind}`,
      ...(curveNames[kind] && {
        label: curveNames[kind],
        labelAt: [inner((at[0] - ax.range[0]) / width), at[1] + (kind === "critical" ? 0.025 * height : 0)]
      })
    };
  });
  const mark: [number, number] = [axisValue(p, x), axisValue(p, y)];
  return {
    levels: codes,
    columns,
    rows,
    x: axis(x),
    y: axis(y),
    lines: [...lines, ...names],
    mark: isOn(ax, mark[0]) && isOn(ay, mark[1]) ? mark : undefined
  };
}

/** The diagram in words. */
export function phaseSummary({grid, codes}: PhasePicture, state: TippingState): string {
  const parts = phaseCodes
    .map((name, code) => ({name, part: codes.reduce((n, c) => n + Number(c === code), 0) / codes.length}))
    .filter(({part}) => part > 0)
    .map(({name, part}) => `${percent(part, 0)} ${name}`);
  const here = [grid.x, grid.y].map((name) => valueText(name, axisValue(state.p, name))).join(", ");
  return `The ring is the war of the sliders, ${here}: ${state.phase}. Of the wars in the picture ${parts.join(", ")}. Fast means that nine in ten have moved in less than six years, prolonged that it takes longer, stuck that after forty years less than half have, split that the crowd settles in between.`;
}

/** The phase diagram over any two parameters: built for the page’s defaults, and else computed as the sliders rest. */
export function phaseView(
  data: Promise<PhaseMapsFile>,
  set: (values: Record<string, number>) => void
): View<TippingState> & {axes: HTMLElement} {
  let file: PhaseMapsFile | undefined;
  let read = false;
  let state: TippingState | undefined;
  const known = new Map<string, PhasePicture>();
  const axes = phaseAxesInput(() => show());
  const bar =
    html`<progress class="phase-progress" aria-label="Computing the diagram"></progress>` as HTMLProgressElement;
  const button = html`<button type="button" class="button">Stop</button>` as HTMLButtonElement;
  const word = html`<span></span>`;
  const link = html`<a class="phase-sandbox">Open this war in the sandbox</a>` as HTMLAnchorElement;
  const work = html`<div class="phase-work">${bar}${button}${word}${link}</div>`;
  const chart = field({
    label: "How the war ends over two parameters",
    height: "clamp(320px, 44cqw, 460px)",
    table: phaseTable,
    read(vx, vy) {
      const {x, y} = axes.value();
      const place = `${valueText(x, vx)}, ${valueText(y, vy)}`;
      try {
        return `${place}\n${phase(atPoint(state!.p, {[x]: vx, [y]: vy}))}`;
      } catch {
        return place;
      }
    },
    pick(vx, vy) {
      const {x, y} = axes.value();
      try {
        const p = atPoint(state!.p, {[x]: vx, [y]: vy});
        set(Object.fromEntries(sliderNames.map((name) => [name, p[name]])));
      } catch {
        word.textContent = "This point is out of reach of the sliders.";
      }
    },
    margin: {top: 26, right: 16, bottom: 44, left: 48}
  });
  chart.node.classList.add("phase-field");
  const frame = figure({title: "How the war ends", children: [chart.node, work]});
  const solver = phaseSolver({
    solved(picture) {
      const name = nameOf(picture.grid.x, picture.grid.y, picture.key);
      known.set(name, picture);
      // The oldest goes: a reader comes back to the last few, if to any.
      if (known.size > 12) known.delete(known.keys().next().value!);
      show();
    },
    progress(done) {
      bar.value = done;
    },
    failed(message) {
      console.warn(`phase diagram: ${message}`);
      working("This diagram could not be computed. Moving a slider tries again.", "Try again");
    }
  });

  const nameOf = (x: string, y: string, key: string) => `${x} ${y} ${key}`;
  const working = (text: string, action: "Stop" | "Try again" | "") => {
    bar.hidden = action !== "Stop";
    button.hidden = action === "";
    button.textContent = action;
    word.textContent = text;
  };
  button.addEventListener("click", () => {
    if (button.textContent === "Try again") return show();
    solver.stop();
    working("Stopped: this is not yet the diagram of the sliders.", "Try again");
  });

  function show(): void {
    if (!state) return;
    link.href = sandboxAddress(Object.fromEntries(sliderNames.map((name) => [name, state!.p[name]])));
    const {x, y} = axes.value();
    const key = phaseKey(state.p, x, y);
    const name = nameOf(x, y, key);
    let picture = known.get(name);
    if (!picture && file && phaseKey(checkParameters(file.base), x, y) === key) {
      picture = builtPicture(file, x, y);
      if (picture) known.set(name, picture);
    }
    chart.node.classList.toggle("phase-old", !picture);
    if (picture) {
      solver.stop();
      working("", "");
      chart.update(phaseFieldState(picture, state.p));
      frame.summary(phaseSummary(picture, state));
      last = picture;
      return;
    }
    // Until the file is there, or known to be missing, what it may hold is not computed a second time.
    if (!read) return;
    const grid = {x, y, ...liveGrid};
    const old = last?.grid.x === x && last.grid.y === y ? last : undefined;
    const none = {grid, key, codes: new Uint8Array(grid.columns * grid.rows).fill(blank), curves: []};
    chart.update(phaseFieldState(old ?? none, state.p));
    bar.removeAttribute("value");
    working("", "Stop");
    solver.ask(state.p, grid);
  }
  let last: PhasePicture | undefined;
  working("", "");

  fill(frame, data, (value) => {
    read = true;
    // Read once for its shape: a malformed map is refused here, not when its axes are chosen.
    for (const {cells} of value.maps) readCodes(cells, value.columns * value.rows);
    file = value;
    show();
  });
  return {
    node: frame.node,
    axes: axes.node,
    update(next) {
      state = next;
      show();
    }
  };
}
