import {firstPassage} from "../../models/migration/birthDeath.js";
import {bottleneck} from "../../models/migration/bottleneck.js";
import {escapeLaw} from "../../models/migration/escapeLaw.js";
import {
  advantageAt,
  criticalCoupling,
  fixedPoints,
  hysteresis,
  miseryThreshold,
  spinodal,
  timeTo
} from "../../models/migration/meanField.js";
import {presets} from "../../models/migration/parameters.js";
import {passageEnds, passageStudy} from "../../models/migration/passageStudy.js";
import {coupling} from "../../models/migration/payoff.js";
import {percent} from "../format.js";
import {signed, years} from "./format.js";
import {doubtful, evenStart} from "./passageChances.js";

const {stuck} = presets;
const rests = () => fixedPoints(stuck).map(({share}) => share);
const edges = () => spinodal()!;
const passage = (agents: number) => {
  const {from, ninety} = passageEnds(stuck, agents);
  return firstPassage(stuck, agents, {from, to: ninety});
};
const whole = (time: number) => `${Number(time.toPrecision(2)).toLocaleString("en-US")} years`;
const curve = (agents: number) => passageStudy(stuck, [agents], [agents]).absorption[0]!;

/** The computed numbers that the page src/migration/tipping.md quotes, by name; each name begins with `tipping.`. */
export const tippingQuotes: Record<string, () => string> = {
  "tipping.advantage": () => signed(stuck.advantage),
  "tipping.valley": () => percent(rests()[0]!),
  "tipping.pass": () => percent(rests()[1]!),
  "tipping.top": () => percent(rests()[2]!),
  "tipping.barrier": () => signed(escapeLaw(stuck)!.barrier, 3),
  "tipping.coupling": () => signed(coupling({}), 1),
  "tipping.critical": () => signed(criticalCoupling(), 4),
  "tipping.criticalFree": () => signed(criticalCoupling({switchingCost: 0}), 0),
  "tipping.spinodalLow": () => signed(edges()[0]),
  "tipping.spinodalHigh": () => signed(edges()[1]),
  "tipping.edgeShare": () => percent(bottleneck()!.share),
  "tipping.passEven": () => percent(fixedPoints({advantage: 0})[1]!.share, 0),
  "tipping.loop": () => signed(hysteresis().area, 3),
  "tipping.sweep20": () => signed(hysteresis({}, {years: 20}).area, 3),
  "tipping.sweep100": () => signed(hysteresis({}, {years: 100}).area, 3),
  "tipping.T90": () => years(timeTo({}, 0.9)),
  "tipping.T90fast": () => years(timeTo(presets.fast, 0.9)),
  "tipping.T90just": () => years(timeTo({advantage: edges()[1] + 0.001}, 0.9)),
  "tipping.beyond": () => signed(1 - edges()[1]),
  "tipping.toHalf": () => years(timeTo({}, 0.5)),
  "tipping.toQuarter": () => years(timeTo({}, 0.25)),
  "tipping.lastStretch": () => years(timeTo({}, 0.9) - timeTo({}, 0.5)),
  "tipping.halfShare": () => percent(timeTo({}, 0.5) / timeTo({}, 0.9), 0),
  "tipping.misery": () => percent(miseryThreshold({}) ?? Number.NaN, 0),
  "tipping.slope": () => signed(bottleneck()!.slope, 3),
  "tipping.back": () => signed(advantageAt({}, 0.9)),
  "tipping.passage25": () => whole(passage(25)),
  "tipping.passage100": () => whole(passage(100)),
  "tipping.passage400": () => whole(passage(400)),
  "tipping.tenfold": () => String(Math.round(Math.log(10) / escapeLaw(stuck)!.barrier)),
  "tipping.even100": () => percent(evenStart(curve(100))!),
  "tipping.doubtLow": () => percent(doubtful(curve(100))[0], 0),
  "tipping.doubtHigh": () => percent(doubtful(curve(100))[1], 0),
  "tipping.doubtLow400": () => percent(doubtful(curve(400))[0], 0),
  "tipping.doubtHigh400": () => percent(doubtful(curve(400))[1], 0)
};
