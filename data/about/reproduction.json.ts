import {readFileSync} from "node:fs";
import {type ClaimRow, type Definition, definitionLine, judge} from "../../models/about/claims.js";
import {ganClaims} from "../../models/gan/claims.js";
import {kellyClaims} from "../../models/kelly/claims.js";
import {migrationRows} from "../../models/migration/claims.js";

// The sources that claims point into. Each is named in full, so that a change of any of them makes this table anew.
const files: Record<string, URL> = {
  "models/gan/claims/figures.ts": new URL("../../models/gan/claims/figures.ts", import.meta.url),
  "models/gan/claims/smallestGame.ts": new URL("../../models/gan/claims/smallestGame.ts", import.meta.url),
  "models/kelly/bayes.ts": new URL("../../models/kelly/bayes.ts", import.meta.url),
  "models/kelly/claims/optimum.ts": new URL("../../models/kelly/claims/optimum.ts", import.meta.url),
  "models/kelly/claims/people.ts": new URL("../../models/kelly/claims/people.ts", import.meta.url),
  "models/kelly/claims/strategies.ts": new URL("../../models/kelly/claims/strategies.ts", import.meta.url),
  "models/kelly/claims/unknown.ts": new URL("../../models/kelly/claims/unknown.ts", import.meta.url),
  "models/kelly/decisionTree.ts": new URL("../../models/kelly/decisionTree.ts", import.meta.url),
  "models/kelly/pareto.ts": new URL("../../models/kelly/pareto.ts", import.meta.url),
  "models/kelly/strategies.ts": new URL("../../models/kelly/strategies.ts", import.meta.url),
  "models/kelly/value.ts": new URL("../../models/kelly/value.ts", import.meta.url),
  "models/migration/claims/agreement.ts": new URL("../../models/migration/claims/agreement.ts", import.meta.url),
  "models/migration/claims/misery.ts": new URL("../../models/migration/claims/misery.ts", import.meta.url),
  "models/migration/claims/pressure.ts": new URL("../../models/migration/claims/pressure.ts", import.meta.url),
  "models/migration/claims/published.ts": new URL("../../models/migration/claims/published.ts", import.meta.url),
  "models/migration/claims/remedies.ts": new URL("../../models/migration/claims/remedies.ts", import.meta.url),
  "models/migration/claims/war.ts": new URL("../../models/migration/claims/war.ts", import.meta.url)
};

function line({file, name}: Definition): number {
  const url = files[file];
  if (!url) throw new Error(`${file} is not listed in data/about/reproduction.json.ts`);
  return definitionLine(readFileSync(url, "utf8"), name);
}

const claims = [...kellyClaims, ...migrationRows, ...ganClaims];
const rows = claims.map((claim, i) => {
  process.stderr.write(`progress ${(i / claims.length).toFixed(2)} ${claim.id}\n`);
  return judge(claim, line);
});
process.stdout.write(JSON.stringify(rows satisfies ClaimRow[]));
