import {html} from "htl";
import type {TrialsFile} from "../../models/gan/files.js";
import {figure, fill} from "../figure.js";

type Trials = Pick<TrialsFile, "trials" | "yardstick">;

/** What the trials say, beside what the seed alone does to the first of them. */
export function trialsWords({trials, yardstick}: Trials): string {
  const [first] = trials;
  if (!first) throw new Error("no recipe was tried");
  const best = trials.reduce((a, b) => (b.fd < a.fd ? b : a));
  const again = trials.find(({change}) => change === "another seed");
  const apart = again && Math.max(again.fd / first.fd, first.fd / again.fd);
  const luck = again
    ? ` Another seed alone changed the distance by a factor of ${apart!.toFixed(2)}, and coverage from ${first.coverage} to ${again.coverage}: differences like that may be luck.`
    : "";
  return `One run each.${luck} The least distance, ${best.fd.toFixed(3)} in place of ${first.fd.toFixed(3)}, has “${best.change}”. Real faces from real ones: ${yardstick.floor.toFixed(4)}, coverage ${yardstick.coverage}.`;
}

/** Recipes that were tried before the long run, in the order of the trials: the first is what the others change. */
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
    frame.summary(trialsWords({trials, yardstick}));
  });
  return frame.node;
}
