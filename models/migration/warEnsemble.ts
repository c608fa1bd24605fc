import {deviation, mean, quantileSorted} from "d3";
import {checkWhole} from "../check.js";
import {createRun} from "./agents.js";
import {firstCount} from "./chain.js";
import {onNew} from "./exitChoice.js";
import {expectedLoss} from "./expectedLoss.js";
import {checkParameters, type SomeParameters} from "./parameters.js";
import {firstPassage} from "./passage.js";
import {timeTo, trajectory} from "./trajectory.js";
import {transient} from "./transient.js";

export interface EnsembleOptions {
  agents?: number;
  /** How many wars are fought, on the seeds `seed`-1, `seed`-2 … */
  wars?: number;
  seed?: string;
  years?: number;
  /** How often the share is looked at, in years. */
  step?: number;
}

/** A mean of many wars with its standard error, beside what theory says. */
export interface Measured {
  mean: number;
  error: number;
  /** The exact mean of the chain. */
  exact: number;
  /** (mean − exact) / error. */
  score: number;
}

/** Many wars under the same parameters beside the exact law; arrays are in step with `time`. */
export interface Ensemble {
  time: Float64Array;
  /** Mean and 5 % and 95 % quantiles of the share, exactly and over the wars. */
  exact: {mean: Float64Array; low: Float64Array; high: Float64Array};
  wars: {mean: Float64Array; low: Float64Array; high: Float64Array};
  /** How far the wars’ mean is from the exact one, in standard errors of the exact law; 0 at the start, where all agree. */
  scores: Float64Array;
  /** The share of wars that have had nine in ten on the new platform by the end. */
  won: number;
  /** T90: of the mean field, ∞ for never, and of wars that are all followed until they are won. Null where that takes ages. */
  meanFieldT90: number;
  T90: Measured | null;
  /** The average user's loss in the whole time against everybody on the new platform, in utility. */
  meanFieldLoss: number;
  loss: Measured;
}

/** A war that takes longer than this on average, in years, is not waited for. */
const patience = 60;

/**
 * Fights so many wars of agents and holds them against the exact chain of as many agents.
 *
 * @throws RangeError naming a parameter (see `exactness`), agents, wars, years or step.
 */
export function warEnsemble(given: SomeParameters, options: EnsembleOptions = {}): Ensemble {
  const {agents = 400, wars = 200, seed = "war", years = 40, step = 0.5} = options;
  const p = checkParameters(given);
  checkWhole("wars", wars, 2, 1e6);
  const count = Math.round(years / step);
  const time = Float64Array.from({length: count + 1}, (_, i) => i * step);
  const law = transient(p, agents, {times: time, levels: [0.05, 0.95]});
  const goal = Math.ceil(0.9 * agents);
  const exactT90 = firstPassage(p, agents, {to: goal});
  const shares = Array.from(time, () => new Float64Array(wars));
  const losses = new Float64Array(wars);
  const wonAt = new Float64Array(wars);
  for (let war = 0; war < wars; ++war) {
    let adopters = firstCount(p, agents);
    let won = adopters >= goal ? 0 : Infinity;
    const run = createRun(p, {
      agents,
      seed: `${seed}-${war + 1}`,
      onSwitch(at, _agent, to) {
        adopters += to === onNew ? 1 : -1;
        if (adopters >= goal && won === Infinity) won = at;
      }
    });
    time.forEach((at, i) => {
      run.advanceTo(at);
      shares[i]![war] = adopters / agents;
    });
    const {welfareLoss, switchingLoss, enforcementLoss} = run.now();
    losses[war] = welfareLoss + switchingLoss + enforcementLoss;
    while (won === Infinity && exactT90 < patience) run.advance(1);
    wonAt[war] = won;
  }
  for (const list of shares) list.sort();
  const spread = Math.sqrt(wars);
  const means = Float64Array.from(shares, (list) => mean(list)!);
  const course = trajectory(p, {years, step: years});
  return {
    time,
    exact: {mean: law.mean, low: law.quantiles[0]!, high: law.quantiles[1]!},
    wars: {
      mean: means,
      low: Float64Array.from(shares, (list) => quantileSorted(Array.from(list), 0.05)!),
      high: Float64Array.from(shares, (list) => quantileSorted(Array.from(list), 0.95)!)
    },
    // Where nothing is left to chance the two agree but for rounding, and have no score.
    scores: means.map((m, i) => (law.sd[i]! > 1e-9 ? ((m - law.mean[i]!) / law.sd[i]!) * spread : 0)),
    won: wonAt.filter((t) => t <= years).length / wars,
    meanFieldT90: timeTo(p, 0.9),
    T90: exactT90 < patience ? measured(wonAt, exactT90) : null,
    meanFieldLoss: [course.welfareLoss, course.switchingLoss, course.enforcementLoss].reduce(
      (sum, list) => sum + list.at(-1)!,
      0
    ),
    loss: measured(losses, expectedLoss(p, agents, {years}))
  };
}

function measured(values: Float64Array, exact: number): Measured {
  const error = deviation(values)! / Math.sqrt(values.length);
  const average = mean(values)!;
  return {mean: average, error, exact, score: (average - exact) / error};
}
