import {readFileSync} from "node:fs";
import {type Definition, definitionLine} from "../../models/about/claims.js";
import {judgeMigration, migrationClaims} from "../../models/migration/claims.js";
import type {ClaimsFile} from "../../models/migration/files.js";

// The sources that claims point into. Each is named in full, so that a change of any of them makes this table anew.
const files: Record<string, URL> = {
  "models/migration/claims/agreement.ts": new URL("../../models/migration/claims/agreement.ts", import.meta.url),
  "models/migration/claims/misery.ts": new URL("../../models/migration/claims/misery.ts", import.meta.url),
  "models/migration/claims/pressure.ts": new URL("../../models/migration/claims/pressure.ts", import.meta.url),
  "models/migration/claims/remedies.ts": new URL("../../models/migration/claims/remedies.ts", import.meta.url),
  "models/migration/claims/war.ts": new URL("../../models/migration/claims/war.ts", import.meta.url)
};

function line({file, name}: Definition): number {
  const url = files[file];
  if (!url) throw new Error(`${file} is not listed in data/migration/claims.json.ts`);
  return definitionLine(readFileSync(url, "utf8"), name);
}

const rows = migrationClaims.map((claim, i) => {
  process.stderr.write(`progress ${(i / migrationClaims.length).toFixed(2)} ${claim.id}\n`);
  return judgeMigration(claim, line);
});
process.stdout.write(JSON.stringify(rows satisfies ClaimsFile));
