import type {ClaimRow, Verdict} from "../../models/about/claims.js";
import {figure, fill} from "../figure.js";
import {choice, controls} from "../inputs/controls.js";
import {plotView} from "../plotView.js";
import type {View} from "../view.js";
import {claimGaps, claimsStrip, computedText} from "./claimsStrip.js";
import {claimsTable} from "./claimsTable.js";

const verdicts: readonly Verdict[] = ["reproduces", "differs", "cannot be computed"];

/** Which claims to show; kept in the address. */
export function verdictInputs() {
  return controls(
    {
      game: choice({
        label: "About",
        options: {all: "all games", chance: "the coin", crowd: "platform wars", forger: "forgers"},
        value: "all"
      }),
      verdict: choice({
        label: "Show claims that",
        options: {all: "all", reproduces: "reproduce", differs: "differ", open: "cannot be computed"},
        value: "all"
      })
    },
    {label: "Claims"}
  );
}

/** Which game a claim is about. */
export function gameOf({group}: Pick<ClaimRow, "group">): "chance" | "crowd" | "forger" {
  if (group.startsWith("Forgers")) return "forger";
  return group.startsWith("Platform wars") ? "crowd" : "chance";
}

/** The claims with a verdict and about a game, or all of them. */
export function claimsWith(rows: readonly ClaimRow[], verdict: string, game = "all"): readonly ClaimRow[] {
  const wanted = verdict === "open" ? "cannot be computed" : verdict;
  return rows.filter((d) => (verdict === "all" || d.verdict === wanted) && (game === "all" || gameOf(d) === game));
}

/** The rows of the file, or an Error that says what is wrong with them. */
export function checkRows(data: unknown): ClaimRow[] {
  if (!Array.isArray(data) || data.length === 0) throw new Error("not a list of claims");
  for (const d of data as ClaimRow[]) {
    const texts = [d.id, d.group, d.claim, d.source, d.note, d.unit];
    if (!texts.every((text) => typeof text === "string") || !verdicts.includes(d.verdict))
      throw new Error(`not a claim: ${JSON.stringify(d)}`);
  }
  return data;
}

/** How many claims there are of each verdict, and what the widest gap is, in words. */
export function claimsSummary(rows: readonly ClaimRow[]): string {
  const of = (verdict: Verdict) => rows.filter((d) => d.verdict === verdict).length;
  const gaps = claimGaps(rows);
  const counts = `Of ${rows.length} claims ${of("reproduces")} reproduce, ${of("differs")} differ and ${of("cannot be computed")} cannot be computed.`;
  const [widest] = gaps;
  if (!widest) return `${counts} None of those shown is a single number, so the chart is empty.`;
  const {row} = widest;
  const drawn = `The chart holds the ${gaps.length} that are single numbers.`;
  return row.verdict === "differs"
    ? `${counts} ${drawn} The widest gap: “${row.claim}”, where ${computedText(row)} is computed.`
    : `${counts} ${drawn}`;
}

/** The main figure, and the figure that holds the table; both are filled from one file and filtered by one choice. */
export interface Reproduction extends View<{verdict: string; game: string}> {
  table: HTMLElement;
}

/** The claims of the file `data`; `root` leads from the page to the top of the site. */
export function reproduction(data: Promise<unknown>, {root = "../"} = {}): Reproduction {
  let rows: readonly ClaimRow[] = [];
  let verdict = "all";
  let game = "all";
  const chart = plotView<readonly ClaimRow[]>({height: "var(--strip)", className: "claims-strip"}, claimsStrip);
  const strip = figure({
    main: true,
    title: "How far each computed number lies from the published one",
    children: [chart.node]
  });
  const holder = document.createElement("div");
  const table = figure({title: "Every claim, and the line that computes it", children: [holder]});

  const redraw = () => {
    if (!rows.length) return;
    const some = claimsWith(rows, verdict, game);
    chart.update(some);
    holder.replaceChildren(claimsTable(some, root));
    strip.summary(claimsSummary(some));
    const all = claimsWith(rows, "all", game);
    strip.key(`${claimsWith(all, "reproduces").length} of ${all.length}`, "claims reproduce");
    table.summary(`${some.length} of ${rows.length} claims shown.`);
  };
  fill(strip, data, (value) => {
    rows = checkRows(value);
    redraw();
  });
  fill(table, data, (value) => {
    checkRows(value);
  });
  return {
    node: strip.node,
    table: table.node,
    update(state) {
      ({verdict, game} = state);
      redraw();
    }
  };
}
