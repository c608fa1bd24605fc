import type {Claim} from "../about/claims.js";
import {agreementClaims} from "./claims/agreement.js";
import type {MigrationClaim} from "./claims/claim.js";
import {miseryClaims} from "./claims/misery.js";
import {pressureClaims} from "./claims/pressure.js";
import {asReproduction, publishedFigures} from "./claims/published.js";
import {remedyClaims} from "./claims/remedies.js";
import {warClaims} from "./claims/war.js";

/** The claims of “Technology Holy Wars are Coordination Problems” and how they are judged. One door to their modules. */
export {
  type Evidence,
  judgeMigration,
  type MigrationClaim,
  type MigrationClaimRow,
  type Standing,
  type TestResult
} from "./claims/claim.js";

/** The fourteen claims, in order. */
export const migrationClaims: readonly MigrationClaim[] = [
  ...agreementClaims,
  ...miseryClaims,
  ...warClaims,
  ...pressureClaims,
  ...remedyClaims
];

/** What Reproduction says of platform wars: each of the fourteen claims, and the figures that others have printed. */
export const migrationRows: readonly Claim[] = [...migrationClaims.map(asReproduction), ...publishedFigures];
