import type {Crowd, Links, Place} from "./agentsCrowd.js";
import {type Ledger, rotShare} from "./agentsLedger.js";
import {type Choice, exitChances, gone, onNew, onOld} from "./exitChoice.js";
import type {Parameters} from "./parameters.js";
import {newWorth, oldWorth} from "./payoff.js";
import {downDrive, logistic, upDrive} from "./rates.js";

/**
 * The chance that an agent who reconsiders moves: as it is for one agent now, and a bound on it for all agents of a
 * place until somebody moves. Worths rise with a platform's shares and its rot share, and chances with worths, so that
 * the bound takes each at the end of its range.
 */

/** Whether agents can leave, or come back from having left. */
export function leaves(p: Parameters, crowd: Crowd): boolean {
  return p.exitValue !== -Infinity || crowd.count(gone) > 0;
}

/**
 * Writes to `bounds`, for each place, a chance of moving that no agent there exceeds while nobody moves. Exact where all
 * agents of a place are alike and time changes nothing.
 */
export function boundChances(
  p: Parameters,
  crowd: Crowd,
  linked: boolean,
  ledger: Ledger,
  least: number,
  most: number,
  bounds: Float64Array
): void {
  const x = crowd.count(onNew) / crowd.size;
  const y = crowd.count(onOld) / crowd.size;
  let newLeast: number;
  let oldLeast: number;
  let newMost: number;
  let oldMost: number;
  if (p.rotLag === 0 && !linked) {
    newLeast = newMost = newWorth(p, x);
    oldLeast = oldMost = oldWorth(p, y);
  } else {
    // Neighbours may be anywhere; the share of the crowd is known.
    const spread = linked ? p.locality : 0;
    const newLow = (1 - spread) * x;
    const oldLow = (1 - spread) * y;
    const newHigh = newLow + spread;
    const oldHigh = oldLow + spread;
    newLeast = newWorth(p, newLow, rotShare(p, newLow, x, Math.min(x, ledger.newRot)));
    newMost = newWorth(p, newHigh, rotShare(p, newHigh, x, Math.max(x, ledger.newRot)));
    oldLeast = oldWorth(p, oldLow, rotShare(p, oldLow, y, Math.min(y, ledger.oldRot)));
    oldMost = oldWorth(p, oldHigh, rotShare(p, oldHigh, y, Math.max(y, ledger.oldRot)));
  }
  const unmigrated = linked ? 0 : 1 - x;
  // Backlash only raises the cost, so that the cost now is the least there will be.
  const {cost} = ledger;
  if (!leaves(p, crowd)) {
    bounds[onOld] = logistic(upDrive(p, newMost - oldLeast, most, unmigrated, cost));
    bounds[onNew] = logistic(downDrive(p, newLeast - oldMost, least, cost));
    bounds[gone] = 0;
    return;
  }
  bounds[onOld] = leaving(p, onOld, oldLeast, newMost, most, unmigrated, cost);
  bounds[onNew] = leaving(p, onNew, oldMost, newLeast, least, unmigrated, cost);
  // Pressure repels from the old platform as it draws to the new one: each at its own end, by way of the worths.
  bounds[gone] = leaving(p, gone, oldMost + (most - least), newMost, most, unmigrated, cost);
}

/** One choice, used again and again: there are millions of them. */
const scratch: Choice = {oldWorth: 0, newWorth: 0, pressure: 0, unmigrated: 0, cost: 0};
const chances = new Float64Array(3);

/** The chance of not staying. */
function leaving(
  p: Parameters,
  place: Place,
  older: number,
  newer: number,
  pressure: number,
  unmigrated: number,
  cost: number
): number {
  scratch.oldWorth = older;
  scratch.newWorth = newer;
  scratch.pressure = pressure;
  scratch.unmigrated = unmigrated;
  scratch.cost = cost;
  return 1 - exitChances(p, place, scratch, chances)[place]!;
}

/**
 * Where an agent at `place` who reconsiders goes, or −1 if it stays: `luck` is uniform between 0 and the bound on its chance of
 * moving, and the agent moves if luck is below the chance itself. The ledger must be right at this time.
 */
export function decide(
  p: Parameters,
  crowd: Crowd,
  links: Links | null,
  ledger: Ledger,
  pressure: number,
  agent: number,
  place: Place,
  luck: number
): Place | -1 {
  const x = crowd.count(onNew) / crowd.size;
  const y = crowd.count(onOld) / crowd.size;
  const w = links ? p.locality : 0;
  const newShare = w > 0 ? (1 - w) * x + w * links!.nearShare(agent, onNew, x) : x;
  const oldShare = w > 0 ? (1 - w) * y + w * links!.nearShare(agent, onOld, y) : y;
  const newer = newWorth(p, newShare, rotShare(p, newShare, x, ledger.newRot));
  const older = oldWorth(p, oldShare, rotShare(p, oldShare, y, ledger.oldRot));
  const unmigrated = links ? links.unmigrated(agent) : 1 - x;
  if (leaves(p, crowd)) {
    leaving(p, place, older, newer, pressure, unmigrated, ledger.cost);
    for (let to = 0; to < 3; ++to) {
      if (to === place) continue;
      if (luck < chances[to]!) return to as Place;
      luck -= chances[to]!;
    }
    return -1;
  }
  const gap = newer - older;
  const drive =
    place === onOld ? upDrive(p, gap, pressure, unmigrated, ledger.cost) : downDrive(p, gap, pressure, ledger.cost);
  return luck < logistic(drive) ? ((1 - place) as Place) : -1;
}
