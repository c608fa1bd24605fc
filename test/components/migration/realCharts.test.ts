import assert from "node:assert/strict";
import {test} from "node:test";
import {fitChartOptions, spread, tooFew} from "../../../components/migration/fitChart.js";
import type {RealState} from "../../../components/migration/fitSolver.js";
import {forecastChartOptions, forecastSummary} from "../../../components/migration/forecastChart.js";
import {
  type CouplingState,
  couplingChartOptions,
  couplingRows,
  couplingSummary
} from "../../../components/migration/realCoupling.js";
import type {Beside} from "../../../components/migration/realInputs.js";
import {costProfileOptions, couplingProfileOptions} from "../../../components/migration/realProfiles.js";
import {realQuotes} from "../../../components/migration/realQuotes.js";
import {supplyOptions, supplyState} from "../../../components/migration/realSupply.js";
import {boundWords, fitSummary, keyOf, monthName, residualSummary} from "../../../components/migration/realWords.js";
import {gapsOf, residualChartOptions} from "../../../components/migration/residualChart.js";
import type {FitsFile} from "../../../models/migration/files.js";
import {adoptionRows} from "../../../models/migration/fitFigures.js";
import {fitUntil, rivals, seriesReport} from "../../../models/migration/fitReport.js";
import {monthToYear} from "../../../models/migration/fitSeries.js";
import {type SubjectName, subjects} from "../../../models/migration/fitSubjects.js";
import {plotText} from "../kelly/plotText.js";

const names = Object.keys(subjects) as SubjectName[];
const critical = 1 + Math.exp(-1);

/** A small data file: every series, with next to no refits. */
const file: FitsFile = {
  note: "",
  switchingCost: 1,
  criticalCoupling: critical,
  levels: [0.05, 0.95],
  coverage: {id: "", scatter: 1, sets: 2, rounds: 2, rows: []},
  series: names.map((name) => {
    const points = adoptionRows
      .filter((row) => row.series === subjects[name].id)
      .map((row) => ({...row, time: monthToYear(row.month), source: "a source", confidence: "found"}));
    const options = {seed: "test", rounds: 2, switchingCost: 1, costs: [1], couplings: [0, 5], forecastEvery: 6};
    return seriesReport(subjects[name].id, points, options);
  })
};

function stateOf(
  series: SubjectName,
  until: number,
  beside: Beside = "all",
  change: Partial<RealState> = {}
): RealState {
  const report = file.series.find((d) => d.id === subjects[series].id)!;
  const known = {time: report.points.map((d) => d.time), share: report.points.map((d) => d.percent / 100)};
  return {
    settings: {series, beside, until, switchingCost: 1},
    report,
    series: known,
    fits: rivals(1).map((curve) => fitUntil(known, curve, until).summary),
    fitted: {until, switchingCost: 1},
    fresh: true,
    band: until > 2026 ? report.band : null,
    done: 0,
    ...change
  };
}

const none = /NaN|Infinity|undefined|null/;

function everything(state: RealState, width: number): string[] {
  return [
    plotText(fitChartOptions({...state, points: state.report.points}, width, 330), width),
    plotText(residualChartOptions(state, width, 250), width),
    plotText(forecastChartOptions(state, width, 270), width),
    plotText(costProfileOptions(state), width),
    plotText(couplingProfileOptions(state, {critical, switchingCost: 1}), width),
    fitSummary(state, critical),
    residualSummary(state, state.band),
    forecastSummary(state),
    ...keyOf(state, critical)
  ];
}

test("the charts and words of every series hold no number that is none, whatever is known of it", () => {
  for (const name of names)
    for (const until of [2013, 2015, 2019.5, 2026.5]) {
      const state = stateOf(name, until);
      for (const width of [320, 900])
        for (const text of everything(state, width)) assert.doesNotMatch(text, none, `${name} ${until}: ${text}`);
    }
});

test("nor before anything has been fitted, nor while a fit is on its way, nor with one curve alone", () => {
  for (const state of [
    stateOf("downloads", 2019, "all", {fits: undefined, fresh: false, band: undefined}),
    stateOf("downloads", 2019, "none", {fresh: false, band: undefined}),
    stateOf("ipv6", 2026.5, "bass")
  ])
    for (const text of everything(state, 700)) assert.doesNotMatch(text, none, text);
});

test("too few figures: the chart says so in words, and the curves that need fewer are drawn", () => {
  const state = stateOf("downloads", 2018);
  assert.equal(tooFew(state), "4 figures were known: the game has 4 parameters and needs 5");
  assert.match(fitSummary(state, critical), /4 figures were known.*the logistic was off by 9\.3 points/);
  assert.equal(keyOf(state, critical)[1], "too few figures for the game");
  assert.deepEqual([...new Set(gapsOf(state).map((d) => d.id))], ["logistic", "ceiling", "bass"]);
  assert.equal(tooFew(stateOf("esm", 2013)), "0 figures were known: the game has 4 parameters and needs 5");
  assert.equal(tooFew(stateOf("downloads", 2026.5)), "");
});

test("figures that came after the cut-off are told apart, and only these are errors of a forecast", () => {
  const gaps = gapsOf(stateOf("downloads", 2019, "none"));
  assert.deepEqual(
    gaps.map((d) => d.later),
    [...Array(6).fill(false), ...Array(12).fill(true)]
  );
  const picture = plotText(
    fitChartOptions({...stateOf("downloads", 2019), points: stateOf("downloads", 2019).report.points}, 900, 330)
  );
  assert.equal(picture.match(/<circle/g)!.length, 18);
  assert.match(picture, /came after/);
  assert.doesNotMatch(plotText(fitChartOptions({...stateOf("git", 2026.5), points: []}, 900, 330)), /came after/);
});

test("the key number is J over J_c, a least value where J ran to its end", () => {
  assert.equal(keyOf(stateOf("downloads", 2026.5), critical)[0], "1.74");
  const [value, caption] = keyOf(stateOf("git", 2026.5), critical);
  assert.equal(value, "≥ 3.7");
  assert.match(caption, /end of its range/);
  assert.match(boundWords(["coupling", "initialShare"]), /J and x₀ ran to the end of their ranges/);
});

test("every series has a row among the couplings; which are open is said", () => {
  const rows = couplingRows(file);
  assert.deepEqual(
    rows.filter((d) => !d.open).map((d) => d.name),
    ["Python downloads", "Python surveys", "HTTPS"]
  );
  const state: CouplingState = {rows, end: 5 / critical, series: "https"};
  for (const width of [320, 900]) assert.doesNotMatch(plotText(couplingChartOptions(state, width), width), none);
  assert.match(couplingSummary(state), /of 7 intervals/);
});

test("half of the supply was there six years and a half before half of the demand", () => {
  const state = supplyState(file);
  assert.equal((state.halves![1] - state.halves![0]).toFixed(1), "6.5");
  for (const width of [320, 900]) assert.doesNotMatch(plotText(supplyOptions(state, width), width), none);
  assert.throws(() => supplyState({...file, series: []}), /lacks/);
});

test("labels are moved apart and keep their order and their bounds", () => {
  const placed = spread([50, 50, 50.5, 99, 10], 5, 0, 100);
  const sorted = placed.toSorted((a, b) => a - b);
  sorted.forEach((v, i) => {
    assert.ok(i === 0 || v - sorted[i - 1]! >= 5 - 1e-9);
  });
  assert.deepEqual([placed[3], placed[4]], [99, 10]);
  assert.ok(placed[0]! <= placed[2]! && placed[2]! < placed[3]!);
  assert.deepEqual(spread([98, 99, 100], 5, 0, 100), [90, 95, 100]);
  assert.deepEqual(spread([], 5, 0, 100), []);
});

test("months have names", () => assert.equal(monthName("2016-01"), "January 2016"));

test("every quoted number is one", () => {
  for (const [name, compute] of Object.entries(realQuotes)) {
    assert.match(name, /^real\./);
    assert.doesNotMatch(compute(), none, name);
  }
  assert.equal(realQuotes["real.wins"]!(), "two");
  assert.equal(realQuotes["real.known2019"]!(), "6");
});
