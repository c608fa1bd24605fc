import {allIn, constantFraction, flatStake, kelly, optimal, type Strategy} from "./strategies.js";

/** The strategies that are compared side by side, by a short name. */
export const rosterIds = [
  "optimalHigh",
  "optimalReplicating",
  "optimalLow",
  "kellyClipped",
  "kellyCut",
  "fraction",
  "flat",
  "allIn"
] as const;

export type RosterId = (typeof rosterIds)[number];

/** The dollars that the flat player stakes at every flip: Kelly's first stake in the default game. */
export const flatDollars = 5;

/**
 * A strategy of the roster. `fraction` is the constant fraction that the reader chose; it is clipped to what the
 * ceiling leaves to win.
 */
export function rosterStrategy(id: RosterId, fraction: number): Strategy {
  switch (id) {
    case "optimalHigh":
      return optimal({stake: "high"});
    case "optimalReplicating":
      return optimal({stake: "replicating"});
    case "optimalLow":
      return optimal({stake: "low"});
    case "kellyClipped":
      return kelly();
    case "kellyCut":
      return kelly({clip: false});
    case "fraction":
      return constantFraction(fraction);
    case "flat":
      return flatStake(flatDollars);
    case "allIn":
      return allIn;
  }
}
