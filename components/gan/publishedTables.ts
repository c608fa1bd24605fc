import {html} from "htl";
import type {Cell, PublishedFile, PublishedTable} from "../../models/gan/published.js";
import {figure, fill} from "../figure.js";

/** How a table is to be taken, in words. */
export const readings: Record<PublishedTable["label"], string> = {
  "found in text": "read in the source",
  recalled: "transcribed, unchecked",
  mixed: "partly transcribed, unchecked"
};

/** A cell as it is printed. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "–";
  if (Array.isArray(cell)) return cell.join(", ");
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  return typeof cell === "number" ? cell.toLocaleString("en-US", {maximumFractionDigits: 4}) : String(cell);
}

/** A row that was not read in the source, or not all of it. */
function unchecked(table: PublishedTable, row: readonly Cell[]): boolean {
  if (table.label === "found in text") return false;
  const place = table.columns.indexOf("label");
  const own = place >= 0 ? row[place] : table.row_labels?.[String(row[0])];
  return own !== "found in text";
}

function tableNode(table: PublishedTable): HTMLElement {
  const {title, source, label, columns, rows, note} = table;
  const shown = columns.map((name, i) => ({name, i})).filter(({name}) => name !== "label");
  return html`<details class="published"><summary class="published-head">${title} <span class="published-reading">${readings[label]}</span></summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${title}><table>
      <thead><tr>${shown.map(({name}) => html`<th scope="col">${name.replaceAll("_", " ")}</th>`)}</tr></thead>
      <tbody>${rows.map(
        (row) =>
          html`<tr>${shown.map(({i}) => html`<td>${cellText(row[i])}</td>`)}${unchecked(table, row) ? html`<td class="published-mark">unchecked</td>` : null}</tr>`
      )}</tbody>
    </table></div>
    <p class="published-source">${source}. ${note ?? ""}</p>
  </details>` as HTMLElement;
}

/** Every published table, each to be unfolded. */
export function publishedTables(data: Promise<PublishedFile>): HTMLElement {
  const body = html`<div></div>`;
  const frame = figure({title: "The tables", children: [body]});
  fill(frame, data, ({tables}) => {
    body.replaceChildren(...tables.map(tableNode));
    const found = tables.filter(({label}) => label === "found in text").length;
    frame.summary(
      `${tables.length} tables, of which ${found} were read in their source. The others were written down from memory in part or as a whole, are marked, and are not used in any chart here.`
    );
  });
  return frame.node;
}
