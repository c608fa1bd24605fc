import {
  beliefSweep,
  enforcementSweep,
  feasibleThresholds,
  instantSwitch,
  type Judged,
  judged,
  judgePlan,
  meanFieldPlans,
  offerSettings,
  outcome,
  planTrajectory,
  searchSequences
} from "../../models/migration/interventions.js";
import {spinodal, timeTo} from "../../models/migration/meanField.js";
import {presets, type SomeParameters} from "../../models/migration/parameters.js";
import {percent} from "../format.js";
import {intervalWords} from "./endingPledge.js";
import {sequenceWords} from "./endingTimelines.js";
import {years} from "./format.js";

/** Computed once, and only when a page asks. */
function once<T>(compute: () => T): () => T {
  let result: {value: T} | undefined;
  return () => (result ??= {value: compute()}).value;
}

/** As the charts have it, so that a number reads the same in both. */
const fine = judged;
const splitWar: SomeParameters = {...presets.split, shimOld: 0, shimNew: 0};
const wars: Record<string, SomeParameters> = {usual: {}, stuck: presets.stuck, fast: presets.fast, split: splitWar};
const verdicts = Object.fromEntries(
  Object.entries(wars).map(([war, p]) => [
    war,
    once(() => new Map(meanFieldPlans().map((plan) => [plan.id, judgePlan(p, plan, fine)])))
  ])
) as Record<string, () => Map<string, Judged>>;
const result = (war: string, id: string) => verdicts[war]!().get(id)!.outcome;

const thresholds = (advantage: number) => () => feasibleThresholds({advantage}).map(intervalWords).join(" and ");

/** The least advantage, to a hundredth, at which pressing at a strength lowers the loss. */
const pressedFrom = (strength: number, backlash: number) => () => {
  for (let i = 0; i <= 200; ++i) {
    const {loss} = enforcementSweep({advantage: i / 100}, backlash, [0, strength], {years: 40, step: 40});
    if (loss[1]! < loss[0]!) return (i / 100).toFixed(2);
  }
  return "2";
};

/** The least strength, to a twentieth, at which enforcement lowers the loss of a war by more than 1. */
const pressedAbove = (p: SomeParameters, backlash: number) => () => {
  const strengths = Array.from({length: 81}, (_, i) => i / 20);
  const {loss} = enforcementSweep(p, backlash, strengths, {years: 40, step: 40});
  const found = loss.findIndex((v) => v < loss[0]! - 1);
  return found < 0 ? "4" : strengths[found]!.toFixed(2);
};

/** The best with at most one change: the tests see to it that two changes do no better. */
const search = once(() => {
  const find = (p: SomeParameters, offer: "shims" | "twoWay", shim: number) => {
    const settings = offerSettings(offer, {shim});
    return searchSequences(p, {settings, every: 1, changesUntil: 20, most: 2, keep: 1}).best[0]!;
  };
  return {
    free: find({}, "shims", 0),
    priced: find({}, "shims", 0.05),
    twoWay: find({}, "twoWay", 0),
    split: find(splitWar, "twoWay", 0)
  };
});

/** The price from which a shim for adopters is best taken away again in the usual war: where the years it is spared pay. */
const withdrawnFrom = () => {
  const change = {shimNew: 1};
  const loss = (until: number) => outcome({}, planTrajectory({}, {measures: [{until, change}]}, {step: 40})).loss;
  const kept = loss(Infinity);
  const prices = Array.from({length: 20}, (_, i) => (loss(i + 1) - kept) / (40 - i - 1));
  return Math.min(...prices).toFixed(3);
};

const quotes: Record<string, () => string> = {
  withdrawnFrom,
  "nothing.T90": () => years(result("usual", "none").T90),
  "nothing.loss": () => result("usual", "none").loss.toFixed(1),
  instant: () => instantSwitch({}).toFixed(1),
  "stuck.nothing": () => result("stuck", "none").loss.toFixed(1),
  tips: () => spinodal({})?.[1].toFixed(2) ?? "none",
  "shimOld.half": () => years(timeTo({shimOld: 0.5}, 0.9, {within: 1000})),
  "shimOld.share": () => percent(result("usual", "shimOld").finalShare, 0),
  "shimNew.half": () => years(timeTo({shimNew: 0.5}, 0.9)),
  "split.share": () => percent(result("split", "shims").finalShare),
  "split.shims": () => result("split", "shims").loss.toFixed(1),
  "split.nothing": () => result("split", "none").loss.toFixed(1),
  "split.withdrawn": () => result("split", "withdrawn").loss.toFixed(1),
  "disbelief.cost": () => (result("usual", "disbelieved").loss - result("usual", "believed").loss).toFixed(1),
  "belief.soft": () => beliefSweep({}, {year: 5, strength: 2}, [0.2], fine).loss[0]!.toFixed(1),
  "belief.moved": () => percent(verdicts.usual!().get("believed")!.share[Math.round(4 / fine.step)]!, 0),
  "pledge.half": thresholds(0.5),
  "pledge.stuck": thresholds(0.75),
  "pledge.usual": thresholds(1),
  "pledge.edge": () => `${(feasibleThresholds({advantage: 0.75}).at(-1)![0] * 100).toFixed(2)} %`,
  "pressure.stuck": () =>
    outcome(presets.stuck, planTrajectory(presets.stuck, {measures: [{change: {enforcement: 1}}]})).loss.toFixed(1),
  "pressure.cost": () => result("stuck", "enforcement").enforcementLoss.toFixed(1),
  "pressure.above": pressedAbove(presets.stuck, 0),
  "pressure.aboveBacklash": pressedAbove(presets.stuck, 0.3),
  "pressure.from1": pressedFrom(1, 0),
  "pressure.from2": pressedFrom(2, 0),
  "pressure.from1Backlash": pressedFrom(1, 0.3),
  "search.free": () => sequenceWords(search().free.steps),
  "search.freeLoss": () => search().free.loss.toFixed(2),
  "search.priced": () => sequenceWords(search().priced.steps),
  "search.pricedLoss": () => search().priced.loss.toFixed(2),
  "search.twoWay": () => sequenceWords(search().twoWay.steps),
  "search.twoWayLoss": () => search().twoWay.loss.toFixed(2),
  "search.split": () => sequenceWords(search().split.steps),
  "search.splitLoss": () => search().split.loss.toFixed(2)
};
for (const id of meanFieldPlans().map((plan) => plan.id)) {
  quotes[`${id}.T90`] ??= () => years(result("usual", id).T90);
  quotes[`${id}.loss`] ??= () => result("usual", id).loss.toFixed(1);
  quotes[`stuck.${id}`] ??= () => result("stuck", id).loss.toFixed(1);
  quotes[`fast.${id}`] ??= () => result("fast", id).loss.toFixed(1);
}

/** The computed numbers that the page src/migration/ending.md quotes, by name; each name begins with `ending.`. */
export const endingQuotes: Record<string, () => string> = Object.fromEntries(
  Object.entries(quotes).map(([name, compute]) => [`ending.${name}`, once(compute)])
);
