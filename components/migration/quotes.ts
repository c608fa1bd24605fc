import {bitcreepQuotes} from "./bitcreepQuotes.js";
import {claimsQuotes} from "./claimsQuotes.js";
import {endingQuotes} from "./endingQuotes.js";
import {realQuotes} from "./realQuotes.js";
import {tippingQuotes} from "./tippingQuotes.js";
import {wallQuotes} from "./wallQuotes.js";
import {warsQuotes} from "./warsQuotes.js";

/** The computed numbers that the prose of the migration pages quotes, by name. */
export const migrationQuotes: Record<string, () => string> = {
  ...warsQuotes,
  ...tippingQuotes,
  ...bitcreepQuotes,
  ...endingQuotes,
  ...wallQuotes,
  ...realQuotes,
  ...claimsQuotes
};
