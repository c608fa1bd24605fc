import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {addFlip, binomialPmf, binomialTails, tailsBeforeAnyFlip} from "../../../models/kelly/binomial.js";
import {optimalStakes, value, valueCurve, wealthFor} from "../../../models/kelly/value.js";
import {exactTails, exactTree, ratio} from "./exact.js";

const base = {edge: 0.6, ceiling: 250, rounds: 300, wealth: 25};
// Even steps, as fc.double favours numbers next to 0.
const steps = (low: number, high: number) =>
  fc.integer({min: 0, max: 2 ** 30}).map((i) => low + ((high - low) * i) / 2 ** 30);
const edges = steps(0.001, 0.999);
const goodEdges = steps(0.501, 0.999);
const ceilings = steps(1, 5000);
const shares = fc.oneof({weight: 4, arbitrary: steps(0, 1)}, fc.double({min: 0, max: 1, noNaN: true}));
const horizons = fc.integer({min: 0, max: 400});

function near(actual: number, expected: number, tolerance: number, what = ""): void {
  const gap = Math.abs(actual - expected);
  assert.ok(gap <= tolerance, `${what} ${actual} is ${gap} from ${expected}`);
}

test("value gives the known answers of the default game", () => {
  near(value(base), 246.606622959, 5e-10);
  near(value({...base, rounds: 23}), 93.845234, 5e-7);
  near(value({...base, rounds: 10}), 62.604887, 5e-7);
  const [low, high] = optimalStakes(base);
  near(low, 0.399, 5e-4);
  near(high, 4.37, 5e-4);
});

test("tails equal exact sums to 1e-13, at up to 5,000 rounds and extreme edges", () => {
  for (const [rounds, heads, sides] of [
    [0, 3, 4],
    [1, 1, 2],
    [61, 5, 8],
    [300, 1, 2],
    [300, 614, 1024],
    [5000, 1, 2],
    [5000, 5, 8],
    [5000, 1023, 1024]
  ] as const) {
    const exact = exactTails(rounds, heads, sides);
    const tails = binomialTails(rounds, heads / sides);
    assert.equal(tails.length, rounds + 2);
    exact.forEach((tail, j) => {
      if (tail > 1e-290) near(tails[j]! / tail, 1, 1e-13, `P(≥ ${j} of ${rounds}) at ${heads}/${sides}`);
      else assert.ok(tails[j]! >= 0 && tails[j]! < 1e-289);
    });
  }
});

test("tails built flip by flip equal those summed at once", () => {
  for (const edge of [0.5, 0.51, 0.6, 0.999]) {
    const tails = tailsBeforeAnyFlip(400);
    for (let b = 1; b <= 400; ++b) addFlip(tails, b, edge);
    binomialTails(400, edge).forEach((tail, j) => {
      near(tails[j]!, tail, 1e-13 * tail + 1e-300);
    });
  }
});

test("binomialPmf sums to 1 and has the binomial mean", () => {
  fc.assert(
    fc.property(edges, fc.integer({min: 0, max: 5000}), (edge, rounds) => {
      const pmf = binomialPmf(rounds, edge);
      near(
        pmf.reduce((a, b) => a + b, 0),
        1,
        1e-12
      );
      near(
        pmf.reduce((a, b, j) => a + b * j, 0),
        rounds * edge,
        1e-11 * (1 + rounds)
      );
    }),
    {numRuns: 50}
  );
});

test("value equals the exact whole-unit game when the ceiling is 2^rounds units", () => {
  for (const [heads, sides] of [
    [6, 10],
    [501, 1000],
    [3, 4],
    [97, 100]
  ] as const)
    for (let rounds = 0; rounds <= 6; ++rounds) {
      const units = 2 ** rounds;
      const rows = exactTree(units, rounds, heads, sides);
      for (let wealth = 0; wealth <= units; ++wealth) {
        const exact = ratio(rows[rounds]![wealth]!, BigInt(sides) ** BigInt(rounds));
        const ours = value({edge: heads / sides, ceiling: units, rounds, wealth});
        near(ours, exact, 1e-13 * exact, `V(${wealth}, ${rounds})`);
      }
    }
});

test("value is concave and increasing in wealth, increasing in edge and rounds, and at most the ceiling", () => {
  fc.assert(
    fc.property(edges, edges, ceilings, horizons, shares, shares, shares, (e1, e2, ceiling, rounds, s1, s2, t) => {
      const at = (share: number, edge = e1, b = rounds) => value({edge, ceiling, rounds: b, wealth: share * ceiling});
      const slack = 1e-12 * ceiling;
      const [a, b] = [Math.min(s1, s2), Math.max(s1, s2)];
      assert.ok(at(a) <= at(b) + slack);
      assert.ok(at(a + t * (b - a)) >= at(a) + t * (at(b) - at(a)) - slack);
      assert.ok(at(a, Math.min(e1, e2)) <= at(a, Math.max(e1, e2)) + slack);
      assert.ok(at(a) <= at(a, e1, rounds + 1) + slack);
      assert.ok(at(a) >= Math.min(a, 1) * ceiling - slack && at(b) <= ceiling);
    }),
    {numRuns: 400}
  );
});

test("the ceiling scales out", () => {
  fc.assert(
    fc.property(edges, ceilings, horizons, shares, (edge, ceiling, rounds, share) => {
      const one = value({edge, ceiling: 1, rounds, wealth: share});
      near(value({edge, ceiling, rounds, wealth: share * ceiling}) / ceiling, one, 1e-12);
    })
  );
});

test("every stake in the interval attains the value, and a stake just outside does not", () => {
  let outside = 0;
  fc.assert(
    fc.property(
      // Neither so long nor so sure a game that a bad stake costs less than rounding.
      steps(0.52, 0.7),
      fc.integer({min: 1, max: 20}),
      shares,
      shares,
      (edge, rounds, share, t) => {
        const ceiling = 250;
        const wealth = share * ceiling;
        const best = value({edge, ceiling, rounds, wealth});
        const later = (w: number) => value({edge, ceiling, rounds: rounds - 1, wealth: Math.max(0, w)});
        const loss = (x: number) => best - (edge * later(wealth + x) + (1 - edge) * later(wealth - x));
        const [low, high] = optimalStakes({ceiling, rounds, wealth});
        const most = Math.min(wealth, ceiling - wealth);
        assert.ok(0 <= low && low <= high && high <= most, `0 ≤ ${low} ≤ ${high} ≤ ${most}`);
        for (const x of [low, low + t * (high - low), high])
          near(loss(x), 0, 1e-10 * Math.max(best, 1e-3), `stake ${x}`);
        // Beyond the interval the loss grows from the kink at its end: look where there is room to see it.
        const margin = 0.01 * most;
        if (most > 0.5)
          for (const x of [low - margin, high + margin])
            if (x > 0 && x < most) {
              ++outside;
              assert.ok(loss(x) > 1e-12 * ceiling, `stake ${x} outside ${low}–${high} loses only ${loss(x)}`);
            }
      }
    ),
    {numRuns: 1000}
  );
  assert.ok(outside > 300, `only ${outside} stakes outside were tried`);
});

test("stakes do not depend on the edge above ½, are nothing below it and anything at it", () => {
  fc.assert(
    fc.property(goodEdges, ceilings, fc.integer({min: 1, max: 5000}), shares, (edge, ceiling, rounds, share) => {
      const game = {ceiling, rounds, wealth: share * ceiling};
      assert.deepEqual(optimalStakes({...game, edge}), optimalStakes(game));
      assert.deepEqual(optimalStakes({...game, edge: 1 - edge}), [0, 0]);
      const most = Math.max(0, Math.min(game.wealth, ceiling - game.wealth));
      assert.deepEqual(optimalStakes({...game, edge: 0.5}), [0, most]);
    }),
    {numRuns: 100}
  );
  assert.deepEqual(optimalStakes({ceiling: 250, rounds: 0, wealth: 25}), [0, 0]);
  assert.deepEqual(optimalStakes({ceiling: 250, rounds: 9, wealth: 250}), [0, 0]);
  assert.deepEqual(optimalStakes({ceiling: 250, rounds: 9, wealth: 300}), [0, 0]);
});

test("without an edge the value is the wealth; at the ceiling it is the ceiling", () => {
  for (const edge of [0.001, 0.3, 0.5]) assert.equal(value({...base, edge}), 25);
  assert.equal(value({...base, rounds: 0}), 25);
  assert.equal(value({...base, wealth: 0}), 0);
  for (const wealth of [250, 251, 1e9]) assert.equal(value({...base, wealth}), 250);
});

test("valueCurve holds the knots: value and its inverse run through them, and linearly between", () => {
  fc.assert(
    fc.property(goodEdges, ceilings, horizons, shares, (edge, ceiling, rounds, t) => {
      const curve = valueCurve({edge, ceiling, rounds});
      const n = curve.wealth.length;
      assert.equal(curve.value.length, n);
      assert.deepEqual([curve.wealth[0], curve.value[0]], [0, 0]);
      assert.deepEqual([curve.wealth[n - 1], curve.value[n - 1]], [ceiling, ceiling]);
      const i = 1 + Math.floor(t * (n - 2));
      assert.ok(curve.wealth.every((w, j) => j === 0 || w > curve.wealth[j - 1]!));
      assert.ok(curve.value.every((v, j) => j === 0 || v >= curve.value[j - 1]!));
      const [w0, w1, v0, v1] = [curve.wealth[i - 1]!, curve.wealth[i]!, curve.value[i - 1]!, curve.value[i]!];
      const wealth = w0 + t * (w1 - w0);
      near(value({edge, ceiling, rounds, wealth}), v0 + t * (v1 - v0), 1e-11 * ceiling);
    }),
    {numRuns: 300}
  );
  assert.equal(valueCurve({edge: 0.6, ceiling: 250, rounds: 20}).wealth.length, 22);
});

test("wealthFor undoes value", () => {
  fc.assert(
    fc.property(edges, ceilings, horizons, shares, (edge, ceiling, rounds, share) => {
      const target = share * ceiling;
      const wealth = wealthFor({edge, ceiling, rounds, value: target});
      assert.ok(wealth >= 0 && wealth <= ceiling);
      near(value({edge, ceiling, rounds, wealth}), target, 1e-10 * ceiling);
    }),
    {numRuns: 300}
  );
  near(wealthFor({...base, value: 246.606622959}), 25, 1e-8);
});

test("5,000 rounds overflow nowhere", () => {
  for (const edge of [0.501, 0.6, 0.999])
    for (const wealth of [0, 1e-300, 1e-12, 0.01, 25, 249.99, 250 - 1e-12]) {
      const worth = value({edge, ceiling: 250, rounds: 5000, wealth});
      assert.ok(worth >= wealth && worth <= 250, `V(${wealth}) = ${worth} at edge ${edge}`);
      const [low, high] = optimalStakes({ceiling: 250, rounds: 5000, wealth, edge});
      assert.ok(0 <= low && low <= high && high <= wealth, `${low} – ${high}`);
    }
  assert.equal(value({...base, rounds: 5000}), 250);
});

test("a wealth that buys a claim whole may rest, with nothing left over by rounding", () => {
  for (const ceiling of [50, 250, 1000]) assert.equal(optimalStakes({ceiling, rounds: 500, wealth: ceiling / 2})[0], 0);
  // However little there is, the last flip takes all of it.
  assert.deepEqual(optimalStakes({ceiling: 250, rounds: 1, wealth: 1e-14}), [1e-14, 1e-14]);
});

test("bad input gets a RangeError with parameter, value and range", () => {
  for (const bad of [0, 1, -0.1, 1.5, Number.NaN, Infinity])
    assert.throws(() => value({...base, edge: bad}), new RegExp(`^RangeError: edge is ${bad}, .*above 0 and below 1`));
  for (const bad of [0, -1, Number.NaN, Infinity])
    assert.throws(() => valueCurve({...base, ceiling: bad}), new RegExp(`^RangeError: ceiling is ${bad}, .*above 0`));
  for (const bad of [-1, 2.5, Number.NaN, Infinity])
    assert.throws(() => value({...base, rounds: bad}), new RegExp(`^RangeError: rounds is ${bad}, .*whole number`));
  for (const bad of [-1, Number.NaN, Infinity])
    assert.throws(
      () => optimalStakes({...base, wealth: bad}),
      new RegExp(`^RangeError: wealth is ${bad}, .*at least 0`)
    );
  for (const bad of [-1, 251, Number.NaN])
    assert.throws(
      () => wealthFor({...base, value: bad}),
      new RegExp(`^RangeError: value is ${bad}, .*between 0 and 250`)
    );
});
