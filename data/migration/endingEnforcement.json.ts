import {range} from "d3";
import type {EndingEnforcementFile} from "../../models/migration/files.js";
import {enforcementSweep} from "../../models/migration/interventions.js";

const smoke = process.env.THREE_GAMES_PROFILE === "smoke";
const steps = smoke ? {advantage: 0.1, strength: 0.2} : {advantage: 0.0125, strength: 0.05};
const tidy = (list: number[]) => list.map((v) => Number(v.toFixed(4)));
const advantages = tidy(range(0, 2 + 1e-9, steps.advantage));
const strengths = tidy(range(0, 3 + 1e-9, steps.strength));
const maps = [0, 0.3].map((backlash, m) => ({
  backlash,
  change: advantages.map((advantage, i) => {
    process.stderr.write(`progress ${((m + i / advantages.length) / 2).toFixed(2)} enforcement by advantage\n`);
    // Only the end is looked at; what is between does not change it.
    const {loss} = enforcementSweep({advantage}, backlash, strengths, {step: 40});
    return loss.map((v) => Number((v - loss[0]!).toFixed(2)));
  })
}));

process.stdout.write(
  JSON.stringify({
    note: "Loss of the average user over 40 years in the mean field, with enforcement less without, in utility, rounded to two decimals; everything else as in the default war.",
    advantages,
    strengths,
    maps
  } satisfies EndingEnforcementFile)
);
