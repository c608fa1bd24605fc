import {baselines, ceilingCurve, logisticCurve, migrationCurve} from "../../models/migration/fitCurves.js";
import {adoptionRows} from "../../models/migration/fitFigures.js";
import {fitMigration} from "../../models/migration/fitModel.js";
import {fitUntil} from "../../models/migration/fitReport.js";
import {type Series, seriesOf, yearAt} from "../../models/migration/fitSeries.js";
import {type SubjectName, subjects} from "../../models/migration/fitSubjects.js";
import {criticalCoupling} from "../../models/migration/meanField.js";
import {percent} from "../format.js";
import {signed} from "./format.js";

/** Computed once for each argument, and only when a page asks. */
function once<Key, T>(compute: (key: Key) => T): (key: Key) => T {
  const results = new Map<Key, T>();
  return (key) => {
    if (!results.has(key)) results.set(key, compute(key));
    return results.get(key)!;
  };
}

const switchingCost = 1;
const critical = (k = switchingCost) => criticalCoupling({switchingCost: k});
const series = once((name: SubjectName): Series => seriesOf(adoptionRows, subjects[name].id));
const game = once((name: SubjectName) => fitUntil(series(name), migrationCurve(switchingCost)).summary.result!);
const logistic = once((name: SubjectName) => fitUntil(series(name), logisticCurve).summary.result!);
const ceiling = once((name: SubjectName) => fitUntil(series(name), ceilingCurve).summary.result!);
const wide = once((name: SubjectName) => fitUntil(series(name), migrationCurve(switchingCost, 40)).summary.result!);
const atCost = once((k: number) => fitMigration(series("downloads"), {switchingCost: k}));
const forecast = once((until: number) => ({
  game: fitUntil(series("downloads"), migrationCurve(switchingCost), until).summary,
  logistic: fitUntil(series("downloads"), logisticCurve, until).summary
}));

const points = (value: number, digits = 2) => value.toFixed(digits);
const ratio = (name: SubjectName) => points(game(name).parameters[2]! / critical());
const shareAt = (name: SubjectName, i: number, digits = 1) => percent(series(name).share.at(i)!, digits);
const halves = () => yearAt(series("downloads"), 0.5)! - yearAt(series("packages"), 0.5)!;

const names = Object.keys(subjects) as SubjectName[];
/** How many series the game fits better than any other curve, by AICc, parameters paid for. */
const wins = () =>
  names.filter((name) => {
    const own = game(name).aicc;
    const others = baselines.map((curve) => fitUntil(series(name), curve).summary.result!.aicc);
    return own !== null && others.every((other) => other === null || own < other);
  }).length;
const settled = () => names.filter((name) => !game(name).atBound.includes("coupling")).length;
const inWords = (count: number) => "none one two three four five six seven".split(" ")[count]!;

/** The share at which the fitted game comes to rest. */
function rest(name: SubjectName): number {
  const end = new Float64Array(1);
  migrationCurve(switchingCost).shares(game(name).parameters, [200], end);
  return end[0]!;
}

/** The computed numbers that the page src/migration/real.md quotes, by name; each name begins with `real.`. */
export const realQuotes: Record<string, () => string> = {
  "real.pace": () => points(game("downloads").parameters[0]!),
  "real.bias": () => signed(game("downloads").parameters[1]!, 3),
  "real.coupling": () => points(game("downloads").parameters[2]!),
  "real.first": () => percent(game("downloads").parameters[3]!),
  "real.critical": () => points(critical()),
  "real.ratio": () => ratio("downloads"),
  "real.ratioSurveys": () => ratio("surveys"),
  "real.ratioHttps": () => ratio("https"),
  "real.rmse": () => points(game("downloads").rmse),
  "real.rmseLogistic": () => points(logistic("downloads").rmse),
  "real.rmseHttps": () => points(game("https").rmse),
  "real.rmseHttpsLogistic": () => points(logistic("https").rmse),
  "real.rmseHttpsCeiling": () => points(ceiling("https").rmse),
  "real.paceHttps": () => points(game("https").parameters[0]!),
  "real.rmseIpv6": () => points(game("ipv6").rmse),
  "real.rmseIpv6Ceiling": () => points(ceiling("ipv6").rmse),
  "real.ceilingIpv6": () => percent(ceiling("ipv6").parameters[2]!, 0),
  "real.wideIpv6": () => points(wide("ipv6").parameters[2]!, 0),
  "real.rmseIpv6Wide": () => points(wide("ipv6").rmse),
  "real.lagIpv6": () => points(game("ipv6").lagOne),
  "real.rmseCost0": () => points(atCost(0).rmse),
  "real.rmseCost2": () => points(atCost(2).rmse),
  "real.rmseCost4": () => points(atCost(4).rmse),
  "real.ratioCost0": () => points(atCost(0).parameters[2]! / critical(0)),
  "real.ratioCost4": () => points(atCost(4).parameters[2]! / critical(4)),
  "real.known2019": () => String(forecast(2019).game.known),
  "real.coupling2019": () => points(forecast(2019).game.result!.parameters[2]!),
  "real.ahead2019": () => points(forecast(2019).game.result!.ahead!, 1),
  "real.aheadLogistic2019": () => points(forecast(2019).logistic.result!.ahead!, 1),
  "real.known2019half": () => String(forecast(2019.5).game.known),
  "real.coupling2019half": () => points(forecast(2019.5).game.result!.parameters[2]!),
  "real.ahead2019half": () => points(forecast(2019.5).game.result!.ahead!, 1),
  "real.aheadLogistic2019half": () => points(forecast(2019.5).logistic.result!.ahead!, 1),
  "real.ahead2021": () => points(forecast(2021).game.result!.ahead!, 1),
  "real.aheadLogistic2021": () => points(forecast(2021).logistic.result!.ahead!, 1),
  "real.share2021": () => percent(series("downloads").share[forecast(2021).game.known - 1]!, 0),
  "real.ready2013": () => percent(series("packages").share[1]!, 0),
  "real.downloads2016": () => shareAt("downloads", 0),
  "real.downloadsEnd": () => shareAt("downloads", -1, 0),
  "real.halves": () => `${halves().toFixed(1)} years`,
  "real.figures": () => String(adoptionRows.length),
  "real.wins": () => inWords(wins()),
  "real.series": () => inWords(names.length),
  "real.unsettled": () => inWords(names.length - settled()),
  "real.restHttps": () => percent(rest("https"), 0)
};
