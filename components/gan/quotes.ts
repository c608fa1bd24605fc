import {diracQuotes} from "./diracQuotes.js";
import {facesQuotes} from "./facesQuotes.js";
import {nobodyQuotes} from "./nobodyQuotes.js";
import {publishedQuotes} from "./publishedQuotes.js";
import {samplingQuotes} from "./samplingQuotes.js";
import {tabQuotes} from "./tabQuotes.js";
import {trainingQuotes} from "./trainingQuotes.js";

/** The computed numbers that the prose of the pages on the forger quotes, by name. */
export const ganQuotes: Record<string, () => string> = {
  ...facesQuotes,
  ...trainingQuotes,
  ...samplingQuotes,
  ...tabQuotes,
  ...diracQuotes,
  ...nobodyQuotes,
  ...publishedQuotes
};
