import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {checkSurfaceFile, valueLevels, valueStill} from "../../../components/kelly/valueField.js";
import {sliceOverRounds, sliceOverWealth} from "../../../components/kelly/valueSlices.js";
import {overRoundsWords, overWealthWords, readValue, valueSummary} from "../../../components/kelly/valueWords.js";
import {defaultGame} from "../../../models/kelly/game.js";
import {plotText} from "./plotText.js";

const words = [readValue, valueSummary, overWealthWords, overRoundsWords];

test("the charts and the words of any game hold no number that is none, and no range from a sum to itself", () => {
  fc.assert(
    fc.property(
      fc.integer({min: 80, max: 190}).map((n) => n / 200),
      fc.integer({min: 1, max: 60}),
      fc.integer({min: 0, max: 500}).map((n) => n / 2),
      (edge, rounds, wealth) => {
        const game = {edge, ceiling: 250, rounds, wealth};
        const said = words.map((say) => say(game));
        const drawn = [sliceOverWealth(game), sliceOverRounds(game), valueStill(game)].map((d) => plotText(d));
        for (const text of [...said, ...drawn]) assert.doesNotMatch(text, /NaN|Infinity|undefined/);
        for (const text of said) {
          assert.doesNotMatch(text, /\b1 flips/);
          for (const [, low, high] of text.matchAll(/(\$[\d.]+) to (\$[\d.]+)/g)) assert.notEqual(low, high);
        }
      }
    ),
    {numRuns: 40}
  );
});

test("at the ceiling, without money and without an edge there is nothing to stake", () => {
  const at = (change: object) => ({...defaultGame, ...change});
  assert.match(valueSummary(at({wealth: 250})), /nothing left to win, and nothing to stake/);
  assert.match(readValue(at({wealth: 250})), /nothing left to win$/);
  assert.match(valueSummary(at({wealth: 0})), /nothing to stake/);
  assert.match(readValue(at({rounds: 0})), /the game is over$/);
  assert.match(readValue(at({edge: 0.5})), /no stake gains anything$/);
  // Between two corners there is a range, in a corner one stake.
  assert.match(readValue(defaultGame), /stake \$0\.40 to \$4\.37$/);
  assert.match(readValue(at({wealth: 125, rounds: 1})), /stake \$125\.00$/);
  assert.match(valueSummary(at({rounds: 1})), /The first stake has to be \$25\.00\.$/);
});

test("later dollars are worth less only where they are", () => {
  const at = (change: object) => ({...defaultGame, ...change});
  assert.match(overWealthWords(defaultGame), /first dollar is worth \$\d+\.\d\d; later ones are worth less and less/);
  assert.match(overWealthWords(at({edge: 0.45})), /every dollar is worth a dollar/);
  assert.match(
    overWealthWords(at({rounds: 1})),
    /up to half the ceiling is worth \$1\.20, each one above that \$0\.80/
  );
  assert.equal(overRoundsWords(at({rounds: 1})), "From $25.00, one flip is worth $30.00 in all.");
  assert.equal(overRoundsWords(at({rounds: 2})).match(/flips?/g)!.length, 2);
  assert.match(overRoundsWords(at({edge: 0.45})), /Time adds nothing to \$25\.00/);
});

test("a surface runs from the start of the game at the left to its end at the right, wealth upwards", () => {
  // Two numbers of flips, three wealths: nothing, one half, the ceiling.
  assert.deepEqual([...valueLevels([0, 1, 2, 0, 1.5, 2], 2, 3, 2)], [255, 255, 127, 74, 0, 0]);
});

test("a surface of another shape is refused", () => {
  const file = {
    note: "",
    game: {edge: 0.6, ceiling: 2, rounds: 1},
    rounds: [0, 1],
    wealth: [0, 1, 2],
    value: [0, 1, 2, 0, 1.5, 2]
  };
  assert.equal(checkSurfaceFile(file), file);
  for (const change of [{value: [1]}, {rounds: [0, 2]}, {wealth: [0, 1.5, 2]}, {value: [0, 1, 2, 0, null, 2]}])
    assert.throws(() => checkSurfaceFile({...file, ...change} as typeof file), /malformed/);
});
