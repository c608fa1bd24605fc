import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {classCount, classValues} from "../../../models/gan/classes.js";
import {faceOf} from "../../../models/gan/faceSeed.js";
import {latentOf, mutate, norm} from "../../../models/gan/latents.js";
import {type Lineage, lineageText, longestLineage, originOf, parseLineage} from "../../../models/gan/lineage.js";

const {lineage} = fc.letrec<{lineage: Lineage}>((tie) => ({
  lineage: fc.oneof(
    {maxDepth: 3},
    fc.record({kind: fc.constant("seed" as const), seed: fc.stringMatching(/^[a-zA-Z0-9_-]{1,12}$/)}),
    fc.record({
      kind: fc.constant("mutant" as const),
      of: tie("lineage"),
      amount: fc.integer({min: 0, max: 10_000}).map((i) => i / 10_000),
      number: fc.integer({min: 0, max: 999_999_999})
    }),
    fc.record({
      kind: fc.constant("child" as const),
      parents: fc.tuple(tie("lineage"), tie("lineage")),
      number: fc.integer({min: 0, max: 999_999_999})
    })
  )
}));

test("a lineage is read back from its text", () => {
  fc.assert(
    fc.property(lineage, (one) => {
      const text = lineageText(one);
      if (text.length <= longestLineage) assert.deepEqual(parseLineage(text), structuredClone(one));
    })
  );
  assert.deepEqual(parseLineage("b(m(417,0.25,2),Åse,1)"), {
    kind: "child",
    parents: [
      {kind: "mutant", of: {kind: "seed", seed: "417"}, amount: 0.25, number: 2},
      {kind: "seed", seed: "Åse"}
    ],
    number: 1
  });
  // Names that begin like a mutation or a child are seeds all the same.
  for (const seed of ["m", "b", "mb", "max"]) assert.deepEqual(parseLineage(seed), {kind: "seed", seed});
});

test("texts that are no lineage are refused with what they are", () => {
  for (const text of ["", " ", "a b", "<b>", "m(1)", "m(1,2,1)", "m(1,0.25)", "b(1,2)", "b(1,2,3", "b(1,2,3))", "1,2"])
    assert.throws(() => parseLineage(text), RangeError, text);
  assert.throws(() => parseLineage("b(1,2"), /seed is "b\(1,2", but must be/);
  assert.throws(() => parseLineage("x".repeat(41)), RangeError);
  const deep = `${"m(".repeat(300)}1${",0.1,1)".repeat(300)}`;
  assert.throws(() => parseLineage(deep), /seed is ".{60}…"/);
});

const classesList = [[8], [16, 8, 6, 6], [3, 2]];

test("a seed is its latent, and a class that any generator has", () => {
  for (const classes of classesList) {
    const origins = Array.from({length: 400}, (_, i) => originOf(parseLineage(String(i)), {latent: 32, classes}));
    assert.deepEqual(origins[7]!.latent, latentOf("7", 32));
    classes.forEach((size, a) => {
      const counts = Array<number>(size).fill(0);
      for (const {class: number} of origins) ++counts[classValues(number, classes)[a]!]!;
      // 400 draws of 1 in `size`: all within five standard errors.
      const [mean, error] = [400 / size, Math.sqrt((400 / size) * (1 - 1 / size))];
      for (const count of counts) assert.ok(Math.abs(count - mean) < 5 * error, `${count} of ${size}`);
    });
    assert.ok(origins.every(({class: number}) => number >= 0 && number < classCount(classes)));
  }
});

test("a mutation of no size changes nothing, one of full size leaves nothing, and larger ones change more of the same", () => {
  const heritage = {latent: 64, classes: [16, 8, 6, 6]};
  const before = originOf(parseLineage("417"), heritage);
  const mutant = (amount: number, number = 1) => originOf(parseLineage(`m(417,${amount},${number})`), heritage);
  assert.deepEqual(mutant(0), before);
  assert.deepEqual(mutant(0.25).latent, mutate(before.latent, 0.25, "417 1"));
  const dot = (x: ArrayLike<number>, y: ArrayLike<number>) => Array.from(x).reduce((sum, v, i) => sum + v * y[i]!, 0);
  const turned = (amount: number) => {
    const {latent} = mutant(amount);
    return dot(latent, before.latent) / (norm(latent) * norm(before.latent));
  };
  for (const amount of [0.1, 0.5, 1]) assert.ok(Math.abs(turned(amount) - Math.cos((amount * Math.PI) / 2)) < 1e-5);
  // Of 4 × 500 values each is drawn anew with the chance of the size, and then is the same one time in so many.
  let changed = 0;
  let expected = 0;
  for (let number = 0; number < 500; ++number) {
    const values = classValues(mutant(0.25, number).class, heritage.classes);
    const old = classValues(before.class, heritage.classes);
    values.forEach((value, i) => {
      if (value !== old[i]) ++changed;
      expected += 0.25 * (1 - 1 / heritage.classes[i]!);
    });
  }
  assert.ok(Math.abs(changed - expected) < 5 * Math.sqrt(expected), `${changed} changed, ${expected} expected`);
});

test("a child has each number and each value of its class from a parent, and siblings differ", () => {
  const heritage = {latent: 64, classes: [16, 8, 6, 6]};
  const [a, b] = ["417", "98"].map((seed) => originOf(parseLineage(seed), heritage));
  const child = (number: number) => originOf(parseLineage(`b(417,98,${number})`), heritage);
  for (const number of [1, 2, 3]) {
    const {latent, class: value} = child(number);
    const scale = Array.from(latent, (v, i) => [v / a!.latent[i]!, v / b!.latent[i]!]);
    // It is brought to a length, so that all have the same factor to one parent or the other.
    const factor = scale[0]!.find((f) => scale.every((both) => both.some((g) => Math.abs(g - f) < 1e-3 * Math.abs(f))));
    assert.ok(factor !== undefined && factor > 0.5 && factor < 2);
    classValues(value, heritage.classes).forEach((v, i) => {
      assert.ok([a, b].some((parent) => classValues(parent!.class, heritage.classes)[i] === v));
    });
  }
  assert.notDeepEqual(child(1), child(2));
  assert.deepEqual(child(1), child(1));
});

test("a seed is the same face wherever it is met", () => {
  const heritage = {latent: 16, classes: [16, 8, 6, 6]};
  for (const seed of ["1", "417", "Åse"]) {
    const {latent, class: number} = faceOf(seed, heritage);
    assert.deepEqual(originOf({kind: "seed", seed}, heritage), {latent, class: number});
  }
});
