import {checkWealth} from "./game.js";
import {isCents, toCents} from "./play.js";

/**
 * A stake as a player types it, in dollars: `5`, `$5`, `5.25`, `.5`, `1,000`, or a share of the wealth such as `20%`
 * or `all`. Shares are brought down to whole cents.
 *
 * @throws RangeError in words for the player: not a sum, finer than a cent, negative, or more than the wealth.
 */
export function parseStake(text: string, wealth: number): number {
  checkWealth(wealth);
  const typed = text.trim().toLowerCase();
  if (typed === "") throw new RangeError("Type how many dollars to stake; 0 is allowed.");
  if (typed === "all") return toCents(wealth);
  const match = /^([-−+]?)\$?\s*(\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+\.?\d*|\.\d+)\s*(%?)$/.exec(typed);
  if (!match) throw new RangeError(`“${text.trim()}” is not a sum. A stake reads like 5, 2.50, 20% or all.`);
  const amount = Number(match[2]!.replaceAll(",", ""));
  if (match[1] !== "" && match[1] !== "+" && amount > 0)
    throw new RangeError("A stake cannot be below $0: this coin is bet on heads only.");
  if (match[3] === "%") {
    if (amount > 100) throw new RangeError("You cannot stake more than 100 % of what you hold.");
    return Math.floor((amount / 100) * wealth * 100 + 1e-7) / 100;
  }
  if (amount > wealth + 1e-9)
    throw new RangeError(`You hold $${wealth.toFixed(2)}, so a stake can be anything from $0 to that.`);
  if (!isCents(amount)) throw new RangeError("The cent is the smallest coin here: a stake has at most two decimals.");
  return toCents(amount);
}
