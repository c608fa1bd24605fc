import {stripHeight, stripOptions} from "../../../components/migration/claimsStrip.js";
import {judgeMigration, migrationClaims} from "../../../models/migration/claims.js";
import {still} from "../still.js";

// The picture needs no line numbers, and a figure may not read the sources.
const rows = migrationClaims.map((claim) => judgeMigration(claim, () => 1));
const width = 1080;
const height = stripHeight(width);
process.stdout.write(
  still(stripOptions({rows, here: []}, width, height), {title: "Fourteen claims and their verdicts", width, height})
);
