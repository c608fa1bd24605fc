import assert from "node:assert/strict";
import {test} from "node:test";
import {judge} from "../../../models/about/claims.js";
import {
  cardHours,
  cardYears,
  eigenvalueWithoutPenalty,
  gain,
  ganClaims,
  knownDistance,
  lostOnTheWay,
  realPartWithPenalty,
  stepOutwards
} from "../../../models/gan/claims.js";

test("the claims are judged, and only the years of StyleGAN2 differ", () => {
  const rows = ganClaims.map((claim) => judge(claim, () => 1));
  assert.deepEqual(
    rows.filter(({verdict}) => verdict === "differs").map(({id}) => id),
    ["stylegan2-years"]
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
});
