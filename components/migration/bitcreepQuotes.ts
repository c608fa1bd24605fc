import {miseryThreshold, timeTo} from "../../models/migration/meanField.js";
import {adopterBalance, holdoutBreakEven, holdoutEffect, misery, miseryEnd} from "../../models/migration/misery.js";
import {defaults, type SomeParameters} from "../../models/migration/parameters.js";
import {coupling} from "../../models/migration/payoff.js";
import {percent} from "../format.js";
import {signed, years} from "./format.js";

const off = {bitcreep: 0} as const;
const first = (p: SomeParameters) => signed(adopterBalance(p, defaults.initialShare).total);
const lost = (p: SomeParameters) => misery(p).toFixed(2);

/** The bitcreep, to a twentieth, at which the default war costs its adopters most. */
function worst(): number {
  const steps = Array.from({length: 81}, (_, i) => i / 20);
  return steps.reduce((a, b) => (misery({bitcreep: b}, {step: 0.25}) > misery({bitcreep: a}, {step: 0.25}) ? b : a));
}

/** The computed numbers that the page src/migration/bitcreep.md quotes, by name; each name begins with `bitcreep.`. */
export const bitcreepQuotes: Record<string, () => string> = {
  "bitcreep.J": () => String(coupling({})),
  "bitcreep.share": () => percent(miseryThreshold()),
  "bitcreep.year": () => years(miseryEnd().year),
  "bitcreep.T90": () => years(timeTo({}, 0.9)),
  "bitcreep.shareOff": () => percent(miseryThreshold(off)),
  "bitcreep.yearOff": () => years(miseryEnd(off).year),
  "bitcreep.first": () => first({}),
  "bitcreep.firstOff": () => first(off),
  "bitcreep.firstShare": () => percent(defaults.initialShare, 0),
  "bitcreep.network": () => signed(-adopterBalance({}, defaults.initialShare).network),
  "bitcreep.bitrot": () => signed(-adopterBalance({}, defaults.initialShare).bitrot),
  "bitcreep.bitcreep": () => signed(-adopterBalance({}, defaults.initialShare).bitcreep),
  "bitcreep.lost": () => lost({}),
  "bitcreep.lostOff": () => lost(off),
  "bitcreep.times": () => (misery({}) / misery(off)).toFixed(0),
  "bitcreep.lostShim": () => lost({shimNew: 1}),
  "bitcreep.yearShim": () => years(miseryEnd({shimNew: 1}).year),
  "bitcreep.worst": () => worst().toFixed(2),
  "bitcreep.lostWorst": () => lost({bitcreep: worst()}),
  "bitcreep.needed": () => signed(-adopterBalance({advantage: 0}, defaults.initialShare).total),
  "bitcreep.neededOff": () => signed(-adopterBalance({...off, advantage: 0}, defaults.initialShare).total),
  "bitcreep.costAt": () => signed(-holdoutEffect({}, 0.25).toAdopters),
  "bitcreep.worthAt": () => signed(holdoutEffect({}, 0.25).toHoldouts),
  "bitcreep.netAt": () => signed(holdoutEffect({}, 0.25).net),
  "bitcreep.netLate": () => signed(-holdoutEffect({}, 0.9).net),
  "bitcreep.evenShim": () => percent(holdoutBreakEven({shimOld: 1}), 1)
};
