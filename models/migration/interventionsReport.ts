import type {EndingEstimate, EndingMeasure, EndingPlan} from "./files.js";
import {type Ensemble, estimate, pairedDifference} from "./interventionsEnsemble.js";
import type {Outcome} from "./interventionsOutcome.js";

const measures: readonly EndingMeasure[] = [
  "T90",
  "loss",
  "welfareLoss",
  "switchingLoss",
  "enforcementLoss",
  "subsidies",
  "sunsetBurden",
  "misery"
];

/** What a data file says of one plan: an ensemble in figures, against another on the same seeds. Rounded to `digits`. */
export function reportPlan(id: string, wars: Ensemble, base: Ensemble, years: number, digits = 4): EndingPlan {
  const round = (value: number) => Number(value.toFixed(digits));
  const rounded = ({mean, error}: EndingEstimate) => ({mean: round(mean), error: round(error)});
  // A war that is not over by the horizon counts as over there.
  const values = ({outcomes}: Ensemble, name: EndingMeasure) =>
    outcomes.map((d: Outcome) => (name === "T90" ? Math.min(years, d.T90) : d[name]));
  const difference = (name: "T90" | "loss" | "misery") => {
    const [own, other] = [values(wars, name), values(base, name)];
    const apart = Math.hypot(estimate(own).error, estimate(other).error);
    return {...rounded(pairedDifference(own, other)), apart: round(apart)};
  };
  const shares = (list: Float64Array) => Array.from(list, (v) => Number(v.toFixed(3)));
  return {
    id,
    mean: shares(wars.mean),
    low: shares(wars.low),
    high: shares(wars.high),
    won: wars.outcomes.filter(({T90}) => T90 <= years).length / wars.outcomes.length,
    measures: Object.fromEntries(
      measures.map((name) => [name, rounded(estimate(values(wars, name)))])
    ) as EndingPlan["measures"],
    difference: {T90: difference("T90"), loss: difference("loss"), misery: difference("misery")}
  };
}

/** Every so many entries of the shares over time: as many as a chart can show. */
export function thinned(plan: EndingPlan, every: number): EndingPlan {
  const thin = (list: number[]) => list.filter((_, i) => i % every === 0);
  return {...plan, mean: thin(plan.mean), low: thin(plan.low), high: thin(plan.high)};
}
