import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import type {Forge} from "../../../components/gan/forge.js";
import {attributeNames, attributeSizes, type FaceLabel} from "../../../models/gan/faceLabels.js";
import type {AgreementRow, FlagshipFile, SketchesFile} from "../../../models/gan/files.js";
import {pictureSize} from "../../../models/gan/generator.js";
import {originOf, parseLineage} from "../../../models/gan/lineage.js";
import {nobodyDefaults} from "../../../models/gan/nobody.js";
import {beginVisit, keep} from "../../../models/gan/visit.js";
import {openDocument} from "../dom.js";

const window = openDocument("http://localhost/gan/nobody?face=417");
Object.defineProperty(globalThis, "localStorage", {value: window.localStorage, configurable: true});
const {nobodyFamily} = await import("../../../components/gan/nobodyFamily.js");
const {traitWords, makeNobody, nobodyRecord} = await import("../../../components/gan/nobodyFace.js");
const {readKept, writeKept} = await import("../../../components/gan/nobodyKept.js");
const {nobodyQuotes} = await import("../../../components/gan/nobodyQuotes.js");
const {nobodyStudy, shareText} = await import("../../../components/gan/nobodyStudy.js");

const file: FlagshipFile = JSON.parse(
  readFileSync(new URL("../../../data/gan/flagship.json", import.meta.url), "utf8")
);
const settings = {psi: 0.8, seconds: 15, mutation: 0.25, pixels: "smooth"} as const;
const label = Object.fromEntries(attributeNames.map((name) => [name, 0])) as FaceLabel;
const nothing = {image: {} as ImageData, label, sketch: "Mira has a bun."};
const rest = () => new Promise((done) => setTimeout(done, 0));

test("labels are put in words, whatever their values", () => {
  assert.match(traitWords(label), /^hair a short ponytail, hair colour black, skin pale, .*background blue$/);
  const last = Object.fromEntries(attributeNames.map((name, i) => [name, attributeSizes[i]! - 1])) as FaceLabel;
  assert.doesNotMatch(traitWords(last), /undefined/);
});

test("a share tells its standard error, also of nothing", () => {
  assert.equal(shareText({right: 90, of: 100}), "90.0 ± 3.0 %");
  for (const tally of [
    {right: 0, of: 0},
    {right: 5, of: 5}
  ])
    assert.match(shareText(tally), /^\d+\.0 ± 0\.0 %$/);
});

test("what is saved of a face makes it again", () => {
  const lineage = "b(m(417,0.25,2),98,1)";
  const record = JSON.parse(JSON.stringify(nobodyRecord({...nothing, lineage}, file, 0.8)));
  const {latent, class: number} = originOf(parseLineage(lineage), file.config.generator);
  assert.deepEqual(Float32Array.from(record.latent), latent);
  assert.equal(record.class, number);
  assert.deepEqual(Object.keys(record.asked), file.attributes);
  assert.equal(Object.keys(record.read).length, attributeNames.length);
  assert.doesNotMatch(JSON.stringify(record), /null/);
});

test("a face is made, read and written of by one request and one lineage", async () => {
  const requests: unknown[] = [];
  const noted =
    <Answer>(list: unknown[], answer: Answer) =>
    async (...given: unknown[]) => {
      list.push(...given);
      return answer;
    };
  const forge = {
    faces: noted(requests, {images: [nothing.image], milliseconds: 1}),
    read: noted(requests, [{label, sureness: 1}])
  } as unknown as Forge;
  const asked: unknown[] = [];
  const sketcher = {write: noted(asked, "a text"), close() {}};
  const face = await makeNobody(forge, sketcher, file, "417", 0.6);
  assert.deepEqual(face, {lineage: "417", image: nothing.image, label, sketch: "a text"});
  assert.deepEqual(requests[0], requests[1]);
  assert.deepEqual(asked, ["417", label, nobodyDefaults.temperature]);
  assert.equal((requests[0] as [{psi: number}])[0].psi, 0.6);
  await assert.rejects(makeNobody(forge, sketcher, file, "m(1", 0.6), RangeError);
});

/** A family whose faces are never made: what it asks for is noted. */
function family() {
  const met: string[] = [];
  const asked: number[] = [];
  const forge = {line: () => (requests: unknown[]) => void asked.push(requests.length)} as unknown as Forge;
  return {...nobodyFamily(forge, (lineage) => met.push(lineage)), met, asked};
}

const visible = (node: Element) =>
  [...node.querySelectorAll("button")].filter((button) => !button.hidden && !button.closest("[hidden]"));

test("the family shows parents, children, mutations and kept faces, and leads to them", () => {
  const {node, update, met, asked} = family();
  update({visit: beginVisit("5"), file, settings});
  assert.deepEqual(asked, [14]);
  assert.deepEqual(
    visible(node)
      .slice(0, 3)
      .map((button) => button.getAttribute("aria-label")),
    ["This face: 5", "The other: 6", "Child 1: b(5,6,1)"]
  );
  assert.equal(visible(node).length, 14);
  update({visit: keep(beginVisit("5")), file, settings});
  assert.equal(visible(node).at(-1)!.getAttribute("aria-label"), "Kept 1: 5");
  for (const i of [1, 2, 8, 14]) visible(node)[i]!.click();
  assert.deepEqual(met, ["6", "b(5,6,1)", "m(5,0.25,1)", "5"]);
  assert.match(node.textContent!, /turns the latent by 23°.*chance of 25 %/);
});

test("a family that can no longer be written down says so, and the next one is shown again", () => {
  const {node, update, asked} = family();
  let old = "1";
  while (old.length < 450) old = `b(${old},${old},1)`;
  update({visit: {...beginVisit(old), kept: [old.replace("1", "2")]}, file, settings});
  assert.equal(node.dataset.state, "error");
  assert.match(node.textContent!, /grown so old/);
  assert.deepEqual(asked, []);
  update({visit: beginVisit("1"), file, settings});
  assert.equal(node.dataset.state, "ready");
});

test("kept faces are remembered; what is no face is forgotten", () => {
  assert.deepEqual(readKept(), []);
  writeKept(["1", "b(1,2,1)"]);
  assert.deepEqual(readKept(), ["1", "b(1,2,1)"]);
  for (const text of ["{", "7", "null", '{"a": 1}']) {
    window.localStorage.setItem("three-games/gan/nobody", text);
    assert.deepEqual(readKept(), [], text);
  }
  window.localStorage.setItem("three-games/gan/nobody", '["1", "m(1", 3, "1", "2"]');
  assert.deepEqual(readKept(), ["1", "2"]);
  writeKept(Array.from({length: 500}, (_, i) => String(i)));
  assert.deepEqual(readKept().length, 200);
  assert.equal(readKept().at(-1), "499");
  Object.defineProperty(globalThis, "localStorage", {
    get() {
      throw new Error("no storage here");
    },
    configurable: true
  });
  assert.deepEqual(readKept(), []);
  writeKept(["1"]);
});

const all: AgreementRow = {
  all: {right: 98, of: 100},
  whole: {right: 9, of: 10},
  byAttribute: {hair: {right: 5, of: 10}}
};
const none: AgreementRow = {all: {right: 0, of: 0}, whole: {right: 0, of: 0}, byAttribute: {}};

function sketches(row: AgreementRow): SketchesFile {
  const tally = row.whole;
  const novelty = {sketches: tally, sentences: tally, nameless: tally};
  return {
    note: "",
    model: "",
    parameters: 70_000,
    vocabulary: 400,
    learnt: {sketches: 12_000, words: 5e5, steps: 10, batch: 16},
    perplexity: {sketches: 10, model: 2.2, misled: 4, unigram: 145, bigram: 6, trigram: 3.4, grammar: 2.05},
    novelty: {temperature: 0.5, model: novelty, grammar: novelty},
    agreement: [{temperature: 0.5, ...row}],
    forged: {faces: 600, psi: 0.8, temperature: 0.5, read: row, asked: row}
  };
}

test("the study is whole for any counts, and says when it cannot be read", async () => {
  for (const row of [all, none]) {
    const node = nobodyStudy(Promise.resolve(sketches(row)));
    await rest();
    assert.doesNotMatch(node.textContent!, /NaN|undefined|Infinity|null/);
    assert.match(node.textContent!, /70,000 numbers and 400 words/);
    assert.equal(node.querySelectorAll("table").length, 2);
  }
  const node = nobodyStudy(Promise.resolve(sketches(all)));
  await rest();
  assert.match(node.textContent!, /98\.0 ± 1\.4 %/);
  const broken = nobodyStudy(Promise.resolve({} as SketchesFile));
  await rest();
  assert.equal(broken.dataset.state, "error");
});

test("the numbers quoted are those of the forger that is published", () => {
  assert.equal(nobodyQuotes["nobody.latent"]!(), String(file.config.generator.latent));
  const size = pictureSize(file.config.generator.channels.length);
  assert.equal(Number(nobodyQuotes["nobody.smaller"]!()), (512 / size) ** 2);
  for (const [name, text] of Object.entries(nobodyQuotes)) assert.match(text(), /^[\d.,]+$/, name);
});
