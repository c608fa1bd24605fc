import {checkBetween} from "../check.js";
import {type Setting, shimSettings} from "./interventionsSearch.js";

/** What a search may draw on: shims of every kind, the two-way shim alone, or shims and a subsidy beside them. */
export type Offer = "shims" | "twoWay" | "subsidy";

export const offers: readonly Offer[] = ["shims", "twoWay", "subsidy"];

/** Prices of help, in utility a year for each user. */
export interface Prices {
  /** Keeping up a shim; one that works both ways is two. */
  shim: number;
  /** Running a subsidy. What is paid out is a transfer, and no part of the price. */
  subsidy?: number;
}

/**
 * The settings of an offer, each with its price. A subsidy is `amount` a head, and may be had alone or with a shim for adopters.
 *
 * @throws RangeError naming price or amount.
 */
export function offerSettings(offer: Offer, {shim, subsidy = shim}: Prices, amount = 1): Setting[] {
  checkBetween("price", shim, 0, 100);
  checkBetween("price", subsidy, 0, 100);
  checkBetween("amount", amount, 0, 100);
  const shims = shimSettings.map((setting) => ({
    ...setting,
    price: shim * ((setting.change.shimOld ?? 0) + (setting.change.shimNew ?? 0))
  }));
  if (offer === "twoWay") return shims.filter(({name}) => name === "none" || name === "both");
  if (offer === "shims") return shims;
  return [
    ...shims,
    {name: "subsidy", change: {subsidy: amount}, price: subsidy},
    {name: "adopters + subsidy", change: {shimNew: 1, subsidy: amount}, price: shim + subsidy}
  ];
}
