import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {cumulativeOptions} from "../../../components/kelly/cumulativeChart.js";
import {fractionChartOptions, fractionSummary} from "../../../components/kelly/fractionChart.js";
import {leadChartOptions, leadSummary} from "../../../components/kelly/leadChart.js";
import {outcomeBarsOptions} from "../../../components/kelly/outcomeBars.js";
import {type Company, missingWords, ruleSummary} from "../../../components/kelly/ownRule.js";
import type {StrategyState} from "../../../components/kelly/strategySolver.js";
import {barsOf, endsSummary, humansBar} from "../../../components/kelly/strategyStudy.js";
import type {HumansFile} from "../../../models/kelly/files.js";
import {outcomeRow} from "../../../models/kelly/outcomeRow.js";
import {payoffByFraction, payoffs} from "../../../models/kelly/payoffs.js";
import {type RosterId, rosterIds, rosterStrategy} from "../../../models/kelly/roster.js";
import {plotText} from "./plotText.js";

const people: HumansFile = {
  note: "",
  source: "",
  game: {edge: 0.6, ceiling: 250, rounds: 300, wealth: 25},
  players: 61,
  reachedCeiling: 0.21,
  bust: 0.28,
  belowStart: 1 / 3,
  mean: 91,
  meanOfOthers: 75,
  counts: null,
  wentAllIn: 18,
  betTails: 41,
  hadHeardOfKelly: 5
};

function stateOf(
  edge: number,
  rounds: number,
  wealth: number,
  fraction: number,
  ids: readonly RosterId[]
): StrategyState {
  const game = {edge, ceiling: 250, rounds, wealth};
  const longest = Math.max(60, rounds);
  const fractions = [0, 0.1, 0.2, 0.5, 1];
  return {
    game,
    fraction,
    longest,
    payoffs: payoffs({...game, rounds: longest}, fraction),
    clipped: undefined,
    curve: {fractions, payoff: payoffByFraction(game, fractions), current: true},
    rows: new Map(ids.map((id) => [id, outcomeRow(id, rosterStrategy(id, fraction), game)])),
    current: new Set(ids)
  };
}

test("the charts and summaries of any settings hold no number that is none", () => {
  fc.assert(
    fc.property(
      fc.integer({min: 100, max: 190}).map((n) => n / 200),
      fc.integer({min: 1, max: 80}),
      fc.integer({min: 1, max: 499}).map((n) => n / 2),
      fc.integer({min: 0, max: 200}).map((n) => n / 200),
      fc.constantFrom(320, 900),
      (edge, rounds, wealth, fraction, width) => {
        const state = stateOf(edge, rounds, wealth, fraction, ["optimalHigh", "flat"]);
        const text = [
          plotText(leadChartOptions(state, width), width),
          plotText(fractionChartOptions(state), width),
          plotText(outcomeBarsOptions(barsOf(state, humansBar(people)), width), width),
          leadSummary(state),
          fractionSummary(state)
        ];
        for (const one of text) assert.doesNotMatch(one, /NaN|Infinity|undefined/);
      }
    ),
    {numRuns: 25}
  );
});

test("the people's bar is what was reported", () => {
  const {shares, mean} = humansBar(people);
  assert.equal(mean, 91);
  assert.ok(Math.abs(shares.bust + shares.below - 1 / 3) < 1e-12);
  assert.ok(Math.abs(shares.below + shares.above - 0.51) < 1e-12);
  assert.throws(() => humansBar({...people, bust: undefined as unknown as number}), /malformed/);
});

test("a bar for each strategy that is known, and one for the people", () => {
  const state = stateOf(0.6, 12, 25, 0.125, rosterIds);
  const bars = barsOf(state, humansBar(people));
  assert.equal(bars.length, rosterIds.length + 1);
  assert.equal(new Set(bars.map((bar) => bar.name)).size, bars.length);
  const drawn = plotText(outcomeBarsOptions(bars, 900), 900);
  for (const {name} of bars) assert.ok(drawn.includes(name), name);
});

test("labels at the right of the distributions keep apart, inside the chart", () => {
  const flat = (share: number) => Array.from({length: 101}, (_, i) => (i === 100 ? 1 : share));
  const drawn = plotText(
    cumulativeOptions({
      ceiling: 250,
      people: [[250, 0.99]],
      lines: [
        {name: "one", color: "var(--optimum)", cumulative: flat(0.98)},
        {name: "two", color: "var(--kelly)", cumulative: flat(0.981)}
      ]
    }),
    600
  );
  const heights = ["one", "two", "people"].map((name) =>
    Number(new RegExp(`translate\\([^,]+,([-\\d.]+)\\)">${name}`).exec(drawn)![1])
  );
  assert.ok(heights.every((y) => y >= 0));
  heights.sort((a, b) => a - b);
  assert.ok(heights[1]! - heights[0]! > 11 && heights[2]! - heights[1]! > 11, String(heights));
});

test("a rule within its error of another is level with it", () => {
  const game = people.game;
  const row = (mean: number, error: number) => ({
    id: "own",
    mean,
    error,
    meanBasis: "exact" as const,
    basis: "exact" as const,
    shares: {bust: 0, below: 0, above: 0, ceiling: 1},
    cumulative: []
  });
  const company: Company = {
    game,
    best: {optimum: row(246, 0), kelly: row(238, 0.001)},
    people: {file: people, bar: humansBar(people)}
  };
  assert.match(ruleSummary(row(238.0005, 0.0001), company), /level with Kelly/);
  assert.match(ruleSummary(row(239, 0), company), /\$7\.00 behind the best play and \$1\.00 ahead of Kelly/);
  assert.match(ruleSummary(row(246, 0), company), /as good as the best play/);
  const alone = {...company, best: undefined, game: {...game, rounds: 1}};
  assert.match(ruleSummary(row(239, 0), alone), /^Over 1 flip your rule expects \$239\.00\. It reaches/);
  const jumpy = {...row(239, 0), meanBasis: "penny" as const, basis: "penny" as const};
  assert.match(ruleSummary(jumpy, company), /all this is worked out, exactly, for the game in whole cents/);
});

test("what could not be read is named, and nothing else", () => {
  const known = {file: people, bar: humansBar(people)};
  const row = outcomeRow("x", rosterStrategy("allIn", 0), {...people.game, rounds: 1});
  const best = {optimum: row, kelly: row};
  const {game} = people;
  assert.equal(missingWords({game, best, people: known}), "");
  assert.match(missingWords({game, best, people: undefined}), /people’s results could not be read/);
  assert.match(missingWords({game, best: undefined, people: known}), /outcomes of the others could not be read/);
});

test("strategies still being computed keep their place, without a number", () => {
  const state = stateOf(0.6, 12, 25, 0.125, ["optimalHigh"]);
  const bars = barsOf(state);
  assert.equal(bars.length, rosterIds.length);
  assert.deepEqual(
    bars.map((bar) => bar.pending ?? false),
    rosterIds.map((id) => id !== "optimalHigh")
  );
  const drawn = plotText(outcomeBarsOptions(bars, 900), 900);
  assert.equal(drawn.match(/being worked out/g)!.length, rosterIds.length - 1);
  assert.equal(drawn.match(/>…</g)!.length, rosterIds.length - 1);
  assert.match(endsSummary(state), /1 of 8 strategies worked out so far/);
});

test("chances in whole cents say so, and the people are quoted from their file", () => {
  const state = stateOf(0.6, 40, 25, 0.125, rosterIds);
  const text = endsSummary(state, people);
  assert.match(text, /stop at the ceiling are of the game in whole cents/);
  assert.match(text, /played 300 flips of a 60 % coin, 21 % got there and 28 % went bust/);
  assert.match(endsSummary(state), /people’s results could not be read/);
  const drawn = plotText(outcomeBarsOptions(barsOf(state), 900), 900);
  const inCents = rosterIds.filter((id) => state.rows.get(id)!.basis === "penny").length;
  assert.ok(inCents > 0);
  assert.equal(drawn.match(/in whole cents: bust/g)!.length, inCents);
});

test("one flip is no flips", () => {
  const state = stateOf(0.6, 1, 25, 0.125, rosterIds);
  const words = [
    leadSummary(state),
    endsSummary(state, people),
    fractionSummary(state),
    plotText(leadChartOptions({...state, longest: 1, payoffs: payoffs(state.game, 0.125)}, 900), 900)
  ];
  for (const text of words) {
    assert.match(text, /\b1 flip\b/);
    assert.doesNotMatch(text, /\b1 flips/);
  }
});
