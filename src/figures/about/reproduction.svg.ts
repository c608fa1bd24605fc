import {claimGaps, claimsStrip, stripHeight} from "../../../components/about/claimsStrip.js";
import {judge} from "../../../models/about/claims.js";
import {ganClaims} from "../../../models/gan/claims.js";
import {kellyClaims} from "../../../models/kelly/claims.js";
import {migrationRows} from "../../../models/migration/claims.js";
import {still} from "../still.js";

// The picture needs no line numbers, and a figure may not read the sources.
const rows = [...kellyClaims, ...migrationRows, ...ganClaims].map((claim) => judge(claim, () => 1));
const width = 1080;
const height = stripHeight(claimGaps(rows).length, width);
process.stdout.write(still(claimsStrip(rows, width, height), {title: "Published against computed", width, height}));
