import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {judge} from "../../../models/about/claims.js";
import {
  cardHours,
  cardYears,
  daysOfPortraits,
  fewImages,
  gain,
  knownDistance,
  saving
} from "../../../models/gan/claims/figures.js";
import {
  eigenvalueWithoutPenalty,
  lostOnTheWay,
  realPartWithPenalty,
  stepOutwards
} from "../../../models/gan/claims/smallestGame.js";
import {ganClaims} from "../../../models/gan/claims.js";
import {cellOf, type PublishedFile, tableOf} from "../../../models/gan/published.js";
import {stylegan2Discriminator, styleganGenerator} from "../../../models/gan/styleganSize.js";

test("the claims are judged, and only two differ", () => {
  const rows = ganClaims.map((claim) => judge(claim, () => 1));
  assert.deepEqual(
    rows.filter(({verdict}) => verdict === "differs").map(({id}) => id),
    ["stylegan2-years", "stylegan-fifth"]
  );
  assert.equal(new Set(rows.map(({id}) => id)).size, rows.length);
});

test("what the claims compute has known answers", () => {
  assert.ok(Math.abs(eigenvalueWithoutPenalty() - 0.5) < 1e-12);
  assert.ok(Math.abs(realPartWithPenalty() + 0.25) < 1e-12);
  assert.ok(lostOnTheWay() < 1e-9);
  assert.ok(Math.abs(stepOutwards() - Math.sqrt(5) / 2) < 1e-6);
  assert.ok(Math.abs(knownDistance() - 27) < 1e-9);
  assert.equal(cardHours(8, "6d 14h"), 1264);
  assert.equal(cardYears(1, "365d 6h"), 1);
  assert.equal(gain(2, 3), 50);
  assert.equal(saving(4, 3), 25);
  assert.equal(fewImages().text, "2.4 and 4.3");
  assert.equal(daysOfPortraits().text, "10 to 20 days");
});

test("the networks are counted to the last number", () => {
  assert.equal(styleganGenerator(1024), 26_219_627);
  assert.equal(stylegan2Discriminator(1024), 29_012_513);
  assert.ok(styleganGenerator(512) < styleganGenerator(1024));
  assert.throws(() => styleganGenerator(1000), /size is 1000/);
});

test("the figures that the claims start from are those of the published tables", () => {
  const file: PublishedFile = JSON.parse(readFileSync("data/gan/published.json", "utf8"));
  const found = (id: string, figure: number) =>
    assert.ok(
      tableOf(file, id).rows.some((row) => row.includes(figure)),
      `${figure} in ${id}`
    );
  for (const figure of [52.52, 76.85, 92.98, 94.94, 98.76, 185, 152]) found("biggan-t1", figure);
  for (const figure of [5.25, 4.42]) found("stylegan-t1", figure);
  for (const figure of [62.16, 25.66, 182.85, 42.26]) found("diffaugment-size", figure);
  found("gwern-runs", 24_664);
  assert.equal(cellOf(tableOf(file, "stylegan2-time"), ["F", "1024", 25_000], "8gpu"), "9d 18h");
});
