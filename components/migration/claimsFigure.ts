import {migrationClaims, type Standing} from "../../models/migration/claims.js";
import type {ClaimsFile} from "../../models/migration/files.js";
import type {SomeParameters} from "../../models/migration/parameters.js";
import {figure, fill} from "../figure.js";
import {plotView} from "../plotView.js";
import type {View} from "../view.js";
import {claimSketches, hubsSketch} from "./claimSketches.js";
import {type ClaimsState, claimsWar} from "./claimsInputs.js";
import {type Here, type StripState, stripOptions} from "./claimsStrip.js";
import {type ClaimRowView, claimRow, claimsTable} from "./claimsTable.js";

const standings: readonly Standing[] = ["holds", "holds in part", "fails"];

/** Refuses a file that is not what it should be. */
export function checkClaimsFile(file: unknown): ClaimsFile {
  if (!Array.isArray(file) || file.length !== 14) throw new Error("claims.json is malformed");
  for (const d of file as ClaimsFile) {
    const texts = [d.id, d.title, d.claim, d.computed, d.note, d.code, d.page];
    const tested = Array.isArray(d.tests) && d.tests.every((t) => t.held >= 0 && t.of >= t.held && t.of > 0);
    if (!texts.every((text) => typeof text === "string") || !standings.includes(d.verdict) || !tested)
      throw new Error(`not a claim: ${JSON.stringify(d)}`);
  }
  return file as ClaimsFile;
}

/** Whether each test of a claim comes out as claimed in one war. */
export function hereOf(number: number, p: SomeParameters): (boolean | null)[] {
  const claim = migrationClaims.find((d) => d.number === number);
  return claim ? claim.tests.map((test) => (test.here ? test.here(p) : null)) : [];
}

/** The verdicts in words, and how the tests come out in the war that is set. */
export function claimsSummary(rows: ClaimsFile, here: Here): string {
  const of = (verdict: Standing) => rows.filter((d) => d.verdict === verdict).length;
  const asked = here.flat().filter((d) => d !== null);
  const so = asked.filter(Boolean).length;
  const words = asked.length
    ? ` Dots: in the war that the sliders set, ${so} of the ${asked.length} signs that can be asked at once are as claimed.`
    : "";
  return `${of("holds")} claims hold, ${of("holds in part")} hold in part and ${of("fails") || "none"} ${of("fails") === 1 ? "fails" : "fail"}. Bars: the part of its range on which each test comes out as claimed.${words}`;
}

/** The main chart of the page, and its table. */
export interface ClaimsView extends View<ClaimsState> {
  table: HTMLElement;
}

/** The time that a frame may spend on miniatures, in milliseconds. */
const budget = 5;

/** Milliseconds without a move after which the miniatures out of sight follow. */
const resting = 200;

/**
 * The claims of the file. Miniatures follow the sliders a few a frame, so that no frame is long; those out of sight follow
 * when the sliders rest.
 */
export function claimsFigure(data: Promise<unknown>, {root = "../"} = {}): ClaimsView {
  const strip = plotView<StripState>({height: "var(--claims-strip)"}, stripOptions);
  const frame = figure({main: true, title: "Fourteen claims about platform wars", children: [strip.node]});
  frame.node.classList.add("migration-strip");
  const holder = document.createElement("div");
  const list = figure({title: "Every claim, and what became of it", children: [holder]});
  let rows: ClaimsFile = [];
  let views: ClaimRowView[] = [];
  let here: (boolean | null)[][] = [];
  /** The answers in the war of the sliders, as far as they are known. */
  let next: (boolean | null)[][] = [];
  let state: ClaimsState | undefined;
  let war: SomeParameters = {};
  /** The claims whose miniatures are of an earlier war, and those in sight. */
  let late = new Set<number>();
  const inSight = new Set<number>();
  let restAt = 0;
  let drawn = false;
  /** How many claims have been asked in this war. */
  let asked = 0;
  let frameAsked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Draws the miniature of a claim in the war of the sliders. */
  const one = (i: number) => {
    const {number, evidence} = rows[i]!;
    const draw = claimSketches[number];
    if (draw) views[i]!.sketch(draw(war));
    else views[i]!.sketch(hubsSketch(Number(evidence.any), Number(evidence.hubs)));
    const {networkBenefit, bitrot, bitcreep, advantage, switchingCost} = war as Record<string, number>;
    const set = {networkBenefit, bitrot, bitcreep, advantage, switchingCost} as Record<string, number>;
    views[i]!.war(state!, Object.fromEntries(Object.entries(set).map(([k, v]) => [k, Number(v.toFixed(4))])));
  };
  /** Asks claim by claim until `end`, and shows all answers together. */
  const signs = (end: number) => {
    if (asked === rows.length) return;
    do next[asked] = hereOf(rows[asked]!.number, war);
    while (++asked < rows.length && performance.now() < end);
    if (asked < rows.length) return;
    here = next;
    next = [];
    for (const [i, results] of here.entries()) views[i]!.here(results);
    strip.update({rows, here});
    frame.summary(() => claimsSummary(rows, here));
  };
  const work = () => {
    frameAsked = 0;
    const end = performance.now() + budget;
    signs(end);
    if (asked < rows.length) return ask();
    for (const i of late) {
      // The first picture of all is drawn; later those out of sight wait until the sliders rest.
      if (performance.now() >= end || (!inSight.has(i) && performance.now() < restAt)) continue;
      late.delete(i);
      one(i);
    }
    if (late.size === 0) return;
    if ([...late].some((i) => inSight.has(i)) || performance.now() >= restAt) ask();
    else timer = setTimeout(ask, restAt - performance.now());
  };
  const ask = () => {
    clearTimeout(timer);
    if (frameAsked === 0) frameAsked = requestAnimationFrame(work);
  };
  const begin = () => {
    if (!rows.length || !state) return;
    war = claimsWar(state);
    asked = 0;
    next = [];
    late = new Set(rows.keys());
    restAt = drawn ? performance.now() + resting : 0;
    drawn = true;
    ask();
  };
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const {target, isIntersecting} of entries) {
        const i = views.findIndex(({node}) => node === target);
        if (isIntersecting) inSight.add(i);
        else inSight.delete(i);
      }
      if (late.size) ask();
    },
    {rootMargin: "60px"}
  );

  fill(frame, data, (value) => {
    rows = checkClaimsFile(value);
    views = rows.map((row) => claimRow(row, root));
    holder.replaceChildren(claimsTable(views));
    for (const {node} of views) watcher.observe(node);
    here = rows.map((row) => row.tests.map(() => null));
    const holds = rows.filter((d) => d.verdict === "holds").length;
    frame.key(`${holds} of ${rows.length}`, "hold");
    strip.update({rows, here});
    begin();
  });
  fill(list, data, (value) => {
    checkClaimsFile(value);
    list.summary(
      "The miniatures and the words “so here” and “not here” follow the sliders; only that of claim 12 does not, for which wars on a graph have to be played out. All else was computed when this site was built."
    );
  });
  return {
    node: frame.node,
    table: list.node,
    update(value) {
      state = value;
      begin();
    }
  };
}
