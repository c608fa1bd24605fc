import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {beliefOptions, beliefState, beliefSummary} from "../../../components/migration/endingBelief.js";
import {cellGrid, cellsOf, cellsOptions} from "../../../components/migration/endingCells.js";
import {focusLossOptions, focusShareOptions, focusSummary} from "../../../components/migration/endingFocus.js";
import {intervalWords, pledgeOptions, pledgeState, pledgeSummary} from "../../../components/migration/endingPledge.js";
import {pressureOptions, pressureState, pressureSummary} from "../../../components/migration/endingPressure.js";
import {ranked, rankingOptions, rankingSummary} from "../../../components/migration/endingRanking.js";
import {
  type EndingSettings,
  isUsual,
  planLabels,
  planOptions,
  usual,
  warOf
} from "../../../components/migration/endingSettings.js";
import {shimsOptions, shimsSummary} from "../../../components/migration/endingShims.js";
import {mainSummary, sandboxOf} from "../../../components/migration/endingStudy.js";
import {
  beliefSweep,
  enforcementSweep,
  instantSwitch,
  judgePlan,
  meanFieldPlans,
  plans
} from "../../../models/migration/interventions.js";
import {plotText} from "../kelly/plotText.js";

/** Few looks, as a picture of extremes needs no more. */
const coarse = {years: 40, step: 1};

function study(settings: EndingSettings) {
  const war = warOf(settings);
  const judged = meanFieldPlans(planOptions(settings)).map((plan) => judgePlan(war, plan, coarse));
  return {war, judged, nothing: judged.find(({id}) => id === "none")!, instant: instantSwitch(war)};
}

const sound = (text: string) => assert.doesNotMatch(text, /NaN|Infinity|undefined/);

/** Anything that the sliders can be set to, ends included. */
const anySettings: fc.Arbitrary<EndingSettings> = fc.record({
  advantage: fc.constantFrom(0, 0.75, 1, 2),
  networkBenefit: fc.constantFrom(0, 1.2, 3),
  bitrot: fc.constantFrom(0, 0.6, 3),
  bitcreep: fc.constantFrom(0, 1.2, 3),
  switchingCost: fc.constantFrom(0, 1, 3),
  "sunset.year": fc.constantFrom(0, 5, 20),
  "sunset.strength": fc.constantFrom(0, 2, 4),
  subsidy: fc.constantFrom(0, 1, 3),
  pledge: fc.constantFrom(0, 0.5, 1),
  enforcement: fc.constantFrom(0, 1, 3),
  backlash: fc.constantFrom(0, 0.3, 1),
  withdrawn: fc.constantFrom(0.5, 4, 20)
});

test("the charts and summaries of any settings hold no number that is none", () => {
  fc.assert(
    fc.property(
      anySettings,
      fc.constantFrom(...Object.keys(planLabels)),
      fc.constantFrom(330, 912),
      (settings, focus, width) => {
        const {war, judged, nothing, instant} = study(settings);
        const plan = judged.find(({id}) => id === focus) ?? nothing;
        const cells = cellsOf(judged, undefined, () => false);
        sound(plotText(cellsOptions({cells, focus}, width, 600), width, 600));
        sound(mainSummary(judged, focus));
        const ranking = {plans: judged, agents: new Map(), instant, focus};
        sound(plotText(rankingOptions(ranking, width, 500), width, 500));
        sound(rankingSummary(ranking));
        const focused = {plan, nothing, instant};
        sound(plotText(focusShareOptions(focused), width));
        sound(plotText(focusLossOptions(focused), width));
        sound(focusSummary(focused));
        const pledge = pledgeState(war, settings.pledge);
        sound(plotText(pledgeOptions(pledge, width), width));
        sound(pledgeSummary(pledge));
        sound(JSON.stringify(sandboxOf(focus, settings)));
      }
    ),
    {numRuns: 30}
  );
});

test("the curves that follow at rest hold no number that is none either", () => {
  const rates = [0, 0.5, 3, Number.POSITIVE_INFINITY];
  const strengths = [0, 1, 3];
  fc.assert(
    fc.property(anySettings, fc.constantFrom(330, 912), (settings, width) => {
      const {war, nothing, judged} = study(settings);
      const {sunset, backlash} = planOptions(settings);
      const piece = {
        rates,
        belief: beliefSweep(war, sunset, rates, coarse),
        strengths,
        calm: enforcementSweep(war, 0, strengths, coarse),
        resented: enforcementSweep(war, backlash, strengths, coarse),
        split: judged.filter(({id}) => ["none", "shimOld", "shimNew", "shims", "withdrawn"].includes(id))
      };
      const belief = beliefState(piece, nothing.outcome, sunset.year);
      sound(plotText(beliefOptions(belief, width), width));
      sound(beliefSummary(belief));
      const pressure = pressureState(piece, settings);
      sound(plotText(pressureOptions(pressure), width));
      sound(pressureSummary(pressure));
      const shims = {plans: piece.split, withdrawn: settings.withdrawn};
      sound(plotText(shimsOptions(shims, width), width));
      sound(shimsSummary(shims));
    }),
    {numRuns: 20}
  );
});

test("a click finds the cell it is in, at every width", () => {
  for (const [width, height] of [
    [350, 660],
    [700, 540],
    [1080, 400]
  ] as const) {
    const grid = cellGrid(width, height);
    for (let i = 0; i < 12; ++i) {
      const {x, y, width: w, height: h} = grid.frame(i);
      assert.ok(x >= 0 && x + w <= width && y >= 0 && y + h <= height, `cell ${i}`);
      assert.ok(w > 100 && h > 50, `cell ${i} is ${w} by ${h}`);
      assert.equal(grid.at(x + w / 2, y + h / 2), i);
    }
    assert.equal(grid.at(width / 2, height + 5), -1);
  }
});

test("every plan has its cell, and the ranking is by loss", () => {
  const {judged, instant} = study(usual);
  const drawn = plotText(
    cellsOptions({cells: cellsOf(judged, undefined, () => false), focus: "believed"}, 1080, 400),
    1080,
    400
  );
  for (const {label} of judged) assert.ok(drawn.includes(label), label);
  const order = ranked(judged);
  assert.ok(order.every((d, i) => i === 0 || d.outcome.loss >= order[i - 1]!.outcome.loss));
  const list = plotText(rankingOptions({plans: judged, agents: new Map(), instant, focus: "none"}, 912, 400), 912, 400);
  for (const {outcome} of judged) assert.ok(list.includes(outcome.loss.toFixed(1)));
});

test("the plans at the usual settings are the stock of plans, and only what was moved is another", () => {
  assert.deepEqual(plans(planOptions(usual)), plans());
  for (const id of Object.keys(planLabels)) assert.ok(isUsual(id, usual), id);
  const moved = {...usual, subsidy: 2};
  assert.ok(!isUsual("subsidy", moved) && isUsual("pledge", moved));
  assert.ok(!isUsual("pledge", {...usual, advantage: 0.75}));
});

test("the sandbox is told of the war and the measure, where it has a slider for it", () => {
  assert.equal(sandboxOf("pledge", usual), null);
  assert.equal(sandboxOf("hubs", usual), null);
  assert.equal(sandboxOf("shimNew", usual)!.shimNew, 1);
  assert.deepEqual(sandboxOf("disbelieved", usual)!.sunset, {year: 5, strength: 2, belief: Infinity});
  assert.equal(sandboxOf("none", {...usual, advantage: 0.5})!.advantage, 0.5);
});

test("intervals of thresholds read well", () => {
  assert.equal(intervalWords([0, 0.0707]), "0 to 7.1 %");
  assert.equal(intervalWords([0.5, 0.929]), "50.0 % to 92.9 %");
  assert.match(pledgeSummary(pledgeState({advantage: 0.5}, 0.6)), /None of these carries the crowd over/);
  assert.match(pledgeSummary(pledgeState({}, 0.7)), /fires/);
});
