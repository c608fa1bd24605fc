import {html} from "htl";
import type {ClaimRow, Verdict} from "../../models/about/claims.js";
import {computedText, printedText} from "./claimsStrip.js";

/** A verdict never rests on colour alone. */
const symbols: Record<Verdict, string> = {reproduces: "✓", differs: "≠", "cannot be computed": "?"};

/** `models/kelly/value.ts#L42` as the address of that line; `root` leads to the top of the site. */
export function sourceAddress(code: string, root: string): string {
  const [file, line] = code.split("#");
  return `${root}source/${file}.html#${line}`;
}

/** `models/kelly/value.ts#L42` in words. */
function lineText(code: string): string {
  const [, file, line] = /([^/]+)#L(\d+)$/.exec(code) ?? [];
  return file ? `${file}, line ${line}` : code;
}

// The roles are spelled out because a phone lays the table out in blocks, which would take them away.
function row(entry: ClaimRow, root: string): Node {
  const {claim, source, verdict, code, note, id} = entry;
  return html`<tr role="row" id=${`claim-${id}`} data-verdict=${verdict}>
    <th role="rowheader" scope="row">${claim}<small>${note}</small><small class="claim-source">${source}</small></th>
    <td role="cell" data-label="Published">${printedText(entry)}</td>
    <td role="cell" data-label="Computed">${computedText(entry)}</td>
    <td role="cell" data-label="Verdict"><span><span aria-hidden="true">${symbols[verdict]}</span> ${verdict}</span></td>
    <td role="cell" data-label="Code">${
      code ? html`<a href=${sourceAddress(code, root)}>${lineText(code)}</a>` : "—"
    }</td>
  </tr>`;
}

/** The claims by group: what was published, what is computed here, the verdict, and the line that computes it. */
export function claimsTable(rows: readonly ClaimRow[], root: string): HTMLElement {
  const groups = [...new Set(rows.map((d) => d.group))];
  return html`<table role="table" class="claims">
    <caption class="spoken">Published and computed figures</caption>
    <thead role="rowgroup"><tr role="row">${["Claim", "Published", "Computed", "Verdict", "Code"].map(
      (name) => html`<th role="columnheader" scope="col">${name}</th>`
    )}</tr></thead>
    ${groups.map(
      (group) => html`<tbody role="rowgroup">
        <tr role="row" class="claims-group"><th role="rowheader" scope="rowgroup" colspan="5">${group}</th></tr>
        ${rows.filter((d) => d.group === group).map((d) => row(d, root))}
      </tbody>`
    )}
  </table>`;
}
