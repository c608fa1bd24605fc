import {descentRate} from "../../models/gan/diracDescent.js";
import {orbitTime} from "../../models/gan/diracFlow.js";
import {flowRate} from "../../models/gan/diracGan.js";
import {pairText} from "./diracEigen.js";
import type {DiracState} from "./diracState.js";

/** What the charts of the page show, in words. */

const short = (value: number, digits = 3) => {
  const size = Math.abs(value);
  const text =
    size > 0 && (size < 1e-3 || size >= 1e4) ? value.toExponential(1) : String(Number(value.toPrecision(digits)));
  return text.replaceAll("-", "−");
};

/** The greatest |μ| with as many digits as tell it from 1. */
export function radiusText(radius: number): string {
  const off = Math.abs(radius - 1);
  return radius.toFixed(off < 1e-12 ? 0 : off < 0.01 ? 5 : 3);
}

const fates: Record<DiracState["fate"], string> = {
  "spirals in": "spirals into the equilibrium",
  "walks in": "walks into the equilibrium without turning",
  circles: "neither arrives nor leaves",
  "spirals out": "spirals away",
  "runs away": "runs away"
};

/** The main figure. */
export function diracSummary(state: DiracState): string {
  const {eigenvalues, game, radius, fate, distance} = state;
  const rate = flowRate(game);
  const time = orbitTime(game, distance);
  const flow =
    rate > 0
      ? `The flow’s eigenvalues are ${pairText(eigenvalues)}: what is left halves every ${short(Math.log(2) / rate)} units of time in the end.`
      : time === null
        ? `The flow’s eigenvalues are ${pairText(eigenvalues)}: seen from near by it circles, and only far out this loss draws it in.`
        : `The flow’s eigenvalues are ${pairText(eigenvalues)}: it circles for ever, once in ${short(time)} units of time from here.`;
  return `${flow} Each iteration of training multiplies the distance by ${radiusText(radius)} near the equilibrium: it ${fates[fate]}.`;
}

/** The distance over time. */
export function distanceSummary({distance, flow, training, solved, unsolved}: DiracState): string {
  const left = Math.exp(flow.logDistance.at(-1)!);
  const last = training.distance.at(-1)!;
  const steps = training.time.length - 1;
  const trained = training.lost
    ? `Training was stopped after ${steps.toLocaleString("en-US")} iterations, as it ran away.`
    : `Training is at ${short(last)} after ${steps.toLocaleString("en-US")} iterations.`;
  const check = solved
    ? ` Rings: the same flow by mathjs.solveODE, in ${solved.steps} steps, at most ${short(solved.apart, 2)} from ours.`
    : unsolved
      ? " mathjs.solveODE, which checks the flow, could not be run."
      : " The rings of mathjs.solveODE follow when the sliders rest.";
  return `From ${short(distance)} the flow comes to ${short(left)}. ${trained}${check}`;
}

/** The rates over the penalty. */
export function ratesSummary({game, best, critical}: DiracState): string {
  const here = descentRate(game);
  const at = `At γ = ${short(game.gamma)} the flow arrives at a rate of ${short(flowRate(game))} and training at ${short(here)}.`;
  const taming =
    best.radius < 1
      ? ` Training is fastest at γ = ${short(best.gamma)}, with |μ| = ${radiusText(best.radius)}.`
      : " No penalty on the slider makes this training arrive.";
  return `${at} The pair turns real at γ = ${short(critical)}.${taming}`;
}
