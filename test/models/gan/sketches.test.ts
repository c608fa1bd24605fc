import assert from "node:assert/strict";
import {test} from "node:test";
import {drawLabels, type FaceLabel} from "../../../models/gan/faceLabels.js";
import {writeSketch} from "../../../models/gan/sketchGrammar.js";
import {agreement, pronounsFit, readSketch, repeats} from "../../../models/gan/sketchReader.js";
import {agreementOf, noveltyOf, shareOf} from "../../../models/gan/sketchStudy.js";
import {printed, textOf, tokensOf, Vocabulary} from "../../../models/gan/sketchTokens.js";
import * as words from "../../../models/gan/sketchWords.js";
import {random} from "../../../models/random.js";

const source = random("sketches test");
const written = drawLabels(3000, "sketches test").map((label) => ({label, ...writeSketch(label, source)}));

test("all that the grammar names is read back, and nothing else", () => {
  for (const {text, label, named} of written) {
    const wanted = Object.fromEntries(named.map((name) => [name, label[name]]));
    assert.deepEqual({...readSketch(text)}, wanted, text);
    assert.ok(!repeats(text) && pronounsFit(text), text);
  }
});

test("every value of every attribute comes up, in each of its phrases, and is read as itself", () => {
  const label: FaceLabel = {hair: 0, hairColor: 0, skin: 0, eyes: 0, mouth: 0, glasses: 0, background: 0};
  words.hairStyles.forEach((styles, hair) => {
    for (const style of styles)
      words.hairColors.forEach((names, hairColor) => {
        for (const name of names)
          assert.deepEqual({...readSketch(`Mir~a has ${style.replace("{c}", name)}.`)}, {hair, hairColor}, style);
      });
  });
  for (const [name, values] of Object.entries(words.phrases))
    values.forEach((phrases, value) => {
      for (const phrase of phrases) {
        const text = `it shows ${phrase}.`;
        assert.deepEqual({...readSketch(text)}, {[name]: value}, phrase);
        assert.deepEqual(agreement(text, {...label, [name]: value}), {[name]: true});
        assert.deepEqual(agreement(text, {...label, [name]: value === 0 ? 1 : 0}), {[name]: false});
      }
    });
});

test("sentences are read strictly", () => {
  const known: [text: string, reading: Partial<FaceLabel>][] = [
    ["Mir~a has short jade spikes and half a smile.", {hair: 11, hairColor: 5, mouth: 5}],
    ["Mira has short jade spikes and a smile.", {hair: 11, hairColor: 5, mouth: 0}],
    ["with a head of rose hair, Tov~o mends clocks.", {hairColor: 3}],
    ["Al~ek sells tea by the canal.", {}],
    // A wall of no known colour, two mouths, a style without its colour.
    ["here she is against a red wall.", {hairColor: -1, background: -1}],
    ["she meets strangers with a smile and a frown.", {mouth: -1}],
    ["look for long waves.", {hair: -1}],
    ["what friends remember is round.", {}]
  ];
  for (const [text, reading] of known) assert.deepEqual({...readSketch(text)}, reading, text);
  assert.ok(repeats("a smile and a gentle smile."));
  assert.ok(!pronounsFit("Mir~a has long navy waves. he is shy."));
  assert.ok(!pronounsFit("nobody is here."));
});

test("tokens are put together again to the text that they were", () => {
  const vocabulary = Vocabulary.of(written.map(({text}) => text));
  assert.deepEqual(tokensOf("Mir~ela~o"), ["Mir", "~ela", "~o"], "what only a model would write");
  for (const {text} of written.slice(0, 500)) {
    assert.equal(textOf(tokensOf(text)), text);
    assert.equal(vocabulary.decode(vocabulary.encode(text)), text);
  }
  assert.deepEqual(tokensOf("Mir~ela, who bakes: a."), ["Mir", "~ela", ",", "who", "bakes", ":", "a", "."]);
  assert.equal(printed("look for Mir~ela. she is shy. it."), "Look for Mirela. She is shy. It.");
  assert.throws(() => vocabulary.encode("a zeppelin"), /token is "zeppelin"/);
  assert.throws(() => new Vocabulary(["a"]), RangeError);
});

test("the grammar keeps count of its chances", () => {
  // Texts that are alike but for the name are as unlikely as each other.
  const byRest = new Map<string, number>();
  for (const {text, surprise} of written) {
    const rest = text
      .replaceAll(/[^\s~]+~[^\s.,:]+/g, "N")
      .replaceAll(/\bhe\b/g, "she")
      .replaceAll(/\bh(is|im)\b/g, "her");
    const before = byRest.get(rest);
    if (before !== undefined) assert.ok(Math.abs(before - surprise) < 1e-9, rest);
    byRest.set(rest, surprise);
  }
  // A text of which nothing but hair is said in one sentence, its chance by hand: gender, name, the word for the colour,
  // that the style is told and how, that four features and the wall are not, the form of the sentence, and no second one.
  const label: FaceLabel = {hair: 3, hairColor: 0, skin: 0, eyes: 0, mouth: 0, glasses: 0, background: 0};
  const names = words.nameBeginnings.length * words.nameEndings.she.length;
  const byHand = (1 / 2 / names / 2) * (0.9 / 2) * (0.65 * 0.4 ** 3) * 0.6 * (1 / 6) * 0.2;
  const count = 20_000;
  const short = Array.from({length: count}, () => writeSketch(label, source)).filter(({text}) =>
    /^\S+ has (a \w+ bun and a|\w+ hair in a bun under a) sweeping fringe\.$/.test(text)
  );
  for (const {surprise} of short) assert.ok(Math.abs(surprise + Math.log(byHand)) < 1e-9);
  // Eight such texts for each name, counting both genders.
  const expected = count * byHand * 8 * names;
  assert.ok(Math.abs(short.length - expected) < 5 * Math.sqrt(expected), `${short.length}, ${expected} expected`);
});

test("agreement and novelty are counted as by hand", () => {
  const label: FaceLabel = {hair: 11, hairColor: 5, skin: 0, eyes: 0, mouth: 5, glasses: 0, background: 0};
  const right = "Mir~a has short jade spikes and half a smile.";
  const wrong = "Mir~a has short rose spikes and a frown.";
  const counted = agreementOf([right, wrong, "Mir~a sells tea."], [label, label, label]);
  assert.deepEqual(counted.all, {right: 4, of: 6});
  assert.deepEqual(counted.whole, {right: 2, of: 3});
  assert.deepEqual(counted.byAttribute, {
    hair: {right: 2, of: 2},
    hairColor: {right: 1, of: 2},
    mouth: {right: 1, of: 2}
  });
  assert.deepEqual(agreementOf([wrong], [label], ["hair"]).whole, {right: 1, of: 1});
  const {share, error} = shareOf({right: 90, of: 100});
  assert.ok(share === 0.9 && Math.abs(error - 0.03) < 1e-12);
  assert.deepEqual(shareOf({right: 0, of: 0}), {share: 0, error: 0});

  const learnt = ["Mir~a sells tea. she is shy and proud.", "Tov~o sells maps."];
  assert.deepEqual(noveltyOf(["Tov~o sells maps.", "Al~o sells tea. she is shy and proud."], learnt), {
    sketches: {right: 1, of: 2},
    sentences: {right: 1, of: 3},
    nameless: {right: 0, of: 3}
  });
});
