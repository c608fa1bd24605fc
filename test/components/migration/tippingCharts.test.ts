import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {hysteresisOptions, loopRange} from "../../../components/migration/hysteresisChart.js";
import {walkTo} from "../../../components/migration/hysteresisHandle.js";
import {hysteresisSummary} from "../../../components/migration/hysteresisView.js";
import {landscapeOptions} from "../../../components/migration/landscapeChart.js";
import {lensWindow, wholeWindow} from "../../../components/migration/landscapeWindow.js";
import {landscapeSummary} from "../../../components/migration/landscapeWords.js";
import {chancesOptions, evenStart} from "../../../components/migration/passageChances.js";
import {decadeText, passageOptions} from "../../../components/migration/passageChart.js";
import {chancesSummary, crowds, longDuration, passageSummary} from "../../../components/migration/passageView.js";
import {
  bottleneckOptions,
  bottleneckSummary,
  coursesOptions,
  coursesSummary
} from "../../../components/migration/tippingBottleneck.js";
import {tippingQuotes} from "../../../components/migration/tippingQuotes.js";
import {tippingState} from "../../../components/migration/tippingState.js";
import {bottleneck} from "../../../models/migration/bottleneck.js";
import {hysteresis} from "../../../models/migration/meanField.js";
import {checkParameters, defaults, type SomeParameters} from "../../../models/migration/parameters.js";
import {passageStudy} from "../../../models/migration/passageStudy.js";
import {plotText} from "../kelly/plotText.js";

const steps = (low: number, high: number) => fc.integer({min: 0, max: 20}).map((i) => low + ((high - low) * i) / 20);
const wars = fc.record({
  advantage: steps(-2, 3),
  networkBenefit: steps(0, 6),
  bitrot: steps(0, 4),
  bitcreep: steps(0, 4),
  switchingCost: steps(0, 4),
  noise: steps(0.2, 3),
  initialShare: steps(0, 1),
  shimOld: steps(0, 1),
  shimNew: steps(0, 1),
  subsidy: steps(0, 3),
  enforcement: steps(0, 3)
});

const stateOf = (given: SomeParameters) => tippingState(checkParameters(given));
const whole = (texts: string[]) => {
  for (const text of texts) assert.doesNotMatch(text, /NaN|Infinity|undefined|null/);
};

/** Every chart and summary of the page for one setting of its sliders. */
function drawn(given: SomeParameters, width: number, agents: number, years: number): string[] {
  const state = stateOf(given);
  const slow = hysteresis(state.p, {points: 31});
  const swept = {years, loop: hysteresis(state.p, {years, points: 31})};
  const loop = {state, slow, swept};
  const [low, high] = loopRange(slow);
  const walk = walkTo(state.p, {advantage: low, share: 0, trail: []}, high);
  const study = passageStudy(state.p, [...new Set([...crowds, agents])], [25, agents]);
  const shown = {study, agents, T90: state.T90, runs: []};
  const odds = {curves: study.absorption, agents, pass: study.law?.pass ?? null, runs: undefined};
  const narrow = {law: bottleneck(state.p), advantage: state.p.advantage, T90: state.T90};
  return [
    plotText(landscapeOptions(state, width), width),
    plotText(landscapeOptions(state, width, true), width),
    ...Object.values(landscapeSummary(state)),
    plotText(hysteresisOptions(loop, width), width),
    plotText(hysteresisOptions({...loop, swept: undefined}, width), width),
    hysteresisSummary(loop, walk),
    plotText(passageOptions(shown, width), width),
    passageSummary(shown),
    plotText(chancesOptions(odds, width), width),
    chancesSummary(odds),
    plotText(bottleneckOptions(narrow), width),
    plotText(coursesOptions(narrow), width),
    bottleneckSummary(narrow),
    coursesSummary(narrow.law)
  ];
}

test("the charts and summaries of any settings hold no number that is none", () => {
  fc.assert(
    fc.property(wars, fc.constantFrom(320, 900), fc.constantFrom(5, 100, 400), (war, width, agents) => {
      whole(drawn(war, width, agents, 20));
    }),
    {numRuns: 30, seed: 4}
  );
});

test("the lens looks at a stretch of the landscape, wherever valley and pass are", () => {
  fc.assert(
    fc.property(wars, (war) => {
      const state = stateOf(war);
      for (const {x, y} of [lensWindow(state), wholeWindow(state)]) {
        assert.ok(x[0] >= 0 && x[1] <= 1 && x[1] - x[0] > 0.039, String(x));
        assert.ok(Number.isFinite(y[0]) && y[1] > y[0], String(y));
      }
    }),
    {numRuns: 100, seed: 5}
  );
  assert.deepEqual(lensWindow(stateOf({advantage: -2, noise: 0.2})).x, [0, 1]);
});

test("and at the corners of the sliders", () => {
  for (const given of [
    {},
    {advantage: 0.75},
    {advantage: -2, noise: 0.2, networkBenefit: 6, bitrot: 4, bitcreep: 4},
    {advantage: 3, noise: 0.2, networkBenefit: 6, initialShare: 0},
    {networkBenefit: 0, bitrot: 0, bitcreep: 0, switchingCost: 0, noise: 3},
    {initialShare: 1},
    {switchingCost: 4, noise: 0.2},
    {subsidy: 3, enforcement: 3, shimOld: 1, shimNew: 1}
  ])
    whole(drawn(given, 360, 5, 2));
});

test("the landscape says where the crowd goes", () => {
  assert.match(landscapeSummary(stateOf({advantage: 0.75})).summary, /pass at 24\.5 %.*rests at 7\.9 %/);
  const won = landscapeSummary(stateOf({}));
  assert.equal(won.key, "10.5 years");
  assert.match(won.caption, /nine in ten/);
  assert.match(landscapeSummary(stateOf({bitcreep: 0, networkBenefit: 0})).summary, /no advantage makes a pass/);
});

test("a walk round the loop comes back on the other branch and keeps its trail", () => {
  let walk = {advantage: 0, share: 0.02, trail: [] as [number, number][]};
  for (const to of [0.5, 1, 0.5, 0]) walk = walkTo(defaults, walk, to);
  assert.ok(walk.share > 0.9);
  assert.equal(walk.trail.at(-1)![0], 0);
  assert.ok(walk.trail.length > 50);
  for (let i = 0; i < 400; ++i) walk = walkTo(defaults, walk, i % 2 ? 1.2 : -1.2);
  assert.ok(walk.trail.length <= 4000);
});

test("runs of agents are drawn where they were played, with two standard errors either way", () => {
  const study = passageStudy({advantage: 0.75}, crowds, [25, 100]);
  const run = {agents: 20, to: "pass" as const, from: 2, count: 5, exact: 8.7, mean: 9, error: 0.4};
  const shown = {study, agents: 105, T90: Infinity, runs: [run]};
  const bare = plotText(passageOptions({...shown, runs: []}, 600), 600);
  const text = plotText(passageOptions(shown, 600), 600);
  assert.ok(text.split("<circle").length === bare.split("<circle").length + 1);
  whole([text, bare]);
});

test("times too long to write out are written as powers of ten", () => {
  assert.equal(longDuration(Math.log(134.2)), "134 years");
  assert.equal(longDuration(100 * Math.LN10), "10^100.0 years");
  assert.equal(longDuration(-Infinity), "no time");
  assert.equal(decadeText(12), "10¹²");
  assert.equal(decadeText(-4), "10⁻⁴");
  assert.equal(decadeText(2.5), "");
});

test("the even start lies at the pass for many agents", () => {
  const curve = passageStudy({advantage: 0.75}, [4000], [4000]).absorption[0]!;
  assert.ok(Math.abs(evenStart(curve)! - 0.2454) < 0.002);
});

test("every number that the page quotes is one", () => {
  for (const [name, quote] of Object.entries(tippingQuotes)) {
    assert.ok(name.startsWith("tipping."));
    assert.match(quote(), /\d/);
    assert.doesNotMatch(quote(), /NaN|Infinity|undefined|never/);
  }
  assert.equal(tippingQuotes["tipping.critical"]!(), "1.3679");
  assert.equal(tippingQuotes["tipping.loop"]!(), "1.645");
  assert.equal(tippingQuotes["tipping.T90"]!(), "10.5 years");
});
