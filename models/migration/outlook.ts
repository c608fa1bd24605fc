import {checkBetween, checkWhole} from "../check.js";
import {exactness} from "./chain.js";
import {parameterInfo} from "./parameterInfo.js";
import {checkParameters, type Parameters, type SomeParameters} from "./parameters.js";
import {trajectory} from "./trajectory.js";
import {transient} from "./transient.js";

/** A moment of a war from which to look ahead. */
export interface Moment {
  /** Years from the start. */
  time: number;
  /** The shares on the new platform and on a third one. */
  share: number;
  gone: number;
  /** k as it now is. */
  switchingCost: number;
}

/** What is to be expected from a moment on. Arrays are of one length. */
export interface Outlook {
  time: Float64Array;
  /** The mean share: of the exact chain, or of the mean field where there is no chain; empty where there is neither. */
  mean: Float64Array;
  /** Where nine in ten wars lie at each time; empty where there is no exact chain. */
  low: Float64Array;
  high: Float64Array;
  /** Why there is no exact chain; empty where there is. */
  because: string;
}

export interface OutlookOptions {
  /** Agents of the chain. */
  agents?: number;
  /** The time at which to stop looking, and how often to look, in years. */
  until?: number;
  step?: number;
}

/**
 * What is to be expected of a war from a moment on if the parameters stay: the exact law of `agents` well-mixed agents
 * where it holds, else the mean field alone. The sunset keeps its date; `initialShare` and `switchingCost` give way to
 * those of the moment, and rot is at rest.
 *
 * @throws RangeError naming a parameter, the moment's share, agents, until or step.
 */
export function outlook(
  given: SomeParameters,
  {time: start, share, gone, switchingCost}: Moment,
  {agents = 400, until = 40, step = 0.5}: OutlookOptions = {}
): Outlook {
  checkWhole("agents", agents, 1, 1e6);
  checkBetween("until", until, start, 1e5);
  checkBetween("step", step, 1e-3, 1e5);
  const none = new Float64Array();
  if (switchingCost > parameterInfo.switchingCost.range[1])
    return {time: none, mean: none, low: none, high: none, because: "pressure has hardened all beyond moving"};
  const p = later(checkParameters(given), start, checkBetween("share", share, 0, 1), switchingCost);
  if (gone > 0 && p.exitValue === -Infinity)
    return {time: none, mean: none, low: none, high: none, because: "some have gone to a platform that is no more"};
  const exact = exactness(p);
  if (exact.exact) {
    const count = Math.ceil((until - start) / step - 1e-9);
    const times = Float64Array.from({length: count + 1}, (_, i) => Math.min(until - start, i * step));
    const {mean, quantiles} = transient(p, agents, {times, levels: [0.05, 0.95]});
    const [low, high] = quantiles as [Float64Array, Float64Array];
    return {time: times.map((t) => start + t), mean, low, high, because: ""};
  }
  if (gone > 0) return {time: none, mean: none, low: none, high: none, because: exact.because};
  const run = trajectory(p, {years: until - start, step});
  return {time: run.time.map((t) => start + t), mean: run.share, low: none, high: none, because: exact.because};
}

/** The parameters as they look `start` years on. */
function later(p: Readonly<Parameters>, start: number, initialShare: number, switchingCost: number) {
  const year = Math.max(0, p.sunset.year - start);
  return checkParameters({...p, initialShare, switchingCost, sunset: {...p.sunset, year}});
}
