import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {advantageAt, criticalCoupling, fixedPoints, spinodal} from "../../../models/migration/meanField.js";
import {checkParameters, presets} from "../../../models/migration/parameters.js";
import {near, rates} from "./reference.js";

const steps = (low: number, high: number) =>
  fc.integer({min: 0, max: 1000}).map((i) => low + ((high - low) * i) / 1000);
const games = fc.record({
  advantage: steps(-3, 3),
  networkBenefit: steps(0, 3),
  bitrot: steps(0, 3),
  bitcreep: steps(0, 3),
  shimOld: steps(0, 1),
  shimNew: steps(0, 1),
  switchingCost: steps(0, 3),
  noise: steps(0.1, 3),
  dependencyWeight: steps(0, 4),
  subsidy: steps(0, 3),
  enforcement: steps(0, 3),
  sunset: fc.record({strength: steps(0, 2)})
});

/** Net flow up, from the definition. */
const drift = (p: Parameters<typeof rates>[0], x: number) => {
  const {up, down} = rates(p, x);
  return (1 - x) * up - x * down;
};

test("the critical coupling is T(1 + exp(−k/T)), 1.3679 at the defaults", () => {
  near(criticalCoupling(), 1.3679, 5e-5);
  for (const noise of [0.3, 1, 2.5])
    for (const switchingCost of [0, 0.4, 1, 3]) {
      const Jc = noise * (1 + Math.exp(-switchingCost / noise));
      near(criticalCoupling({noise, switchingCost}), Jc, 1e-12, "J_c");
      near(criticalCoupling({noise, switchingCost, enforcement: 0.5}), Jc - 0.25, 1e-12, "J_c under enforcement");
      // Below it no advantage tips; above it some does.
      const at = (J: number) => ({networkBenefit: J, bitrot: 0, bitcreep: 0, noise, switchingCost});
      assert.equal(spinodal(at(Jc * 0.9999)), null);
      assert.notEqual(spinodal(at(Jc * 1.0001)), null);
    }
});

test("the spinodal is ±.8799 at the defaults, and J·m − 2T·artanh m where switching is free", () => {
  const [low, high] = spinodal()!;
  near(high, 0.8799, 5e-5);
  near(low, -high, 1e-13);
  for (const noise of [0.5, 1, 1.4]) {
    const m = Math.sqrt(1 - (2 * noise) / 3);
    near(spinodal({switchingCost: 0, noise})![1], 3 * m - 2 * noise * Math.atanh(m), 1e-12);
  }
  // A subsidy on moves up is half an advantage, and makes switching cheaper by half of itself.
  const [a, b] = spinodal({subsidy: 0.6})!;
  const [c, d] = spinodal({switchingCost: 0.7})!;
  near(a, c - 0.3, 1e-12);
  near(b, d - 0.3, 1e-12);
});

test("the unstable points are at .500, .423, .342 and .245", () => {
  for (const [advantage, share] of [
    [0, 0.5],
    [0.25, 0.423],
    [0.5, 0.342],
    [0.75, 0.245]
  ] as const) {
    const points = fixedPoints({advantage});
    assert.deepEqual(
      points.map((point) => point.stable),
      [true, false, true]
    );
    near(points[1]!.share, share, 5e-4);
  }
  const split = fixedPoints(presets.split);
  assert.equal(split.length, 1);
  near(split[0]!.share, 0.717, 5e-4);
  assert.equal(fixedPoints({}).length, 1);
  assert.equal(fixedPoints({advantage: 0.8799}).length, 3);
  assert.equal(fixedPoints({advantage: 0.88}).length, 1);
});

test("fixed points rise, alternate, and are where the drift of the definition changes sign: none is missed", () => {
  fc.assert(
    fc.property(games, (given) => {
      const p = checkParameters(given);
      const points = fixedPoints(p);
      assert.equal(points.length % 2, 1);
      points.forEach(({share, stable}, i) => {
        assert.equal(stable, i % 2 === 0);
        if (i > 0) assert.ok(share > points[i - 1]!.share);
        near(drift(p, share), 0, 1e-10, "drift");
      });
      // Every sign change on an even grid must have its fixed point.
      let changes = 0;
      for (let i = 1, before = true; i <= 1000; ++i) {
        const rising = drift(p, i / 1000) > 0;
        if (rising !== before) ++changes;
        before = rising;
      }
      assert.ok(changes <= points.length, `${changes} changes of sign, ${points.length} fixed points`);
    }),
    {numRuns: 150}
  );
});

test("advantageAt inverts fixedPoints, and mirrored games have mirrored answers", () => {
  fc.assert(
    fc.property(games, steps(0.001, 0.999), (p, share) => {
      const advantage = advantageAt(p, share);
      if (Math.abs(advantage) > 100) return;
      near(drift({...p, advantage}, share), 0, 1e-9, "drift");
      assert.ok(fixedPoints({...p, advantage}).some((point) => Math.abs(point.share - share) < 1e-5));
    }),
    {numRuns: 150}
  );
  const there = fixedPoints({advantage: 0.4, shimOld: 0.3}).map((point) => point.share);
  const mirror = fixedPoints({advantage: -0.4, shimNew: 0.3}).map((point) => 1 - point.share);
  mirror.reverse().forEach((share, i) => {
    near(share, there[i]!, 1e-13);
  });
});

test("extreme parameters give numbers, and what has no answer says so", () => {
  for (const p of [
    {noise: 0.01},
    {noise: 0.01, networkBenefit: 100, bitcreep: 100, bitrot: 100},
    {noise: 0.01, switchingCost: 100},
    {subsidy: 100, noise: 0.01},
    {dependencyWeight: 100, noise: 0.05},
    {advantage: 100},
    {noise: 100}
  ]) {
    for (const {share} of fixedPoints(p)) assert.ok(share >= 0 && share <= 1);
    assert.ok(Number.isFinite(criticalCoupling(p)));
    assert.ok(spinodal(p)?.every(Number.isFinite) ?? true);
  }
  assert.deepEqual(fixedPoints({dependencyWeight: Infinity}), [{share: 0, stable: true}]);
  assert.throws(() => spinodal({dependencyWeight: Infinity}), /RangeError: dependencyWeight is Infinity/);
  assert.throws(() => fixedPoints({exitValue: 1}), /RangeError: exitValue is 1/);
  assert.throws(() => advantageAt({}, 0), /RangeError: share is 0/);
});
