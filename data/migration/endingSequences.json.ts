import type {EndingSequencesFile} from "../../models/migration/files.js";
import {type Offer, offerSettings, searchSequences} from "../../models/migration/interventions.js";
import {instantSwitch, judgePlan} from "../../models/migration/interventionsStudy.js";
import {presets, type SomeParameters} from "../../models/migration/parameters.js";

const smoke = process.env.THREE_GAMES_PROFILE === "smoke";
const search = {years: 40, every: smoke ? 2 : 1, most: 3, changesUntil: 20} as const;
// The split war before its shims: whether to have them is what is searched for.
const {shimOld: _old, shimNew: _new, ...split} = presets.split;
const wars: Record<string, SomeParameters> = {prolonged: presets.prolonged, stuck: presets.stuck, split};
const cases: {offer: Offer; price: number}[] = [
  {offer: "shims", price: 0},
  {offer: "shims", price: 0.05},
  {offer: "twoWay", price: 0},
  {offer: "subsidy", price: 0.05}
];
const round = (value: number) => Number(value.toFixed(4));
let done = 0;

process.stdout.write(
  JSON.stringify({
    note: "Loss of the average user over 40 years in the mean field, prices of what is in force included, in utility; the best sequence of each order of settings, the best first. A shim costs its price a year and user, one that works both ways twice that; a subsidy costs the price and what is paid out is a transfer.",
    ...search,
    wars: Object.entries(wars).map(([id, p]) => ({
      id,
      nothing: round(judgePlan(p, {id, label: "", plan: {}}).outcome.loss),
      instant: round(instantSwitch(p)),
      searches: cases.map(({offer, price}) => {
        process.stderr.write(`progress ${(done++ / 12).toFixed(2)} ${id}: ${offer} at ${price}\n`);
        const {best, tried} = searchSequences(p, {
          ...search,
          settings: offerSettings(offer, {shim: price}),
          keep: 6,
          distinct: true
        });
        return {
          offer,
          price,
          tried,
          best: best.map(({steps, loss, finalShare}) => ({steps, loss: round(loss), finalShare: round(finalShare)}))
        };
      })
    }))
  } satisfies EndingSequencesFile)
);
