import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {distanceOptions, ratesOptions} from "../../../components/gan/diracCurves.js";
import {flowPlaneOptions, pairText, trainingPlaneOptions} from "../../../components/gan/diracEigen.js";
import {type DiracSettings, defaultSettings} from "../../../components/gan/diracInputs.js";
import {planeOptions, planeWindow} from "../../../components/gan/diracPlane.js";
import {diracQuotes} from "../../../components/gan/diracQuotes.js";
import {diracState} from "../../../components/gan/diracState.js";
import {diracSwarm} from "../../../components/gan/diracSwarm.js";
import {diracSummary, distanceSummary, radiusText, ratesSummary} from "../../../components/gan/diracWords.js";
import {diracGame} from "../../../models/gan/diracGan.js";
import {plotText} from "../kelly/plotText.js";

const steps = (low: number, high: number, count = 20) =>
  fc.integer({min: 0, max: count}).map((i) => low + ((high - low) * i) / count);
const settings: fc.Arbitrary<DiracSettings> = fc.record({
  gamma: steps(0, 3),
  rateG: fc.constantFrom(0.01, 0.1, 0.5, 1),
  rateD: fc.constantFrom(0.01, 0.1, 0.5, 1),
  stepsG: fc.integer({min: 1, max: 5}),
  stepsD: fc.integer({min: 1, max: 5}),
  theta: steps(-3, 3),
  psi: steps(-3, 3),
  order: fc.constantFrom("simultaneous" as const, "alternating" as const),
  loss: fc.constantFrom("minimax" as const, "nonSaturating" as const, "wasserstein" as const)
});

function drawn(given: DiracSettings, width: number): string[] {
  const state = diracState(given);
  const solved = {time: [0, 30], theta: [given.theta, 0.1], psi: [given.psi, 0], steps: 9, apart: 1e-8};
  return [
    plotText(planeOptions({...state, solved}, width, 360), width, 360),
    plotText(flowPlaneOptions(state, width, 170), width, 170),
    plotText(trainingPlaneOptions(state, width, 220), width, 220),
    plotText(distanceOptions({...state, solved}, width), width, 300),
    plotText(ratesOptions(state, width), width, 300),
    diracSummary(state),
    distanceSummary(state),
    distanceSummary({...state, solved}),
    ratesSummary(state)
  ];
}

test("the charts and words are whole for any setting", () => {
  fc.assert(
    fc.property(settings, fc.constantFrom(300, 600), (given, width) => {
      for (const text of drawn(given, width)) assert.doesNotMatch(text, /NaN|Infinity|undefined|null/);
    }),
    {numRuns: 60}
  );
});

test("the page opens on a flow that circles and a training that leaves", () => {
  const state = diracState(defaultSettings);
  assert.equal(state.fate, "spirals out");
  assert.match(diracSummary(state), /± 0\.5 i: it circles for ever.*by 1\.00125 .*spirals away/);
  assert.match(distanceSummary(state), /From 1 the flow comes to 1\. Training is at 1\.9 after 600 iterations/);
  assert.match(ratesSummary(state), /turns real at γ = 1\. Training is fastest at γ = 1,/);
});

test("eigenvalues in words", () => {
  const pair = (re: number, im: number) =>
    [
      {re, im},
      {re, im: -im}
    ] as const;
  assert.equal(pairText(pair(0, 0.5)), "± 0.5 i");
  assert.equal(pairText(pair(0, 1)), "± i");
  assert.equal(pairText(pair(-0.15, 0.477)), "−0.15 ± 0.477 i");
  assert.equal(
    pairText([
      {re: -0.5, im: 0},
      {re: -0.5, im: 0}
    ]),
    "−0.5, twice"
  );
  assert.equal(
    pairText([
      {re: -0.1, im: 0},
      {re: -2.5, im: 0}
    ]),
    "−0.1 and −2.5"
  );
  assert.deepEqual([radiusText(1), radiusText(1.00125), radiusText(0.95)], ["1", "1.00125", "0.950"]);
});

test("a unit is as long across the plane as up", () => {
  const {x, y} = planeWindow(diracState(defaultSettings), 700, 400);
  assert.ok(Math.abs((x[1] - x[0]) / (700 - 52) - (y[1] - y[0]) / (400 - 52)) < 1e-12);
});

test("the swarm keeps to the window, and the flow keeps its distance", () => {
  const window = {x: [-3, 3], y: [-2, 2]} as {x: [number, number]; y: [number, number]};
  const swarm = diracSwarm();
  swarm.scatter(window);
  const start = swarm.trails.map(([point]) => Math.hypot(...point!));
  for (let i = 0; i < 5; ++i) swarm.advance(diracGame(), window, 0.08);
  let kept = 0;
  swarm.trails.forEach((trail, i) => {
    assert.ok(trail.length <= 7 && trail.flat().every(Number.isFinite));
    if (trail.length === 6 && Math.abs(Math.hypot(...trail.at(-1)!) - start[i]!) < 1e-3) ++kept;
  });
  assert.ok(kept > 80, `${kept} kept their distance`);
});

test("the quotes are whole", () => {
  for (const [name, quote] of Object.entries(diracQuotes)) {
    assert.match(name, /^dirac\./);
    assert.doesNotMatch(quote(), /NaN|Infinity|undefined|null/, name);
  }
  assert.equal(diracQuotes["dirac.critical"]!(), "1");
  assert.equal(diracQuotes["dirac.least"]!(), "0.025");
  assert.equal(diracQuotes["dirac.turn"]!(), "12.6");
  assert.equal(diracQuotes["dirac.skewed"]!(), "2");
});
