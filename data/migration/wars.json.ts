import type {MeasuredRow, WarsFile, WarsRow} from "../../models/migration/files.js";
import {checkParameters, presets} from "../../models/migration/parameters.js";
import {type Measured, warEnsemble} from "../../models/migration/warEnsemble.js";
import {significant} from "../../models/round.js";

/** The four presets fought by agents and solved exactly, in crowds of 400. A smoke test fights fewer wars. */
const agents = 400;
const wars = process.env.THREE_GAMES_PROFILE === "smoke" ? 100 : 1000;

const list = (values: Float64Array) => Array.from(values, (v) => significant(v, 5));
const measured = ({mean, error, exact, score}: Measured): MeasuredRow => ({
  mean: significant(mean, 5),
  error: significant(error, 4),
  exact: significant(exact, 5),
  score: significant(score, 3)
});

let time: number[] = [];
const rows = Object.entries(presets).map(([id, preset], i): WarsRow => {
  process.stderr.write(`progress ${i / 4} ${id}\n`);
  const found = warEnsemble(preset, {agents, wars, seed: id});
  const {switchingCost, initialShare} = checkParameters(preset);
  time = list(found.time);
  const {mean, low, high} = found.exact;
  const squares = found.scores.reduce((sum, z) => sum + z * z, 0);
  return {
    id,
    exact: {mean: list(mean), low: list(low), high: list(high)},
    sample: {mean: list(found.wars.mean), low: list(found.wars.low), high: list(found.wars.high)},
    mostScore: significant(Math.max(...found.scores.map(Math.abs)), 3),
    meanSquare: significant(squares / (found.scores.length - 1), 3),
    won: found.won,
    meanFieldT90: found.meanFieldT90 === Infinity ? null : significant(found.meanFieldT90, 5),
    T90: found.T90 && measured(found.T90),
    meanFieldLoss: significant(found.meanFieldLoss, 5),
    loss: measured(found.loss),
    instantCost: switchingCost * (1 - initialShare)
  };
});

process.stdout.write(
  JSON.stringify({
    note: `${wars} wars of ${agents} agents for each preset, on seeds of their own; shares twice a year, rounded to five digits.`,
    agents,
    wars,
    time,
    rows
  } satisfies WarsFile)
);
