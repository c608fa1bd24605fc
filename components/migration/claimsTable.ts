import {html} from "htl";
import type {MigrationClaimRow} from "../../models/migration/claims.js";
import {sourceAddress} from "../about/claimsTable.js";
import {type Sketch, sketchView} from "./claimSketch.js";
import type {ClaimsState} from "./claimsInputs.js";
import {symbols} from "./claimsStrip.js";

/** A claim's row, with what in it follows the sliders. */
export interface ClaimRowView {
  node: Element;
  sketch(drawing: Sketch): void;
  /** Whether each test comes out as claimed in the war that is set. */
  here(results: readonly (boolean | null)[]): void;
  /** The war that is set, for the link. */
  war(state: ClaimsState, parameters: Readonly<Record<string, number>>): void;
}

const pages: Record<string, string> = {
  wars: "the sandbox",
  tipping: "Tipping",
  bitcreep: "Bitcreep",
  ending: "Ending the war",
  wall: "The dependency wall",
  real: "Real migrations"
};

/** The page that shows a claim at length, set to a war; what the claim itself sets comes last. */
export function pageAddress(
  {page, parameters}: Pick<MigrationClaimRow, "page" | "parameters">,
  war: Readonly<Record<string, number>>
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({...war, ...parameters})) query.set(name, String(value));
  const text = query.toString();
  return text ? `./${page}?${text}` : `./${page}`;
}

const spoken = (held: boolean | null) => (held === null ? "" : held ? "so here" : "not here");

/** The row of one claim. `root` leads from the page to the top of the site. */
export function claimRow(row: MigrationClaimRow, root: string): ClaimRowView {
  const drawing = sketchView();
  const marks = row.tests.map(() => html`<span class="claim-here"></span>` as HTMLElement);
  const link = html`<a href=${pageAddress(row, {})}>${pages[row.page] ?? row.page}</a>` as HTMLAnchorElement;
  const line = row.code.replace(/^.*\/([^/]+)#L(\d+)$/, "$1, line $2");
  const tests = row.tests.map(
    (d, i) => html`<li data-passes=${String(d.passes)}>
      <span aria-hidden="true">${d.passes ? "✓" : "✗"}</span> ${d.says}
      <small>${d.held} of ${d.of}${d.needs === "all" ? "" : d.needs === "most" ? " (most will do)" : " (one will do)"}: ${d.range} ${marks[i]}</small>
    </li>`
  );
  // The roles are spelled out because a phone lays the table out in blocks, which would take them away.
  const node = html`<tr role="row" id=${`claim-${row.id}`} data-standing=${row.verdict}>
    <th role="rowheader" scope="row"><span class="claim-number">${row.number}</span> ${row.claim}<small>${row.note}</small><small>See ${link}.</small></th>
    <td role="cell" data-label="In the war you set">${drawing.node}</td>
    <td role="cell" data-label="Computed">${row.computed}<ul class="claim-tests">${tests}</ul></td>
    <td role="cell" data-label="Verdict"><span class="claim-verdict"><span aria-hidden="true">${symbols[row.verdict]}</span> ${row.verdict}</span><small><a href=${sourceAddress(row.code, root)}>${line}</a></small></td>
  </tr>` as Element;
  return {
    node,
    sketch: (next) => drawing.update(next),
    here(results) {
      results.forEach((held, i) => {
        const mark = marks[i]!;
        if (mark.dataset.held === String(held)) return;
        mark.textContent = spoken(held);
        mark.dataset.held = String(held);
      });
    },
    war(_, parameters) {
      link.href = pageAddress(row, parameters);
    }
  };
}

/** The table around the rows. */
export function claimsTable(rows: readonly ClaimRowView[]): HTMLElement {
  return html`<table role="table" class="claims migration-claims">
    <caption class="spoken">Fourteen claims, a miniature of each, what is computed, and the verdict</caption>
    <thead role="rowgroup"><tr role="row">${["Claim", "In the war you set", "Sign or threshold", "Verdict"].map(
      (name) => html`<th role="columnheader" scope="col">${name}</th>`
    )}</tr></thead>
    <tbody role="rowgroup">${rows.map((d) => d.node)}</tbody>
  </table>` as HTMLElement;
}
