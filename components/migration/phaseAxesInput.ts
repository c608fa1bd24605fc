import {html} from "htl";
import {type PhaseAxisName, phaseAxes, phaseAxisNames} from "../../models/migration/phaseAxes.js";
import {readUrl, writeUrl} from "../inputs/urlState.js";

export interface ChosenAxes {
  x: PhaseAxisName;
  y: PhaseAxisName;
}

const usual: ChosenAxes = {x: "advantage", y: "coupling"};

const isAxis = (name: string | null): name is PhaseAxisName => name !== null && Object.hasOwn(phaseAxes, name);

/**
 * Two lists to choose the axes of the phase diagram from, kept in the address. An axis chosen twice makes the two change
 * places.
 */
export function phaseAxesInput(changed: (axes: ChosenAxes) => void): {node: HTMLElement; value(): ChosenAxes} {
  const [across, up] = [readUrl("across"), readUrl("up")];
  let axes: ChosenAxes = {x: isAxis(across) ? across : usual.x, y: isAxis(up) ? up : usual.y};
  if (axes.x === axes.y) axes = {...usual};
  const list = (name: "x" | "y", label: string) => {
    const select = html`<select>${phaseAxisNames.map(
      (axis) => html`<option value=${axis}>${phaseAxes[axis].label} ${phaseAxes[axis].symbol}</option>`
    )}</select>` as HTMLSelectElement;
    select.value = axes[name];
    select.addEventListener("change", () => {
      const chosen = select.value as PhaseAxisName;
      const other = name === "x" ? "y" : "x";
      axes = {...axes, [name]: chosen, ...(axes[other] === chosen && {[other]: axes[name]})};
      show();
      changed(axes);
    });
    return {select, node: html`<label class="phase-axis">${label} ${select}</label>`};
  };
  const x = list("x", "Across");
  const y = list("y", "Up");
  const show = () => {
    x.select.value = axes.x;
    y.select.value = axes.y;
    writeUrl("across", axes.x === usual.x ? null : axes.x);
    writeUrl("up", axes.y === usual.y ? null : axes.y);
  };
  show();
  return {node: html`<div class="phase-axes">${x.node}${y.node}</div>` as HTMLElement, value: () => axes};
}
