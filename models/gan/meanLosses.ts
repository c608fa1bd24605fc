import type {LogRow} from "../nn/training.js";
import type {LossCurve} from "./files.js";

/** The losses of a training of faces, averaged. */
export type MeanLosses = Record<Exclude<keyof LossCurve, "step">, number>;

/**
 * The mean of each loss over the rows of a log that have it; 0 where none has, as the penalty’s where it has no weight.
 */
export function meanLosses(rows: readonly LogRow[]): MeanLosses {
  const mean = (name: keyof MeanLosses) => {
    const values = rows.map((row) => row[name]).filter((value) => value !== undefined);
    return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  };
  return {discriminator: mean("discriminator"), generator: mean("generator"), r1: mean("r1")};
}
