import {claimsStrip} from "../../../components/about/claimsStrip.js";
import {judge} from "../../../models/about/claims.js";
import {kellyClaims} from "../../../models/kelly/claims.js";
import {migrationRows} from "../../../models/migration/claims.js";
import {still} from "../still.js";

// The picture needs no line numbers, and a figure may not read the sources.
const rows = [...kellyClaims, ...migrationRows].map((claim) => judge(claim, () => 1));
process.stdout.write(
  still(claimsStrip(rows, 1080, 556), {title: "Published against computed", width: 1080, height: 556})
);
