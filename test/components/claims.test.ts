import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import * as Plot from "@observablehq/plot";
import {JSDOM} from "jsdom";
import {claimGaps, claimsStrip, computedText, printedText, stripHeight} from "../../components/about/claimsStrip.js";
import {checkRows, claimsSummary, claimsWith, gameOf} from "../../components/about/reproduction.js";
import type {ClaimRow} from "../../models/about/claims.js";
import {ganClaims} from "../../models/gan/claims.js";
import {kellyClaims} from "../../models/kelly/claims.js";
import {migrationRows} from "../../models/migration/claims.js";

const base: ClaimRow = {
  id: "gain",
  group: "g",
  claim: "The gain is $6.6",
  source: "s",
  published: 6.6,
  computed: 8.568398,
  unit: "$",
  verdict: "differs",
  code: "models/a.ts#L3",
  note: "n"
};
const rows: ClaimRow[] = [
  {
    ...base,
    id: "value",
    claim: "The value is $246.606",
    published: 246.606,
    computed: 246.606293,
    verdict: "reproduces"
  },
  base,
  {...base, id: "words", published: "mean $250", computed: "infinite mean", unit: ""},
  {...base, id: "people", published: "5 of 61", computed: null, unit: "", verdict: "cannot be computed", code: null}
];

test("figures are printed as published and computed to as many digits", () => {
  assert.deepEqual(rows.map(printedText), ["$246.606", "$6.6", "mean $250", "5 of 61"]);
  assert.deepEqual(rows.map(computedText), ["$246.606", "$8.57", "infinite mean", "—"]);
  assert.equal(computedText({...base, published: 23, computed: 30, unit: "flips"}), "30 flips");
  assert.equal(computedText({...base, published: 95, computed: 95.2467, unit: "%"}), "95.2 %");
});

test("gaps are those of numbers, widest first", () => {
  const gaps = claimGaps(rows);
  assert.deepEqual(
    gaps.map((d) => d.row.id),
    ["gain", "value"]
  );
  assert.ok(Math.abs(gaps[0]!.percent - 29.8242) < 1e-3);
});

test("the filter and the summary", () => {
  assert.equal(claimsWith(rows, "all").length, 4);
  assert.deepEqual(
    claimsWith(rows, "open").map((d) => d.id),
    ["people"]
  );
  assert.deepEqual(
    claimsWith(rows, "differs").map((d) => d.id),
    ["gain", "words"]
  );
  assert.match(
    claimsSummary(rows),
    /^Of 4 claims 1 reproduce, 2 differ and 1 cannot be computed\. .*\$8\.57 is computed\.$/
  );
  const both = [...rows, {...base, id: "war", group: "Platform wars: published figures"}];
  assert.deepEqual(
    claimsWith(both, "all", "crowd").map((d) => d.id),
    ["war"]
  );
  assert.equal(claimsWith(both, "differs", "chance").length, 2);
  assert.deepEqual(
    [...ganClaims.map(gameOf), ...kellyClaims.map(gameOf)].sort().filter((d, i, all) => d !== all[i - 1]),
    ["chance", "forger"]
  );
  assert.match(claimsSummary(claimsWith(rows, "open")), /the chart is empty\.$/);
});

test("malformed files are refused", () => {
  assert.equal(checkRows(rows).length, 4);
  for (const bad of [null, {}, [], [{}], [{...base, verdict: "perhaps"}], [{...base, claim: 3}]])
    assert.throws(() => checkRows(bad), /^Error: not a/);
});

test("the strip draws a dot for each claim that reproduces and a diamond for each that differs", () => {
  const {document} = new JSDOM("").window;
  for (const width of [1080, 326]) {
    const chart = Plot.plot({...claimsStrip(rows, width, 200), document});
    const text = chart.outerHTML;
    assert.ok(text.includes("The gain is $6.6") && text.includes("$6.6 → $8.57"));
    assert.ok(!text.includes("NaN"));
    assert.equal(chart.querySelectorAll('[aria-label="dot"] :is(circle, path)').length, 2);
  }
  const empty = Plot.plot({...claimsStrip([], 1080, 200), document});
  assert.ok(!empty.outerHTML.includes("NaN"));
});

test("the strip has room for every claim that is a number, and beside it for its words", () => {
  const numbers = [...kellyClaims, ...migrationRows, ...ganClaims].filter(
    (d) => typeof d.published === "number" && d.published !== 0 && "compute" in d
  );
  const style = readFileSync("src/style.css", "utf8");
  const [wide, narrow] = [...style.matchAll(/--strip: (\d+)px/g)].map(([, height]) => Number(height));
  assert.equal(wide, stripHeight(numbers.length, 1080));
  assert.equal(narrow, stripHeight(numbers.length, 326));
  for (const {claim} of numbers) assert.ok(claim.length <= 53, claim);
});
