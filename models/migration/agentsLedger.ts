import type {Crowd, Links} from "./agentsCrowd.js";
import {gone, onNew, onOld} from "./exitChoice.js";
import type {Parameters} from "./parameters.js";
import {enforcementPrice, newWorth, oldWorth, sunsetPressure} from "./payoff.js";

/** A war at one moment, as agents fight it. Shares are of all agents; losses are per agent since the start, in utility. */
export interface Snapshot {
  /** Years from the start. */
  time: number;
  share: number;
  holdouts: number;
  gone: number;
  /** u_N and u_O: what the average adopter and the average holdout have, in utility a year, before costs. */
  newWorth: number;
  oldWorth: number;
  /** k, as backlash has raised it. */
  switchingCost: number;
  /** Welfare missed against everybody on the new platform. */
  welfareLoss: number;
  /** Costs of all moves, those of waiting dependencies included. */
  switchingLoss: number;
  /** Costs of enforcing and of being enforced upon. */
  enforcementLoss: number;
  /** Subsidies paid: a transfer, and no part of the losses. */
  subsidies: number;
  /** What the sunset has taken from those who stayed behind after its date; no part of the losses either. */
  sunsetBurden: number;
}

/** What is added up between events. */
export interface Ledger {
  /** Up to when the rest is right. */
  time: number;
  /** The shares at which rot would rest as it now is. */
  newRot: number;
  oldRot: number;
  cost: number;
  welfareLoss: number;
  switchingLoss: number;
  enforcementLoss: number;
  subsidies: number;
  sunsetBurden: number;
}

/** The share that the average user of a platform sees on that platform, neighbours counted as locality says. */
function ownShare(p: Parameters, crowd: Crowd, links: Links | null, platform: typeof onOld | typeof onNew): number {
  const share = crowd.count(platform) / crowd.size;
  const w = p.locality;
  return w > 0 && links ? (1 - w) * share + w * links.meanNearShare(crowd, platform) : share;
}

/**
 * The share at which rot stands for one who sees `own` on a platform of share `crowd`: the part of it that comes from
 * the crowd lags, the part that comes from neighbours does not.
 */
export function rotShare(p: Parameters, own: number, crowd: number, lagged: number): number {
  return p.rotLag > 0 ? own + (1 - p.locality) * (lagged - crowd) : own;
}

/** A ledger at the start: rot at rest with the shares. */
export function openLedger(p: Parameters, crowd: Crowd): Ledger {
  return {
    time: 0,
    newRot: crowd.count(onNew) / crowd.size,
    oldRot: crowd.count(onOld) / crowd.size,
    cost: p.switchingCost,
    welfareLoss: 0,
    switchingLoss: 0,
    enforcementLoss: 0,
    subsidies: 0,
    sunsetBurden: 0
  };
}

/** Takes a ledger on to `time`, nobody having moved since it was last right. All integrals are in closed form. */
export function settle(ledger: Ledger, p: Parameters, crowd: Crowd, links: Links | null, time: number): void {
  const years = time - ledger.time;
  const x = crowd.count(onNew) / crowd.size;
  const y = crowd.count(onOld) / crowd.size;
  if (p.rotLag === 0) {
    ledger.newRot = x;
    ledger.oldRot = y;
  }
  if (years <= 0) return;
  const z = 1 - x - y;
  // Rot enters worths linearly, so that its mean over the years gives the mean worth.
  let meanNew = x;
  let meanOld = y;
  if (p.rotLag > 0) {
    const done = -Math.expm1(-years / p.rotLag);
    const weight = (done * p.rotLag) / years;
    meanNew += (ledger.newRot - x) * weight;
    meanOld += (ledger.oldRot - y) * weight;
    ledger.newRot += (x - ledger.newRot) * done;
    ledger.oldRot += (y - ledger.oldRot) * done;
  }
  const newShare = ownShare(p, crowd, links, onNew);
  const oldShare = ownShare(p, crowd, links, onOld);
  let worth =
    x * newWorth(p, newShare, rotShare(p, newShare, x, meanNew)) +
    y * oldWorth(p, oldShare, rotShare(p, oldShare, y, meanOld));
  if (crowd.count(gone) > 0) worth += z * goneWorth(p);
  ledger.welfareLoss += years * (newWorth(p, 1) - worth);
  if (p.enforcement > 0) {
    ledger.enforcementLoss += years * enforcementPrice * p.enforcement * x * y;
    ledger.cost += years * p.backlash * p.enforcement * x;
  }
  const {strength, year} = p.sunset;
  if (strength > 0 && time > year) ledger.sunsetBurden += (time - Math.max(year, ledger.time)) * strength * y;
  ledger.time = time;
}

/** What those have who went to a third platform: its value, or nothing once it is no more. */
function goneWorth(p: Parameters): number {
  return p.exitValue === -Infinity ? 0 : p.exitValue;
}

/** The sunset's push at a time. */
export function sunsetPush(p: Parameters, time: number): number {
  return p.sunset.strength === 0 ? 0 : sunsetPressure(p, time);
}

/** What a ledger that is right at its time says. */
export function snapshot(ledger: Ledger, p: Parameters, crowd: Crowd, links: Links | null): Snapshot {
  const x = crowd.count(onNew) / crowd.size;
  const y = crowd.count(onOld) / crowd.size;
  const newShare = ownShare(p, crowd, links, onNew);
  const oldShare = ownShare(p, crowd, links, onOld);
  const {time, newRot, oldRot, cost, ...sums} = ledger;
  return {
    time,
    share: x,
    holdouts: y,
    gone: crowd.count(gone) / crowd.size,
    newWorth: newWorth(p, newShare, rotShare(p, newShare, x, newRot)),
    oldWorth: oldWorth(p, oldShare, rotShare(p, oldShare, y, oldRot)),
    switchingCost: cost,
    ...sums
  };
}
