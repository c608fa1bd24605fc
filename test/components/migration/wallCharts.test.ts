import assert from "node:assert/strict";
import {test} from "node:test";
import {JSDOM} from "jsdom";
import {readWall, shortName} from "../../../components/migration/wall.js";
import {wallCurvesOptions} from "../../../components/migration/wallCurves.js";
import {packageWords} from "../../../components/migration/wallDetails.js";
import {type WallSettings, wallParameters} from "../../../components/migration/wallInputs.js";
import {findNames} from "../../../components/migration/wallSearch.js";
import {degreesOptions, wavesOptions} from "../../../components/migration/wallShape.js";
import {type WallCourse, wallShareOptions} from "../../../components/migration/wallShare.js";
import {wallStillOptions} from "../../../components/migration/wallStill.js";
import {checkRuns} from "../../../components/migration/wallStudy.js";
import {cyclesTable, familiesTable, timeText} from "../../../components/migration/wallTables.js";
import {mixedTimes, runsOf, wallTimesOptions} from "../../../components/migration/wallTimes.js";
import {shownYears, waitingCount, wallSummary} from "../../../components/migration/wallWords.js";
import {checkParameters} from "../../../models/migration/parameters.js";
import {plotText} from "../kelly/plotText.js";
import {layoutFile, runsFile, smallWall, snapshot} from "./wallFixture.js";

// Tables are made of elements.
const {window} = new JSDOM("");
Object.assign(globalThis, {
  document: window.document,
  Node: window.Node,
  NodeFilter: window.NodeFilter,
  NodeList: window.NodeList,
  HTMLCollection: window.HTMLCollection
});

const wall = smallWall({a: [], b: ["a"], c: ["b", "d"], d: ["c"], e: ["d"], alone: []});
const node = (name: string) => wall.names.indexOf(`python3-${name}`);
const settings: WallSettings = {
  dependencyWeight: 1,
  advantage: 1.5,
  switchingCost: 1,
  bitcreep: 1.2,
  initialShare: 0.05,
  locality: 0,
  gate: "soft",
  first: "random"
};
const noNumber = /NaN|undefined|Infinity/;

test("a wall is read, and what is wrong with its files is named", () => {
  assert.deepEqual(wall.cycles, [[node("c"), node("d")]]);
  assert.equal(wall.stuck, 3);
  assert.equal(wall.waves[node("b")], 1);
  assert.equal(wall.waves[node("e")], -1);
  assert.equal(shortName("python3-a"), "a");
  const drawing = layoutFile(wall.graph);
  const empty = {...snapshot, names: "", dependencies: ""};
  assert.throws(() => readWall(empty, drawing), {name: "RangeError", message: /^names has 0 entries/});
  assert.throws(() => readWall(snapshot, drawing), {
    name: "RangeError",
    message: /^x has 6 numbers, but must have 4182/
  });
});

test("charts of the wall hold no number that is none, from the smallest graph to the real one's size", () => {
  const lone = smallWall({only: []});
  const pair = smallWall({a: ["b"], b: ["a"]});
  for (const one of [wall, lone, pair])
    for (const width of [330, 900]) {
      const place = new Uint8Array(one.graph.size).fill(1, 0, 1);
      for (const options of [
        wavesOptions(one, width),
        degreesOptions(one, width),
        wallStillOptions(one, place, width, 300)
      ])
        assert.doesNotMatch(plotText(options, width), noNumber);
    }
});

test("the share over time is drawn for wars that are won, lost and over at once", () => {
  const line = (share: (t: number) => number): Pick<WallCourse, "time" | "share"> => {
    const time = Array.from({length: 41}, (_, i) => i);
    return {time, share: time.map(share)};
  };
  for (const end of [15, 40])
    for (const share of [() => 0, () => 1, (t: number) => t / 40]) {
      const {time, share: values} = line(share);
      const drawn = plotText(
        wallShareOptions({end, time, share: values, mixedTime: time, mixedShare: values}),
        280,
        180
      );
      assert.doesNotMatch(drawn, noNumber);
      assert.ok(drawn.includes("well mixed, no gates"));
    }
});

test("times and curves are drawn, the hard gate among the curves alone", () => {
  const file = checkRuns(runsFile());
  for (const width of [330, 900]) {
    assert.doesNotMatch(plotText(wallTimesOptions(file, width), width), noNumber);
    assert.doesNotMatch(plotText(wallCurvesOptions(file), width), noNumber);
  }
  assert.ok(plotText(wallCurvesOptions(file)).includes("γ = ∞"));
  assert.deepEqual(
    runsOf(file, "debian").map(({weight}) => weight),
    [0, 1, 2, null]
  );
  const few = {...file, runs: runsOf(file, "debian")};
  assert.doesNotMatch(plotText(wallTimesOptions(few, 400), 400), noNumber);
});

test("where everybody waits for everybody the war grows longer with γ, until it is not won", () => {
  const times = mixedTimes(1.5, 40);
  assert.equal(times[0]!.weight, 0);
  assert.ok(times.every(({mean}, i) => i === 0 || mean > times[i - 1]!.mean));
  assert.ok(times.at(-1)!.weight < 2);
});

test("runs that make no sense are refused", () => {
  const file = runsFile();
  const bad: [object, RegExp][] = [
    [{runs: undefined}, /no runs/],
    [{runs: []}, /no runs on the real graph/],
    [{runs: [{...file.runs[0]!, mean: null}]}, /no number/],
    [{graphs: []}, /graphs has no debian/]
  ];
  for (const [part, message] of bad)
    assert.throws(() => checkRuns({...file, ...part} as typeof file), {name: "RangeError", message});
});

test("tables: every graph with its times, every cycle with its key", () => {
  const table = familiesTable(runsFile()).textContent!;
  assert.doesNotMatch(table, noNumber);
  for (const text of ["Debian, hubs first", "Small world", "6.70 ± 0.20", "> 26.0 (90 %)", "never"])
    assert.ok(table.includes(text), text);
  assert.equal(timeText({reached: 1, mean: 3.756, error: 0.011}), "3.76 ± 0.01");
  const {node: host, words} = cyclesTable(wall);
  assert.ok(host.textContent!.includes("c ↔ d"));
  assert.match(words, /^1 cycles?\. With one package of each moved by hand, nobody is deadlocked any more/);
  assert.match(cyclesTable(smallWall({a: []})).words, /no cycle/);
});

test("a package is told in words: what it waits for, who waits, its wave or its cycle", () => {
  const place = new Uint8Array(wall.graph.size);
  place[node("a")] = 1;
  const say = (name: string) => packageWords(wall, place, node(name));
  assert.equal(say("a"), "python3-a is on the new platform. It waits for nobody. 1 package waits for it. Wave 0.");
  assert.equal(
    say("b"),
    "python3-b is on the old platform. It waits for 1 package, of which 1 has moved. 1 package waits for it. Wave 1."
  );
  assert.match(say("c"), /waits for 2 packages, of which 0 have moved.*on a cycle with d\.$/);
  assert.match(
    say("e"),
    /Nobody waits for it\. It waits for a cycle, directly or not: a hard gate holds it for ever\.$/
  );
});

test("names are found: the exact one first, then beginnings, then parts", () => {
  const names = ["python3-numpy-groupies", "python3-numpy", "python3-xnumpy", "python3-six"];
  assert.deepEqual(findNames(names, "numpy"), [1, 0, 2]);
  assert.deepEqual(findNames(names, " Python3-NumPy "), [1, 0, 2]);
  assert.deepEqual(findNames(names, "numpy", 1), [1]);
  assert.deepEqual(findNames(names, "nothing"), []);
  assert.deepEqual(findNames(names, "  "), []);
});

test("the summary says how far the war is, and what a hard gate does with cycles", () => {
  const place = new Uint8Array(wall.graph.size);
  place[node("a")] = 1;
  assert.equal(waitingCount(wall, place), 3); // c, d and e; b may move
  const state = {war: {time: 2, place, adopted: 1}, held: 3, T90: 7.1, mixedT90: 3.76};
  const soft = wallSummary(wall, state, settings);
  assert.match(soft, /^Year 2\.0: 1 of 6 packages \(17 %\) has moved; of the other 5, 3 wait for one that has not\./);
  assert.match(soft, /At γ = 1, from a random start, nine in ten have moved after 7\.1 years/);
  assert.doesNotMatch(soft, /Deadlock/);
  const hard = wallSummary(
    wall,
    {...state, T90: Infinity, mixedT90: Infinity},
    {...settings, gate: "hard", first: "hubs"}
  );
  assert.match(hard, /Behind a hard gate, with hubs first, nine in ten never move within 40 years/);
  assert.match(hard, /Deadlock: 2 packages on 1 cycle and 1 that wait for one can never move by themselves\.$/);
  const opened = wallSummary(wall, {...state, held: 0}, {...settings, gate: "hard"});
  assert.match(opened, /those who began have opened the way for 3 of them\.$/);
  const free = smallWall({a: []});
  const over = {war: {time: 0, place: new Uint8Array(1), adopted: 0}, held: 0, T90: 0, mixedT90: 0};
  assert.match(wallSummary(free, over, {...settings, gate: "hard"}), /No cycle, no deadlock\.$/);
  for (const text of [soft, hard, opened]) assert.doesNotMatch(text, noNumber);
  assert.equal(shownYears(7), 15);
  assert.equal(shownYears(7, 30), 40);
  assert.equal(shownYears(Infinity), 40);
});

test("settings are parameters, a hard gate γ = ∞", () => {
  assert.equal(checkParameters(wallParameters(settings)).dependencyWeight, 1);
  assert.equal(checkParameters(wallParameters({...settings, gate: "hard"})).dependencyWeight, Infinity);
});
