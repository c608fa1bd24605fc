import type {Outlook} from "../../models/migration/outlook.js";
import {delayCost, netGain, paidFrom, type WarLog} from "../../models/migration/warLog.js";
import {percent} from "../format.js";

/** The band of an outlook at a time, between its own times in a straight line; null where there is none. */
export function bandAt({time, low, high}: Outlook, now: number): [low: number, high: number] | null {
  if (low.length === 0) return null;
  let i = 1;
  while (i < time.length - 1 && time[i]! < now) ++i;
  if (time.length === 1) return [low[0]!, high[0]!];
  const part = Math.min(1, Math.max(0, (now - time[i - 1]!) / (time[i]! - time[i - 1]!)));
  const at = (list: Float64Array) => list[i - 1]! + part * (list[i]! - list[i - 1]!);
  return [at(low), at(high)];
}

/** How the war stands, and whether that was to be expected. */
export function shareWords(
  log: WarLog,
  agents: number,
  outlook: Outlook | undefined,
  band: Outlook | undefined,
  changes: number
): string {
  const [time, share, holdouts] = [log.time.at(-1)!, log.share.at(-1)!, log.holdouts.at(-1)!];
  const count = (part: number) => Math.round(part * agents).toLocaleString("en-US");
  const gone = Math.round((1 - share - holdouts) * agents);
  const parts = [
    `Year ${time.toFixed(1)}: ${count(share)} of ${count(1)} users are on the new platform, ${count(holdouts)} on the old one${gone > 0 ? `, and ${gone.toLocaleString("en-US")} have left for a third` : ""}.`
  ];
  const since = changes > 0 ? ", from the last change on" : "";
  const words = ([low, high]: [number, number]) => `between ${percent(low)} and ${percent(high)}`;
  const large = band && bandAt(band, time);
  const small = outlook && bandAt(outlook, time);
  if (outlook?.because) parts.push(`There is no exact band here: ${outlook.because}.`);
  else if (small)
    parts.push(
      `By the exact law${since}, nine in ten crowds of 400 are now ${words(small)}${large ? `, of ${count(1)} ${words(large)}` : ""}.`
    );
  return parts.join(" ");
}

const more = (gain: number) => `${Math.abs(gain).toFixed(2)} ${gain < 0 ? "less" : "more"}`;

/** Who gains and who loses, this year and so far. */
export function clockWords(log: WarLog): string {
  const last = log.time.length - 1;
  const [adopter, holdout] = [log.adopterGain[last]!, log.holdoutGain[last]!];
  const paid = paidFrom(log);
  const cost = delayCost(log, last);
  const parts = [
    `This year an adopter has ${more(adopter)} than if the new platform had never been, and a holdout ${more(holdout)}.`,
    cost >= 0
      ? `So far the war has cost the average user ${cost.toFixed(1)} beyond an instant switch by all.`
      : `So far the average user is ${(-cost).toFixed(1)} better off than with an instant switch by all.`,
    paid < Infinity && last > 0
      ? `All gains and costs together, it has paid since year ${paid.toFixed(1)}.`
      : `All gains and costs together, that user has had ${Math.abs(netGain(log, last)).toFixed(1)} less than in a world without it: it has not paid yet.`
  ];
  return parts.join(" ");
}
