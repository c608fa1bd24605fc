import type {Claim} from "../about/claims.js";
import {figureClaims} from "./claims/figures.js";
import {smallestGameClaims} from "./claims/smallestGame.js";

/** What the sources of the third game state that can be computed or counted. */
export const ganClaims: readonly Claim[] = [...smallestGameClaims, ...figureClaims];
