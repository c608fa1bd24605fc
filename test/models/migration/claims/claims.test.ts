import assert from "node:assert/strict";
import {test} from "node:test";
import {judge} from "../../../../models/about/claims.js";
import {splitAgainstWorse, splitDeficit} from "../../../../models/migration/claims/agreement.js";
import {
  type MigrationClaim,
  passes,
  results,
  standing,
  test as testOf
} from "../../../../models/migration/claims/claim.js";
import {costsMoreThanItGives, miseryTurns, thresholdWithout} from "../../../../models/migration/claims/misery.js";
import {lossOf, pressureCosts, shimDelay, T90} from "../../../../models/migration/claims/pressure.js";
import {
  asReproduction,
  bottleneck,
  criticalInTheirUnits,
  percentage
} from "../../../../models/migration/claims/published.js";
import {war, wars} from "../../../../models/migration/claims/ranges.js";
import {halfway, leavers, pledgeForMost, worthAlone} from "../../../../models/migration/claims/remedies.js";
import {bottleneckExponent, restingPlaces, stakes, yearsPastTipping} from "../../../../models/migration/claims/war.js";
import {judgeMigration, migrationClaims} from "../../../../models/migration/claims.js";
import {criticalCoupling, spinodal} from "../../../../models/migration/meanField.js";
import {checkParameters} from "../../../../models/migration/parameters.js";
import {bias, coupling} from "../../../../models/migration/payoff.js";

const near = (a: number, b: number, within: number) => assert.ok(Math.abs(a - b) <= within, `${a} is not ${b}`);
const rows = migrationClaims.map((claim) => judgeMigration(claim, () => 1));
const row = (id: string) => rows.find((d) => d.id === id)!;

test("there are fourteen claims, each with tests, evidence and a verdict that follows from the tests", () => {
  assert.deepEqual(
    rows.map((d) => d.number),
    Array.from({length: 14}, (_, i) => i + 1)
  );
  assert.equal(new Set(rows.map((d) => d.id)).size, 14);
  for (const d of rows) {
    assert.ok(d.tests.length > 0 && d.tests.every((t) => t.of > 0 && t.held <= t.of));
    assert.equal(d.verdict, standing(d.tests));
    assert.doesNotMatch(JSON.stringify(d), /NaN|undefined|Infinity|null/);
  }
});

test("a planted false claim fails, and half a truth holds in part", () => {
  const [real] = migrationClaims;
  const planted = (...holds: ((p: object) => boolean)[]): MigrationClaim => ({
    ...real!,
    tests: holds.map((d) => testOf({says: "", range: "", points: wars, holds: d}))
  });
  const never = (p: object) => splitAgainstWorse(p) < 0;
  const always = (p: object) => splitAgainstWorse(p) > 0;
  assert.equal(judgeMigration(planted(never), () => 1).verdict, "fails");
  assert.equal(judgeMigration(planted(never, always), () => 1).verdict, "holds in part");
  assert.equal(judgeMigration(planted(always), () => 1).verdict, "holds");
  assert.equal(judge(asReproduction(planted(never)), () => 1).verdict, "differs");
  assert.equal(judge(asReproduction(planted(always)), () => 1).verdict, "reproduces");
  // One that is false at the known threshold: J_c is not 1.2.
  const wrong = testOf({
    says: "",
    range: "",
    points: () => [1.2],
    holds: (J) => Math.abs(criticalCoupling() - J) < 1e-4
  });
  assert.equal(standing(results({tests: [wrong]})), "fails");
});

test("how many points a test needs", () => {
  assert.deepEqual(
    [
      passes("all", 9, 10),
      passes("all", 10, 10),
      passes("most", 5, 10),
      passes("most", 6, 10),
      passes("some", 1, 10),
      passes("some", 0, 10)
    ],
    [false, true, false, true, true, false]
  );
  assert.throws(() => standing([]), RangeError);
  assert.throws(() => testOf({says: "", range: "", points: () => [], holds: () => true}).run(), RangeError);
  assert.throws(
    () => judgeMigration({...migrationClaims[0]!, evidence: () => ({x: Number.NaN})}, () => 1),
    /^RangeError: evidence\.x is NaN/
  );
});

test("agreement: the closed forms (J − Δq)/2 and 2Jx(1 − x)", () => {
  for (const p of wars()) {
    near(splitAgainstWorse(p), (coupling(p) - p.advantage) / 2, 1e-12);
    near(splitDeficit([p, 0.3]), 2 * coupling(p) * 0.3 * 0.7, 1e-12);
  }
  near(row("agree-first").evidence.threshold as number, 1, 1e-6);
  assert.ok(splitAgainstWorse(war(1.5, 1)) < 0, "it is false for J < Δq");
});

test("misery: thresholds of the default war are 2/3 and 4/9, and the break-even 1/2", () => {
  near(row("adopters-worse-off").evidence.threshold as number, 2 / 3, 1e-6);
  near(thresholdWithout({}), 4 / 9, 1e-12);
  assert.ok(miseryTurns({}) && miseryTurns({shimNew: 0.4}));
  near(row("holdouts-cost-others").evidence.even as number, 0.5, 1e-12);
  assert.ok(costsMoreThanItGives([{}, 0.51]) && !costsMoreThanItGives([{}, 0.49]));
});

test("war: J_c, the spinodal, the bottleneck and one resting place at J = 0", () => {
  near(row("network-effects").evidence.critical as number, 1.3679, 5e-5);
  near(row("prolonged").evidence.tipping as number, 0.8799, 5e-5);
  near(yearsPastTipping([3, 1], 1 - spinodal()![1]), 10.45, 0.01);
  near(bottleneckExponent([3, 1]), -0.5, 0.03);
  assert.equal(restingPlaces(war(0.5, 0)), 1);
  assert.equal(restingPlaces(war(0.5, 3)), 2);
  near(stakes(war(1, 2.5)), 5, 1e-12);
});

test("pressure, dates and shims: years as computed on their own pages", () => {
  const e = row("compatibility").evidence as Record<string, number | string>;
  near(e.none as number, 10.45, 0.01);
  near(e.holdoutsHalf as number, 25.29, 0.01);
  assert.equal(e.holdoutsFull, "never");
  near(e.adoptersHalf as number, 3.93, 0.01);
  near(e.adoptersFull as number, 2.81, 0.01);
  near(e.bothFull as number, 3.95, 0.01);
  near(e.split as number, 0.717, 5e-4);
  assert.equal(shimDelay({shimOld: 1}), Infinity);
  assert.ok(shimDelay({shimNew: 0.5}) < -6);
  assert.ok(pressureCosts({advantage: 0.75, enforcement: 1, backlash: 0.1}));
  assert.ok(!pressureCosts({enforcement: 1, backlash: 0.1}));
  assert.ok(lossOf({enforcement: 1}) < lossOf({}));
  assert.ok(T90({sunset: {strength: 2, year: 5, belief: 0}}) < T90({sunset: {strength: 2, year: 5, belief: Infinity}}));
});

test("pledges: the intervals at Δq = 0.75 and 1, and none at 0.5", () => {
  const [low, high] = pledgeForMost({advantage: 0.75})!;
  near(low, 0.6313, 5e-4);
  near(high, 0.8898, 5e-4);
  near(pledgeForMost({advantage: 1})![1], 0.9293, 5e-4);
  assert.equal(pledgeForMost({advantage: 0.5}), null);
  // On the curve Δ = h + J(2θ − 1) a pledge of θ is signed by F(Δ − k) of all, which is θ at either end.
  const p = checkParameters({advantage: 0.75});
  near(1 / (1 + Math.exp(-(bias(p) + coupling(p) * (2 * low - 1) - 1))), low, 1e-9);
});

test("exit: nobody goes where nobody is, and everybody to what beats both", () => {
  near(worthAlone({}), 1 - 0.6 - 1.2, 1e-12);
  assert.ok(leavers({}, worthAlone({})) < 0.02);
  assert.ok(leavers({}, 4) > 0.9);
  near(leavers({}, row("exit").evidence.half as number), 0.5, 0.02);
});

test("hubs are drawn from seeds alone", () => {
  const p = {advantage: 2.5, dependencyWeight: 1};
  const once = halfway(p, {hubs: true});
  assert.deepEqual(halfway(p, {hubs: true}), once);
  assert.ok(once.mean < halfway(p, {}).mean);
});

test("published figures", () => {
  near(criticalInTheirUnits(), 1, 1e-6);
  near(bottleneck(), -0.5, 0.02);
  assert.equal(percentage(138, 200), 69);
});
