import {html} from "htl";
import type {EndingEstimate, EndingFile, EndingPlan} from "../../models/migration/files.js";
import {percent} from "../format.js";
import {planLabels} from "./endingSettings.js";
import {signed} from "./format.js";

const within = ({mean, error}: EndingEstimate, digits = 2) => `${mean.toFixed(digits)} ± ${error.toFixed(digits)}`;
const change = ({mean, error}: EndingEstimate) => `${signed(mean)} ± ${error.toFixed(2)}`;

/** Subsidies, or what the date took from those who stayed: no plan has both. */
function besides({subsidies, sunsetBurden}: EndingPlan["measures"]): string {
  if (subsidies.mean > 0) return within(subsidies);
  return sunsetBurden.mean > 0 ? within(sunsetBurden) : "";
}

/** Throws if a file cannot be the one that the page asked for. */
export function checkEnding(file: EndingFile): EndingFile {
  const {plans, time, hubs} = file;
  const complete = [...plans, ...hubs.flatMap((d) => [d.random, d.hubs])].every(
    (plan) =>
      [plan.mean, plan.low, plan.high].every((list) => list.length === time.length) &&
      Number.isFinite(plan.measures.loss.mean + plan.difference.loss.error)
  );
  if (!complete || !plans.some(({id}) => id === "none")) throw new Error("ending.json is malformed");
  return file;
}

/** Agents' figures, plan by plan, the least loss first: means with standard errors, and differences war by war. */
export function endingTable(): {node: HTMLElement; fill(file: EndingFile): void} {
  const body = html`<tbody></tbody>`;
  const head = ["Plan", "Won", "Years to 90 %", "Loss", "Against nothing", "Paid besides", "Misery"];
  const node =
    html`<div class="scroll ending-table" tabindex="0" role="region" aria-label="Agents, plan by plan"><table>
    <thead><tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>${body}
  </table></div>` as HTMLElement;
  return {
    node,
    fill(file) {
      const rows = [...file.plans].sort((a, b) => a.measures.loss.mean - b.measures.loss.mean);
      body.replaceChildren(
        ...rows.map(({id, won, measures, difference}) => {
          const cells = [
            percent(won, 0),
            won < 0.5 ? "never" : within(measures.T90),
            within(measures.loss),
            id === "none" ? "" : change(difference.loss),
            besides(measures),
            within(measures.misery)
          ];
          return html`<tr><th scope="row">${planLabels[id] ?? id}</th>${cells.map((text) => html`<td>${text}</td>`)}</tr>`;
        })
      );
    }
  };
}
