import assert from "node:assert/strict";
import {test} from "node:test";
import {drawLabels} from "../../../models/gan/faceLabels.js";
import {nobodySketches} from "../../../models/gan/nobody.js";
import {writeSketch} from "../../../models/gan/sketchGrammar.js";
import {
  createSketchModel,
  type Lesson,
  restoreSketchModel,
  sampleSketches,
  saveSketchModel,
  sketchLoss,
  surpriseOf,
  trainSketchModel
} from "../../../models/gan/sketchModel.js";
import {Vocabulary} from "../../../models/gan/sketchTokens.js";
import {createEngine} from "../../../models/nn/engine.js";
import {grad} from "../../../models/nn/ops.js";
import {random} from "../../../models/random.js";

const engine = createEngine({memoryMegabytes: 96});
const labels = drawLabels(200, "model test");
const source = random("model test");
const texts = labels.map((label) => writeSketch(label, source).text);
const vocabulary = Vocabulary.of(texts);
const lessons: Lesson[] = texts.map((text, i) => ({words: vocabulary.encode(text), label: labels[i]!}));
const shape = {embedding: 8, memory: 16, notes: 8};
const train = (seed: string, steps = 60) =>
  trainSketchModel(engine, vocabulary, lessons, {seed, shape, steps, batch: 8, rate: 0.02});
const model = train("a");
const bytes = saveSketchModel(model);
const sources = (count: number) => Array.from({length: count}, (_, i) => random(`text ${i}`));

test("the same seed learns the same bytes, another seed others", () => {
  assert.deepEqual(saveSketchModel(train("a")), bytes);
  assert.notDeepEqual(saveSketchModel(train("b", 2)), saveSketchModel(train("a", 2)));
});

test("it learns: less surprise than at first, when all words were about alike", () => {
  const first = surpriseOf(createSketchModel(engine, "a", vocabulary, shape), lessons);
  assert.ok(Math.abs(first / Math.log(vocabulary.size) - 1) < 0.1, `${first}`);
  assert.ok(surpriseOf(model, lessons) < 0.85 * first);
});

test("the surprise of a batch is that of its lessons one by one, word by word, ends included", () => {
  const some = [lessons[3]!, lessons[8]!, {words: [5], label: labels[0]!}];
  const wanted = some.flatMap(({words, label}) =>
    engine.untracked(() =>
      engine.step(() => {
        const heard = model.hear([label]);
        let state = {memory: engine.full([1, shape.memory], 0), notes: engine.full([1, shape.notes], 0)};
        return [...words, 0].map((word, t) => {
          state = model.read(state, [t === 0 ? 0 : words[t - 1]!], heard);
          const logits = [...model.next(state.memory).data];
          return Math.log(logits.reduce((sum, x) => sum + Math.exp(x), 0)) - logits[word]!;
        });
      })
    )
  );
  const mean = wanted.reduce((a, b) => a + b) / wanted.length;
  const ours = engine.step(() => sketchLoss(model, some).value);
  assert.ok(Math.abs(ours - mean) < 1e-4, `${ours} is not ${mean}`);
  assert.ok(Math.abs(surpriseOf(model, some, 2) - mean) < 1e-4);
  assert.throws(() => surpriseOf(model, []), {name: "RangeError", message: /^the number of lessons is 0/});
  assert.throws(() => surpriseOf(model, some, 0), {name: "RangeError", message: /^batch is 0/});
});

test("its gradients are those that differences give, for each of its parameters", () => {
  const tried = createSketchModel(engine, "gradients", vocabulary, shape);
  const some = lessons.slice(0, 3).map(({words, label}) => ({words: words.slice(0, 9), label}));
  const loss = () => engine.step(() => sketchLoss(tried, some).value);
  const slopes = engine.step(() => grad(sketchLoss(tried, some), tried.parameters.list).map(({data}) => data.slice()));
  tried.parameters.list.forEach((parameter, k) => {
    const {data} = parameter;
    const draw = random(`direction ${k}`);
    const along = Float32Array.from(data, () => 2 * draw() - 1);
    const before = data.slice();
    const at = (t: number) => {
      data.set(before.map((v, i) => v + t * along[i]!));
      const value = loss();
      data.set(before);
      return value;
    };
    const difference = (h: number) => (at(h) - at(-h)) / (2 * h);
    const theirs = (4 * difference(0.01) - difference(0.02)) / 3;
    const ours = slopes[k]!.reduce((sum, v, i) => sum + v * along[i]!, 0);
    assert.ok(Math.abs(ours - theirs) < 2e-3 * Math.max(1, Math.abs(theirs)), `${parameter.name}: ${ours}, ${theirs}`);
  });
});

test("a text depends on its own label and source alone", () => {
  const all = sampleSketches(model, labels.slice(0, 6), sources(6), 0.7);
  assert.deepEqual(sampleSketches(model, labels.slice(0, 6), sources(6), 0.7), all);
  for (const i of [0, 5]) assert.deepEqual(sampleSketches(model, [labels[i]!], [sources(6)[i]!], 0.7), [all[i]]);
  assert.notDeepEqual(sampleSketches(model, labels.slice(0, 6), sources(6).reverse(), 0.7), all);
  const said = nobodySketches(model, ["417", "m(417,0.25,1)"], labels.slice(0, 2), 0.5);
  assert.deepEqual(nobodySketches(model, ["417"], labels.slice(0, 1), 0.5), said.slice(0, 1));
  assert.doesNotMatch(said.join(" "), /~/);
});

test("words come up as often as the model holds them likely", () => {
  const size = vocabulary.size;
  const label = labels[0]!;
  const chances = engine.untracked(() =>
    engine.step(() => {
      const state = {memory: engine.full([1, shape.memory], 0), notes: engine.full([1, shape.notes], 0)};
      const logits = [...model.next(model.read(state, [0], model.hear([label])).memory).data];
      const total = logits.reduce((sum, x) => sum + Math.exp(x), 0);
      return logits.map((x) => Math.exp(x) / total);
    })
  );
  const count = 2000;
  const drawn = sampleSketches(
    model,
    Array.from({length: count}, () => label),
    Array.from({length: count}, (_, i) => random(`frequency ${i}`))
  );
  const found = Array<number>(size).fill(0);
  for (const text of drawn) ++found[vocabulary.encode(text)[0] ?? 0]!;
  let square = 0;
  let kinds = 0;
  for (let word = 0; word < size; ++word) {
    const wanted = count * chances[word]!;
    if (wanted < 5) continue;
    square += (found[word]! - wanted) ** 2 / wanted;
    ++kinds;
  }
  assert.ok(square < kinds + 5 * Math.sqrt(2 * kinds), `χ² is ${square} at ${kinds}`);
});

test("a model is restored from its bytes to the same words; other bytes are refused", () => {
  const again = restoreSketchModel(engine, bytes);
  assert.deepEqual(again.vocabulary.tokens, vocabulary.tokens);
  const rounded = restoreSketchModel(engine, saveSketchModel(again));
  assert.deepEqual(
    sampleSketches(rounded, labels.slice(0, 4), sources(4)),
    sampleSketches(again, labels.slice(0, 4), sources(4))
  );
  assert.throws(() => restoreSketchModel(engine, new ArrayBuffer(64)), RangeError);
  assert.throws(() => sampleSketches(model, labels.slice(0, 1), sources(1), 0), /temperature/);
});
