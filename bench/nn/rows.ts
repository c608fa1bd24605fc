import type {Row} from "../row.js";
import {blasRows} from "./blas.js";
import {convolutionRows} from "./convolution.js";
import {planeRows} from "./plane.js";
import {trainingRows} from "./training.js";

/** Everything that is measured of the training engine. */
export const nnRows: readonly Row[] = [...trainingRows, ...convolutionRows, ...planeRows, ...blasRows];
