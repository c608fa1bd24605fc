import type {BitcreepFile} from "../../models/migration/files.js";
import {meanMisery, misery} from "../../models/migration/misery.js";
import {miseryEnsemble} from "../../models/migration/miseryEnsemble.js";
import {significant} from "../../models/round.js";

const smoke = process.env.THREE_GAMES_PROFILE === "smoke";
const years = 40;
const agents = 400;
const seeds = smoke ? 40 : 400;
const cells = smoke ? 21 : 81;
const steps = (from: number, to: number, count: number) =>
  Array.from({length: count}, (_, i) => Number((from + ((to - from) * i) / (count - 1)).toFixed(4)));
const bitcreep = steps(0, 4, cells);
const advantage = steps(0, 3, cells);

const tell = (done: number, text: string) => process.stderr.write(`progress ${done.toFixed(2)} ${text}\n`);
const field = bitcreep.flatMap((kappa, i) => {
  tell((0.5 * i) / cells, `bitcreep ${kappa}`);
  return advantage.map((gain) => significant(misery({bitcreep: kappa, advantage: gain}, {years, step: 0.25}), 4));
});

const rows = steps(0, 2, smoke ? 5 : 21);
const ensemble = rows.map((kappa, i) => {
  tell(0.5 + (0.5 * i) / rows.length, `agents at bitcreep ${kappa}`);
  const p = {bitcreep: kappa};
  const {mean, error} = miseryEnsemble(p, {agents, seeds, years, name: `bitcreep ${kappa}`});
  return {
    bitcreep: kappa,
    mean: significant(mean, 6),
    error: significant(error, 4),
    chain: significant(meanMisery(p, agents, {years}), 6),
    meanField: significant(misery(p, {years}), 6)
  };
});

process.stdout.write(
  JSON.stringify({
    note: `Misery: what adopters lose against a world without the new platform, summed over adopters and ${years} years and divided by all users, in utility; all other parameters at their defaults. The field is the mean field, row by row, to four digits, with losses added up every quarter of a year. The ensemble: wars of ${agents} well-mixed agents, the mean over ${seeds} seeds and its standard error, beside the exact mean of the birth–death chain and the mean field.`,
    years,
    bitcreep,
    advantage,
    misery: field,
    agents,
    seeds,
    ensemble
  } satisfies BitcreepFile)
);
