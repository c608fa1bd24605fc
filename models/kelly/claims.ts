import type {Claim} from "../about/claims.js";
import {optimumClaims} from "./claims/optimum.js";
import {peopleClaims} from "./claims/people.js";
import {strategyClaims} from "./claims/strategies.js";
import {unknownClaims} from "./claims/unknown.js";

/** Every number that the sources of the coin-flipping game state as a result, with the function that computes it. */
export const kellyClaims: readonly Claim[] = [...optimumClaims, ...strategyClaims, ...peopleClaims, ...unknownClaims];
