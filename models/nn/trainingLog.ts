import {showShape} from "./shape.js";
import type {Tensor} from "./tensor.js";

/** One line of a log: the step, and numbers by name. */
export type LogRow = {step: number} & Record<string, number>;

/** A loss was not finite. The log holds all rows up to it, it included. */
export class TrainingStoppedError extends Error {
  override name = "TrainingStoppedError";

  constructor(
    message: string,
    readonly step: number,
    /** The name of the number that is not finite. */
    readonly tensor: string,
    readonly log: readonly LogRow[]
  ) {
    super(message);
  }
}

/**
 * What training tells of itself. A number that is not finite stops it.
 *
 *     const log = new TrainingLog();
 *     log.record(step, {discriminator: lossD, generator: lossG});
 */
export class TrainingLog {
  readonly rows: LogRow[] = [];

  /**
   * Notes losses, given as numbers or as tensors of one number.
   *
   * @throws TrainingStoppedError naming step and loss if one is NaN or infinite, and the operation where that began.
   */
  record(step: number, losses: Record<string, number | Tensor>): LogRow {
    const numbers = Object.entries(losses).map(
      ([name, loss]) => [name, typeof loss === "number" ? loss : loss.value] as const
    );
    const row: LogRow = {step, ...Object.fromEntries(numbers)};
    this.rows.push(row);
    for (const [name, value] of numbers) {
      if (Number.isFinite(value)) continue;
      const loss = losses[name]!;
      const where = typeof loss === "number" ? "" : beginning(loss);
      throw new TrainingStoppedError(`step ${step}: ${name} is ${value}${where}`, step, name, this.rows);
    }
    return row;
  }
}

/** Where the way to a tensor first leaves the finite numbers. */
function beginning(loss: Tensor): string {
  const found = new Set<Tensor>();
  const open = [loss];
  while (open.length) {
    const tensor = open.pop()!;
    if (found.has(tensor)) continue;
    found.add(tensor);
    if (tensor.origin) open.push(...tensor.origin.inputs);
  }
  const {kernels} = loss.engine;
  for (const tensor of [...found].sort((a, b) => a.id - b.id))
    if (!tensor.dead && !kernels.allFinite(tensor.pointer, tensor.size))
      return `; the first that is not finite is ${tensor.name || "a tensor"} of shape ${showShape(tensor.shape)}`;
  return "";
}
