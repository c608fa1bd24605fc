import {results, type Standing, standing} from "../../models/migration/claims/claim.js";
import {migrationClaims} from "../../models/migration/claims.js";

let found: Record<Standing, number> | undefined;

/** How many claims there are of each verdict; judged once. */
function verdicts(): Record<Standing, number> {
  found ??= migrationClaims
    .map((claim) => standing(results(claim)))
    .reduce(
      (all, verdict) => {
        all[verdict] += 1;
        return all;
      },
      {holds: 0, "holds in part": 0, fails: 0} as Record<Standing, number>
    );
  return found;
}

const words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const inWords = (count: number) => words[count] ?? String(count);

/** The computed numbers that the page src/migration/claims.md quotes, by name; each name begins with `claims.`. */
export const claimsQuotes: Record<string, () => string> = {
  "claims.holds": () => inWords(verdicts().holds),
  "claims.part": () => inWords(verdicts()["holds in part"]),
  "claims.fails": () => inWords(verdicts().fails)
};
