import assert from "node:assert/strict";
import {test} from "node:test";
import {endingQuotes} from "../../../components/migration/endingQuotes.js";
import {resultRows, resultSummary} from "../../../components/migration/endingSearch.js";
import {
  sequenceWords,
  settingStyles,
  timelinesHeight,
  timelinesOptions
} from "../../../components/migration/endingTimelines.js";
import {
  instantSwitch,
  judgePlan,
  offerSettings,
  offers,
  searchSequences
} from "../../../models/migration/interventions.js";
import {plotText} from "../kelly/plotText.js";

test("sequences in words", () => {
  assert.equal(sequenceWords([{from: 0, name: "adopters"}]), "adopters, for good");
  assert.equal(sequenceWords([{from: 0, name: "none"}]), "nobody, ever");
  const two = [
    {from: 0, name: "both"},
    {from: 4, name: "none"}
  ];
  assert.equal(sequenceWords(two), "both until year 4, then nobody");
});

test("every setting on offer has a name and a colour", () => {
  for (const offer of offers)
    for (const {name} of offerSettings(offer, {shim: 0.05})) assert.ok(settingStyles[name], name);
});

test("a result is drawn whole, its losses readable, in the height kept for it", () => {
  for (const p of [{}, {advantage: 0}, {networkBenefit: 0, bitrot: 0, bitcreep: 0}])
    for (const offer of offers) {
      const settings = offerSettings(offer, {shim: 0.05});
      const {best, tried} = searchSequences(p, {settings, every: 5, most: 3, keep: 6, distinct: true});
      const result = {
        best,
        tried,
        nothing: judgePlan(p, {id: "", label: "", plan: {}}).outcome.loss,
        instant: instantSwitch(p)
      };
      const rows = resultRows(result);
      const height = timelinesHeight(8, 0);
      for (const width of [330, 912]) {
        const drawn = plotText(timelinesOptions({rows, years: 40}, width), width, height);
        assert.doesNotMatch(drawn, /NaN|Infinity|undefined/);
        for (const {loss} of best) assert.ok(drawn.includes(loss.toFixed(2)));
      }
      assert.doesNotMatch(resultSummary(result), /NaN|Infinity|undefined/);
    }
});

const quote = (name: string) => Number.parseFloat(endingQuotes[`ending.${name}`]!());

test("what the prose says of the plans holds", () => {
  for (const [name, text] of Object.entries(endingQuotes)) {
    assert.ok(name.startsWith("ending."));
    assert.doesNotMatch(text(), /NaN|Infinity|undefined/, name);
  }
  // The tools that win in the usual war are cheaper than enforcement, which is cheaper than nothing.
  for (const id of ["believed", "disbelieved", "shimNew", "shims", "withdrawn", "pledge", "subsidy"])
    assert.ok(quote(`${id}.loss`) < quote("enforcement.loss"), id);
  assert.ok(quote("enforcement.loss") < quote("nothing.loss"));
  assert.ok(quote("nothing.loss") < quote("shimOld.loss"));
  // The soonest and cheapest come close to an instant switch.
  for (const id of ["believed", "pledge"]) assert.ok(quote(`${id}.loss`) < 1.5 * quote("instant"), id);
  assert.equal(endingQuotes["ending.shimOld.half"]!(), "25.3 years");
  assert.equal(endingQuotes["ending.shimNew.half"]!(), "3.9 years");
  assert.equal(endingQuotes["ending.split.share"]!(), "71.7 %");
  // In a stuck war a shim for holdouts is a mercy, and enforcement makes it worse by more than it costs itself.
  assert.ok(quote("stuck.shimOld") < quote("stuck.nothing"));
  assert.ok(quote("pressure.stuck") - quote("pressure.cost") > quote("stuck.nothing"));
  assert.ok(quote("pressure.from1") < quote("tips"));
  assert.ok(quote("split.withdrawn") < quote("split.nothing") && quote("split.nothing") < quote("split.shims"));
  assert.ok(quote("belief.soft") > quote("believed.loss") && quote("belief.soft") < quote("disbelieved.loss"));
});
