import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {defaultGame, type Game} from "../../../models/kelly/game.js";
import {
  constantFraction,
  flatStake,
  meansByHorizon,
  outcome,
  type Rule,
  rule
} from "../../../models/kelly/strategies.js";
import {value} from "../../../models/kelly/value.js";

/** The mean over all paths, wealths that differ only by rounding taken together. */
function enumerated(stake: Rule, game: Game): number {
  const seen = new Map<string, number>();
  const mean = (wealth: number, rounds: number): number => {
    if (wealth >= game.ceiling * (1 - 1e-12)) return game.ceiling;
    if (rounds === 0 || wealth <= 1e-13) return wealth;
    const name = `${rounds} ${wealth.toPrecision(13)}`;
    const before = seen.get(name);
    if (before !== undefined) return before;
    const x = stake(wealth, rounds);
    const result = game.edge * mean(wealth + x, rounds - 1) + (1 - game.edge) * mean(wealth - x, rounds - 1);
    seen.set(name, result);
    return result;
  };
  return mean(game.wealth, game.rounds);
}

const rules: [name: string, stake: Rule][] = [
  ["clipped fraction", (w) => Math.min(0.2 * w, 250 - w)],
  ["smooth in wealth and time", (w, b) => (w * (250 - w)) / (400 + 5 * b)],
  ["with jumps", (w) => (w > 100 ? Math.min(9.7, 250 - w) : w > 30 ? 0.31 * w : 0.2 * w)],
  ["whole dollars", (w) => Math.floor(0.2 * w)]
];

for (const [name, stake] of rules)
  test(`a rule is within its error of the enumeration: ${name}`, () => {
    // 12 rounds are followed in full; 19 are not for most rules, and are read on a grid of wealths.
    for (const rounds of [5, 12, 19]) {
      const game = {...defaultGame, rounds, wealth: 40};
      const {mean, error, basis} = outcome(rule(stake), game);
      const exact = enumerated(stake, game);
      assert.ok(Math.abs(mean - exact) <= error + 1e-9, `${rounds}: ${mean} ± ${error}, not ${exact}`);
      if (rounds <= 16) assert.equal(basis, "exact");
    }
  });

test("any rule with a few rounds left is exact", () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 97}), fc.double({min: 0.1, max: 0.9, noNaN: true}), (salt, edge) => {
      const stake: Rule = (w, b) => w * (0.5 + 0.5 * Math.sin(salt * b));
      const game = {edge, ceiling: 250, rounds: 11, wealth: 25};
      const result = outcome(rule(stake), game);
      assert.equal(result.basis, "exact");
      assert.ok(Math.abs(result.mean - enumerated(stake, game)) <= result.error + 1e-9);
    }),
    {numRuns: 30}
  );
});

test("a rule that says what a strategy does comes to the same over 300 rounds", () => {
  const clipped = outcome(
    rule((w) => Math.min(0.2 * w, 250 - w), {steady: true}),
    defaultGame
  );
  assert.ok(clipped.error <= 1e-3, `error is ${clipped.error}`);
  const fraction = outcome(constantFraction(0.2), defaultGame);
  assert.ok(Math.abs(clipped.mean - fraction.mean) <= clipped.error + fraction.error);
  assert.ok(Math.abs(clipped.atCeiling - fraction.atCeiling) < 1e-12);
  assert.equal(clipped.basis, "penny");
  const flat = outcome(
    rule((w) => Math.min(3, w)),
    defaultGame
  );
  assert.equal(flat.basis, "exact");
  assert.ok(Math.abs(flat.mean - outcome(flatStake(3), defaultGame).mean) < 1e-9);
  const steady = outcome(
    rule((w) => Math.min(0.2 * w, 250 - w)),
    {...defaultGame, rounds: 60}
  );
  const asked = outcome(
    rule((w) => Math.min(0.2 * w, 250 - w), {steady: true}),
    {...defaultGame, rounds: 60}
  );
  assert.equal(steady.mean, asked.mean);
});

const jumpy: Record<string, Rule> = {
  "wild jumps": (w) => w * Math.abs(Math.sin(w * 1e4)) * 0.3,
  "two fractions": (w) => (w < 30 ? 0.05 * w : 0.2 * w),
  "two fractions, the bolder for the poor": (w) => (w < 125 ? 0.1 * w : 0.05 * w),
  "a root": (w) => Math.min(w, Math.sqrt(w)),
  "a logarithm": (w) => Math.min(w, 3 * Math.log(1 + w)),
  "whole cents": (w) => Math.round(0.1 * w * 100) / 100,
  "a kink near the ceiling": (w) => Math.min(w, Math.max(1, 0.1 * w), 250 - w)
};

for (const [name, stake] of Object.entries(jumpy))
  test(`a rule with jumps or bends is known to a tenth of a cent, in whole cents if need be: ${name}`, () => {
    for (const steady of [true, false]) {
      const game = {...defaultGame, rounds: steady ? 300 : 60};
      const result = outcome(rule(stake, {steady}), game);
      assert.ok(result.error <= 1e-3, `error is ${result.error}`);
      assert.ok(result.mean >= 0 && result.mean <= value(game) + 1e-9);
      if (result.meanBasis === "exact") continue;
      // The mean of a game in whole units is that of its distribution, and of a table worked out backwards.
      assert.equal(result.meanBasis, result.basis);
      const sum = result.wealth.reduce((total, money, i) => total + money * result.probability[i]!, 0);
      assert.ok(Math.abs(sum - result.mean) < 1e-9);
      const means = meansByHorizon(rule(stake, {steady}), game);
      assert.ok(Math.abs(means.at(-1)! - result.mean) < 1e-9, `${means.at(-1)} by horizon, ${result.mean} alone`);
    }
  });

test("stakes in whole cents are the game itself", () => {
  // Every wealth is a number of cents, so that nothing is rounded: a plain table over cents and flips.
  const game = {...defaultGame, ceiling: 40, rounds: 30};
  // No tie: a tenth of whole cents is never within a twentieth of where this turns over.
  const part: Rule = (w) => Math.floor(0.1 * w * 100 + 0.35) / 100;
  const stake = (cents: number) => Math.round(100 * part(cents / 100, 1));
  let worth = Array.from({length: 4001}, (_, cents) => cents / 100);
  for (let b = 0; b < game.rounds; ++b)
    worth = worth.map((v, cents) =>
      cents === 0 || cents === 4000
        ? v
        : 0.6 * worth[Math.min(4000, cents + stake(cents))]! + 0.4 * worth[cents - stake(cents)]!
    );
  const {mean} = outcome(rule(part, {steady: true}), game);
  assert.ok(Math.abs(mean - worth[2500]!) < 1e-9, `${mean}, ${worth[2500]}`);
});

test("a stake that cannot be paid is an error where the player gets there, and only there", () => {
  const bad = (stake: Rule, message: RegExp, game = defaultGame) =>
    assert.throws(() => outcome(rule(stake), game), {name: "RangeError", message});
  bad(() => 30, /stake is 30 with wealth 25 and 300 rounds left/);
  bad(() => -1, /stake is -1 with wealth 25/);
  bad(() => Number.NaN, /stake is NaN/);
  bad((w) => Math.max(1, 0.2 * w), /stake is 1 with wealth 0\.\d+ and \d+ rounds left/);
  // $5 at a time from $25 never meets a wealth between 0 and 5.
  assert.ok(
    outcome(
      rule(() => 5),
      defaultGame
    ).mean > 25
  );
});
