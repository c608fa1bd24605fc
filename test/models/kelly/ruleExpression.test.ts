import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import fc from "fast-check";
import * as math from "mathjs";
import {defaultGame} from "../../../models/kelly/game.js";
import {compileRule, RuleError} from "../../../models/kelly/ruleExpression.js";
import {outcome} from "../../../models/kelly/strategies.js";

const game = {edge: 0.6, ceiling: 250};

const stakes: [text: string, stake: number][] = [
  ["min(0.2 w, C - w)", 5],
  ["(2p - 1) w", 5],
  ["w / 5 * 2", 10],
  ["w > 30 ? 1 : b > 200 ? 2 : 3", 2],
  ["0 < w < 10 ? w : 0.1 w", 2.5],
  ["w >= 25 and not (b == 3) or p != 0.6 ? 4 : 6", 4],
  ["round(w / 10) + floor(2.9) + ceil(0.1)", 6],
  ["sqrt(w) + abs(-2) + log(e) + pow(2, 2) - mod(7, 4)", 9],
  ["2^3^0 + 1e-3 + .5", 2.501],
  ["log(8, 2) + log2(4) + log10(100) + exp(0)", 8],
  ["max(1, 2, w - 20)", 5],
  ["w - -1 - 2", 24],
  // A product without its sign.
  ["0.1 w (1 - w/C)", 2.25],
  ["w(0.2) + p (10)", 11],
  ["2 C (1 - p) / 100", 2],
  // As printed in a book, copied from a page.
  ["min(0.2 w, C − w)", 5],
  ["0.2 × w − 4 · 0.5 + 1e−3 ÷ 2", 3.0005],
  ["w – 20 ⋅ 1", 5]
];
for (const [text, stake] of stakes)
  test(`${text} stakes ${stake} of $25`, () => {
    assert.ok(Math.abs(compileRule(text, math).stake(25, 300, game) - stake) < 1e-12);
  });

const faults: [text: string, position: number, message: RegExp][] = [
  ["", 0, /Type a stake/],
  ["   ", 0, /Type a stake/],
  ["min(", 4, /end of expression/],
  ["w +* 2", 3, /Value expected/],
  ["min(w,,2)", 6, /Value expected/],
  ["20% w", 2, /0\.2 w/],
  ["0.1 w + wealth", 8, /Unknown name “wealth”/],
  ["5 cm", 2, /Unknown name “cm”/],
  ["2 + 3i", 5, /Unknown name “i”/],
  ["w(1, 2)", 0, /not a function/],
  ["w(0.2)^2", 0, /Write w \* \(…\) beside a power/],
  ["2^w(0.1)", 0, /beside a power/],
  ["1 + sin(w)", 4, /Unknown function “sin”/],
  ["constructor", 0, /Unknown name/],
  ["1 + toString(w)", 4, /Unknown function/],
  ["import(w)", 0, /Unknown function/],
  ["evaluate(w)", 0, /Unknown function/],
  ["w = 3", 2, /no meaning/],
  ["f(w) = w", 5, /no meaning/],
  ["w; b", 1, /no meaning/],
  ["w\nb", 1, /one line/],
  ["[w]", 0, /no meaning/],
  ["w.x", 0, /one expression/],
  ["1:w", 0, /one expression/],
  ['"w"', 0, /no meaning/],
  ["w!", 1, /no meaning/],
  ["w xor b", 0, /no meaning/],
  ["true", 0, /not a number/],
  ["w > 3", 0, /must be a number/],
  ["w + (b > 2)", 5, /a number is needed/],
  ["w ? 1 : 2", 0, /a comparison is needed/],
  ["w > 1 ? 1 : b > 2", 12, /a number is needed/],
  ["1 + min", 4, /is a function/],
  ["2 + sqrt(w, 2)", 4, /takes 1 number/],
  ["max()", 0, /takes 1 or more/],
  ["2 − wealth", 4, /Unknown name “wealth”/],
  ["w × * 2", 4, /Value expected/]
];
for (const [text, position, message] of faults)
  test(`${JSON.stringify(text)} is refused at character ${position}`, () => {
    assert.throws(
      () => compileRule(text, math),
      (error) => {
        assert.ok(error instanceof RuleError && error instanceof RangeError);
        assert.match(error.message, message);
        assert.equal(error.position, position);
        return true;
      }
    );
  });

const payments: [text: string, position: number, message: RegExp][] = [
  ["  2 w", 2, /stake is 50, more than the wealth, with wealth 25 and 300 rounds left/],
  ["w - 30", 0, /stake is -5, below 0/],
  ["min(w, 1 + sqrt(10 - w))", 11, /not a number with wealth 25 and 300 rounds left: this is NaN/],
  ["1 + 1 / (w - 25)", 4, /this is Infinity/],
  ["w / 3 - 30", 0, /stake is -21\.6667, below 0/],
  // The branch that was taken is to blame.
  ["b < 10 ? w : 2 w", 13, /stake is 50/],
  ["b < 10 ? w : w > 20 ? (3 w) : 1", 23, /stake is 75/],
  ["b > 10 ? sqrt(-w) : 1", 9, /this is NaN/]
];
for (const [text, position, message] of payments)
  test(`${JSON.stringify(text)} cannot be paid`, () => {
    const compiled = compileRule(text, math);
    const right = (error: unknown) => {
      assert.ok(error instanceof RuleError);
      assert.match(error.message, message);
      assert.equal(error.position, position);
      return true;
    };
    assert.throws(() => compiled.stake(25, 300, game), right);
    assert.throws(() => outcome(compiled.strategy(game), defaultGame), right);
  });

test("every rule that the page on strategies prints is one", () => {
  const page = readFileSync("src/kelly/strategies.md", "utf8");
  const rules = [...page.matchAll(/(?<!`)`([^`\n]*\bw\b[^`\n]+)`/g)].map(([, text]) => text!);
  assert.ok(rules.length > 0);
  for (const text of rules) {
    assert.match(text, /^[ -~]+$/);
    compileRule(text, math);
  }
});

test("what is not the player's turn is not judged: a fault at a wealth out of reach is none", () => {
  const compiled = compileRule("5 + 0 * sqrt(w - 4)", math);
  assert.ok(outcome(compiled.strategy(game), defaultGame).mean > 25);
});

test("a rule says whether it looks at the rounds left", () => {
  assert.equal(compileRule("0.1 w", math).steady, true);
  assert.equal(compileRule("b > 3 ? 0.1 w : 0", math).steady, false);
});

/** Random expressions that mathjs and the closures must agree on. */
const expressions = fc.letrec<{expression: string}>((tie) => ({
  expression: fc.oneof(
    {maxDepth: 4},
    fc.constantFrom("w", "b", "C", "p", "2", "0.5", "1e1"),
    fc
      .tuple(tie("expression"), fc.constantFrom("+", "-", "*", "/"), tie("expression"))
      .map(([a, op, b]) => `${a} ${op} ${b}`),
    tie("expression").map((a) => `(${a})`),
    tie("expression").map((a) => `-(${a})`),
    fc
      .tuple(fc.constantFrom("min", "max"), tie("expression"), tie("expression"))
      .map(([f, a, b]) => `${f}(${a}, ${b})`),
    fc.tuple(fc.constantFrom("abs", "floor", "ceil"), tie("expression")).map(([f, a]) => `${f}(${a})`),
    fc
      .tuple(tie("expression"), fc.constantFrom("<", ">="), tie("expression"), tie("expression"))
      .map(([a, op, b, c]) => `((${a}) ${op} (${b}) ? ${c} : ${a})`)
  )
})).expression;

test("closures compute what mathjs computes", () => {
  let [agreed, compared] = [0, 0];
  fc.assert(
    // Quarters keep sums exact: mathjs takes numbers 1e-12 apart for equal, and rounds to a whole number that near.
    fc.property(expressions, fc.integer({min: 4, max: 800}), fc.nat(300), (text, quarters, b) => {
      const w = quarters / 4;
      const expected = math.evaluate(text, {w, b, C: 250, p: 0.6});
      const compiled = compileRule(text, math);
      if (!(Number.isFinite(expected) && expected >= 0 && expected <= w)) return;
      ++compared;
      try {
        if (Math.abs(compiled.stake(w, b, game) - expected) <= 1e-9 * w) ++agreed;
      } catch {
        // Counted as a disagreement.
      }
    }),
    {numRuns: 1500}
  );
  assert.ok(compared > 300, `${compared} compared`);
  assert.ok(agreed >= 0.99 * compared, `${agreed} of ${compared} agreed`);
});
