import {html} from "htl";
import type {TrialsFile} from "../../models/gan/files.js";
import {figure, fill} from "../figure.js";

/** Recipes that were tried before the long run, best distance first. */
export function trialsTable(data: Promise<TrialsFile>): HTMLElement {
  const body = html`<tbody></tbody>`;
  const table = html`<div class="scroll wide-scroll" tabindex="0" role="region" aria-label="Recipes tried"><table>
    <thead><tr><th scope="col">Change</th><th scope="col" class="number">Faces shown</th><th scope="col" class="number">Parameters</th><th scope="col" class="number">FD</th><th scope="col" class="number">Times the floor</th><th scope="col" class="number">Coverage</th></tr></thead>
    ${body}
  </table></div>`;
  const frame = figure({title: "Recipes tried", children: [table]});
  fill(frame, data, ({trials, yardstick}) => {
    const whole = (value: number) => value.toLocaleString("en-US");
    body.replaceChildren(
      ...trials.map(
        ({change, images, parameters, fd, coverage}) =>
          html`<tr><th scope="row">${change}</th><td class="number">${whole(images)}</td><td class="number">${whole(parameters)}</td><td class="number">${fd.toFixed(4)}</td><td class="number">${(fd / yardstick.floor).toFixed(0)}</td><td class="number">${coverage}</td></tr>`
      )
    );
    const best = trials.reduce((a, b) => (b.fd < a.fd ? b : a));
    frame.summary(
      `One run each, so differences of a tenth or so between rows may be luck: compare the two seeds. The least distance, ${best.fd.toFixed(3)}, has “${best.change}”. Real faces from real ones: ${yardstick.floor.toFixed(4)}, coverage ${yardstick.coverage}.`
    );
  });
  return frame.node;
}
