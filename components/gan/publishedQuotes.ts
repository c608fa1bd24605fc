import {judge} from "../../models/about/claims.js";
import {ganClaims} from "../../models/gan/claims.js";
import {flagship} from "../../models/gan/recipes.js";
import {trainingCost} from "../../models/gan/trainingCost.js";

const computed = () => ganClaims.map((claim) => judge(claim, () => 1)).filter(({code}) => code !== null);
const cost = () => trainingCost(flagship.config);

/** Numbers that src/gan/published.md quotes. */
export const publishedQuotes: Record<string, () => string> = {
  "published.images": () => (1e4 * Math.round(cost().images / 1e4)).toLocaleString("en-US"),
  "published.flops": () => `${Math.round(cost().flops / 1e12).toLocaleString("en-US")} million million`,
  "published.claims": () => String(computed().length),
  "published.agree": () => String(computed().filter(({verdict}) => verdict === "reproduces").length)
};
