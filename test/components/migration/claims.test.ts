import assert from "node:assert/strict";
import {test} from "node:test";
import {JSDOM} from "jsdom";
import {drawSketch, type Sketch} from "../../../components/migration/claimSketch.js";
import {claimSketches, hubsSketch} from "../../../components/migration/claimSketches.js";
import {checkClaimsFile, claimsSummary, hereOf} from "../../../components/migration/claimsFigure.js";
import {claimsWar} from "../../../components/migration/claimsInputs.js";
import {claimsQuotes} from "../../../components/migration/claimsQuotes.js";
import {stripHeight, stripOptions} from "../../../components/migration/claimsStrip.js";
import {pageAddress} from "../../../components/migration/claimsTable.js";
import {judgeMigration, migrationClaims} from "../../../models/migration/claims.js";
import {plotText} from "../kelly/plotText.js";

const {document} = new JSDOM("").window;
Object.assign(globalThis, {document});
const rows = migrationClaims.map((claim) => judgeMigration(claim, () => 1));

const extremes = [0, 1.4, 3, 6].flatMap((coupling) =>
  [-2, 0, 1, 3].flatMap((advantage) => [0, 4].map((switchingCost) => claimsWar({coupling, advantage, switchingCost})))
);

function drawn(sketch: Sketch): string {
  const host = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  drawSketch(host, sketch);
  return host.innerHTML;
}

test("every miniature can be drawn at both ends of every slider", () => {
  for (const p of extremes)
    for (const [number, draw] of Object.entries(claimSketches))
      assert.doesNotMatch(drawn(draw(p)), /NaN|undefined|Infinity|null/, `${number} ${JSON.stringify(p)}`);
  assert.match(drawn(hubsSketch(15.4, 4.9)), /15\.4 yr/);
  for (const {number} of rows) assert.ok(number === 12 || claimSketches[number], `claim ${number}`);
});

test("every test that is asked live answers at both ends of every slider", () => {
  for (const p of extremes)
    for (const {number, tests} of rows) {
      const here = hereOf(number, p);
      assert.equal(here.length, tests.length);
      for (const held of here) assert.ok(held === null || typeof held === "boolean");
    }
  assert.deepEqual(hereOf(1, claimsWar({coupling: 1, advantage: 2, switchingCost: 1})), [false]);
  assert.deepEqual(hereOf(1, claimsWar({coupling: 3, advantage: 1, switchingCost: 1})), [true]);
});

test("the strip names every claim, wide and on a phone", () => {
  const here = rows.map(({number}) => hereOf(number, {}));
  for (const width of [1080, 326]) {
    const text = plotText(stripOptions({rows, here}, width, stripHeight(width)), width, stripHeight(width));
    assert.doesNotMatch(text, /NaN|undefined|Infinity/);
    for (const {number, verdict, title} of rows)
      assert.ok(text.includes(width < 640 ? `${number}  ${title}` : `${number}  ${verdict}`), title);
    assert.doesNotMatch(text, /<a /, "a picture that is hidden from screen readers holds no links");
  }
  assert.match(
    claimsSummary(rows, here),
    /^\d+ claims hold, \d+ hold in part and none fail\..*signs that can be asked/
  );
  assert.doesNotMatch(claimsSummary(rows, []), /signs/);
});

test("links carry the war to the page, and what the claim sets with it", () => {
  assert.equal(
    pageAddress({page: "bitcreep", parameters: {bitcreep: 0}}, {advantage: 2, bitcreep: 1}),
    "./bitcreep?advantage=2&bitcreep=0"
  );
  assert.equal(pageAddress({page: "wall", parameters: {}}, {}), "./wall");
});

test("malformed files are refused", () => {
  assert.equal(checkClaimsFile(rows).length, 14);
  for (const bad of [
    null,
    {},
    [],
    rows.slice(1),
    rows.map((d) => ({...d, verdict: "perhaps"})),
    rows.map((d) => ({...d, tests: null}))
  ])
    assert.throws(() => checkClaimsFile(bad));
});

test("quotes count the verdicts in words", () => {
  for (const [name, quote] of Object.entries(claimsQuotes)) {
    assert.match(name, /^claims\./);
    assert.match(quote(), /^[a-z]+$/);
  }
});
