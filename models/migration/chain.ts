import {checkWhole} from "../check.js";
import {checkParameters, type Parameters, type SomeParameters} from "./parameters.js";
import {bias, coupling, sunsetPressure} from "./payoff.js";
import {downDrive, logistic, logLogistic, upDrive} from "./rates.js";

/**
 * N well-mixed agents as a birth–death chain. With i agents on the new platform the share is x = i/N, everybody counted
 * (the one who chooses too), and
 *
 *     i → i + 1 at rate (N − i)·λF((Δ(x) − k + s + E)/T),    i → i − 1 at rate i·λF((−Δ(x) − k − E)/T)
 *
 * with E = ηx and the sunset’s push. It is the agents’ game itself, not an approximation of it.
 */

/** Whether the chain is the agents' game; if not, why. */
export type Exactness = {exact: true} | {exact: false; because: string};

/** What the chain cannot hold: the parameter, the value at which it drops out, and why it breaks the chain. */
const limits = [
  ["locality", 0, "users look at their neighbours, so that it matters who has moved and not only how many"],
  ["dependencyWeight", 0, "users wait for their dependencies, so that it matters who has moved and not only how many"],
  ["rotLag", 0, "rot remembers the shares of years past"],
  ["backlash", 0, "the switching cost remembers the pressure of years past"],
  ["exitValue", -Infinity, "with a third platform one count no longer tells where everybody is"]
] as const;

function broken(p: Parameters) {
  // Backlash answers to enforcement: without any, nothing hardens.
  return limits.find(([name, off]) => p[name] !== off && !(name === "backlash" && p.enforcement === 0));
}

/**
 * Whether the chain holds for these parameters: well mixed, no gates, no rot lag, no backlash, no third platform. A
 * sunset is no obstacle: `transient` follows it in time.
 *
 * @throws RangeError naming a parameter.
 */
export function exactness(given: SomeParameters = {}): Exactness {
  const limit = broken(checkParameters(given));
  return limit ? {exact: false, because: limit[2]} : {exact: true};
}

/**
 * Checked parameters for which the chain is exact and `agents` its size.
 *
 * @throws RangeError naming a parameter, with the reason where the chain does not hold; or agents.
 */
export function checkChain(given: SomeParameters, agents: number): Readonly<Parameters> {
  const p = checkParameters(given);
  checkWhole("agents", agents, 1, 1e6);
  const limit = broken(p);
  if (limit)
    throw new RangeError(`${limit[0]} is ${p[limit[0]]}, but must be ${limit[1]} for the exact chain: ${limit[2]}`);
  return p;
}

/**
 * The sunset's push, where it is the same at all times.
 *
 * @throws RangeError naming sunset.strength.
 */
export function constantPressure({sunset: {strength, year, belief}}: Parameters): number {
  if (strength === 0 || year === 0 || belief === 0) return strength;
  throw new RangeError(
    `sunset.strength is ${strength}, but must be 0 here (or its year or belief 0): passage from the start needs rates that do not change`
  );
}

/** How many of `agents` are on the new platform at the start. */
export function firstCount(p: Parameters, agents: number): number {
  return Math.round(p.initialShare * agents);
}

/** Rates of i → i + 1 and of i → i − 1, per year, for i = 0 … N. */
export interface ChainRates {
  up: Float64Array;
  down: Float64Array;
}

/** Writes the rates of the chain under a sunset's push of `sunset` to `rates`, and returns them. Nothing is checked. */
export function chainRates(
  p: Parameters,
  agents: number,
  sunset: number,
  rates: ChainRates = {up: new Float64Array(agents + 1), down: new Float64Array(agents + 1)}
): ChainRates {
  eachState(p, agents, sunset, (i, up, down) => {
    rates.up[i] = (agents - i) * p.pace * logistic(up);
    rates.down[i] = i * p.pace * logistic(down);
  });
  return rates;
}

/** Logarithms of the rates, −∞ for those that are 0: no rate is too small for them. */
export function logChainRates(p: Parameters, agents: number, sunset = sunsetPressure(p, Infinity)): ChainRates {
  const rates = {up: new Float64Array(agents + 1), down: new Float64Array(agents + 1)};
  eachState(p, agents, sunset, (i, up, down) => {
    rates.up[i] = Math.log((agents - i) * p.pace) + logLogistic(up);
    rates.down[i] = Math.log(i * p.pace) + logLogistic(down);
  });
  return rates;
}

function eachState(
  p: Parameters,
  agents: number,
  sunset: number,
  write: (i: number, upDrive: number, downDrive: number) => void
): void {
  const h = bias(p);
  const J = coupling(p);
  for (let i = 0; i <= agents; ++i) {
    const x = i / agents;
    const gap = h + J * (2 * x - 1);
    const pressure = p.enforcement * x + sunset;
    write(i, upDrive(p, gap, pressure), downDrive(p, gap, pressure));
  }
}
