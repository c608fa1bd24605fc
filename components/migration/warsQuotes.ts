import {criticalCoupling, fixedPoints, miseryThreshold, timeTo, trajectory} from "../../models/migration/meanField.js";
import {outlook} from "../../models/migration/outlook.js";
import {defaults, presets, type SomeParameters} from "../../models/migration/parameters.js";
import {coupling, newPayoff, oldPayoff, welfare} from "../../models/migration/payoff.js";
import {sandboxWar, sandboxYears} from "../../models/migration/sandboxWar.js";
import {delayCost, logOfCourse, netGain, paidFrom} from "../../models/migration/warLog.js";
import {percent} from "../format.js";
import {signed, years} from "./format.js";

const utility = (value: number) => signed(value, 1);

/** A war of the mean field, written down. */
const log = (preset: SomeParameters) => logOfCourse(preset, trajectory(preset, {years: sandboxYears}));

const delay = (preset: SomeParameters) => {
  const found = log(preset);
  return delayCost(found, found.time.length - 1);
};

const net = (preset: SomeParameters) => {
  const found = log(preset);
  return netGain(found, found.time.length - 1);
};

/** Where nine in ten crowds of so many are after ten years of the default war. */
function bandAfterTen(agents: number): string {
  const start = {time: 0, share: defaults.initialShare, gone: 0, switchingCost: defaults.switchingCost};
  const {low, high} = outlook(defaults, start, {agents, until: 10, step: 10});
  return `between ${percent(low[1]!, 0)} and ${percent(high[1]!, 0)}`;
}

/** When nine in ten have moved in the stuck war, if users look at their neighbours alone: a war of the sandbox, seed 1. */
function localT90(): number {
  const samples = sandboxWar({...presets.stuck, locality: 1}, {side: 100, seed: "1"}).advanceTo(sandboxYears);
  return samples.find((d) => d.share >= 0.9)?.time ?? Infinity;
}

const restingShare = (preset: SomeParameters) =>
  fixedPoints(preset)
    .filter((point) => point.stable)
    .map((point) => percent(point.share, 0));

/** The computed numbers that the page src/migration/wars.md quotes, by name; each name begins with `wars.`. */
export const warsQuotes: Record<string, () => string> = {
  "wars.allOld": () => utility(oldPayoff(defaults, 0)),
  "wars.allNew": () => utility(newPayoff(defaults, 1)),
  "wars.half": () => utility(welfare(defaults, 0.5)),
  "wars.halfOld": () => utility(oldPayoff(defaults, 0.5)),
  "wars.halfNew": () => utility(newPayoff(defaults, 0.5)),
  "wars.firstAdopter": () => utility(newPayoff(defaults, 0) - oldPayoff(defaults, 0)),
  "wars.lastHoldout": () => utility(oldPayoff(defaults, 1) - oldPayoff(defaults, 0)),
  "wars.misery": () => percent(miseryThreshold(defaults), 0),
  "wars.coupling": () => utility(coupling(defaults)),
  "wars.critical": () => criticalCoupling(defaults).toFixed(2),
  "wars.prolongedT90": () => years(timeTo(presets.prolonged, 0.9)),
  "wars.fastT90": () => years(timeTo(presets.fast, 0.9)),
  "wars.prolongedDelay": () => utility(delay(presets.prolonged)),
  "wars.prolongedYears": () => (delay(presets.prolonged) / oldPayoff(defaults, 0)).toFixed(0),
  "wars.fastDelay": () => utility(delay(presets.fast)),
  "wars.prolongedPaid": () => paidFrom(log(presets.prolonged)).toFixed(0),
  "wars.fastPaid": () => paidFrom(log(presets.fast)).toFixed(0),
  "wars.stuckAt": () => restingShare(presets.stuck)[0]!,
  "wars.stuckDelay": () => utility(delay(presets.stuck)),
  "wars.stuckNet": () => utility(-net(presets.stuck)),
  "wars.localT90": () => years(localT90()),
  "wars.splitAt": () => restingShare(presets.split)[0]!,
  "wars.splitDelay": () => utility(delay(presets.split)),
  "wars.bandSmall": () => bandAfterTen(400),
  "wars.bandLarge": () => bandAfterTen(10_000)
};
