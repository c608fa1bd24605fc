import type {StrategiesFile} from "../../models/kelly/files.js";
import {defaultGame} from "../../models/kelly/game.js";
import {payoffByFraction, payoffs} from "../../models/kelly/payoffs.js";
import {constantFraction, kelly, meansByHorizon} from "../../models/kelly/strategies.js";

const steps = (count: number) => Array.from({length: count + 1}, (_, i) => i / count);
const fine = steps(200);
// Each clipped mean takes a while, and beyond one half nobody looks for the best.
const coarse = steps(40).slice(0, 21);
const round = (numbers: Iterable<number>) => Array.from(numbers, (v) => Number(v.toFixed(4)));
const {optimal, kelly: kellyCut} = payoffs(defaultGame, 0);
const clipped = coarse.map((f, i) => {
  process.stderr.write(`progress ${(i / coarse.length).toFixed(2)} expected payoff by fraction\n`);
  return meansByHorizon(constantFraction(f), defaultGame, {tolerance: 0.02}).at(-1)!;
});

process.stdout.write(
  JSON.stringify({
    note: "Expected final dollars, rounded to four decimals. cut: the win is cut at the ceiling; exact. clipped: the stake is at most what the ceiling leaves to win; within $0.02, kellyClipped within $0.001 at the longest horizon.",
    game: defaultGame,
    byHorizon: {
      optimal: round(optimal),
      kellyCut: round(kellyCut),
      kellyClipped: round(meansByHorizon(kelly(), defaultGame))
    },
    byFraction: {
      cut: {fraction: fine, mean: round(payoffByFraction(defaultGame, fine))},
      clipped: {fraction: coarse, mean: round(clipped)}
    }
  } satisfies StrategiesFile)
);
