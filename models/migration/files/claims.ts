import type {MigrationClaimRow} from "../claims/claim.js";

/** data/migration/claims.json: the fourteen claims, judged when the site is built. */
export type ClaimsFile = MigrationClaimRow[];
