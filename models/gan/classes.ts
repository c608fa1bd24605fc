import {checkWhole} from "../check.js";
import type {Tensor} from "../nn/engine.js";
import {add, gather} from "../nn/ops.js";
import type {Parameters} from "../nn/training.js";
import {type AttributeName, attributeNames, attributeSizes, type FaceLabel} from "./faceLabels.js";

/**
 * Classes of faces: the values of one or more attributes together. A class is one number, the values as its digits, the
 * last attribute’s counting ones.
 */

/** How many values each of these attributes has. */
export function classSizes(names: readonly AttributeName[]): number[] {
  return names.map((name) => attributeSizes[attributeNames.indexOf(name)]!);
}

/** The class of a face when these attributes are asked for. */
export function classOf(label: FaceLabel, names: readonly AttributeName[]): number {
  return classNumber(
    names.map((name) => label[name]),
    classSizes(names)
  );
}

/** The class that these values make up. */
export function classNumber(values: readonly number[], sizes: readonly number[]): number {
  return sizes.reduce((number, size, i) => number * size + checkWhole(`values[${i}]`, values[i]!, 0, size - 1), 0);
}

/** The values that make up a class. */
export function classValues(number: number, sizes: readonly number[]): number[] {
  const values = sizes.map(() => 0);
  let rest = number;
  for (let i = sizes.length - 1; i >= 0; --i) {
    values[i] = rest % sizes[i]!;
    rest = Math.floor(rest / sizes[i]!);
  }
  return values;
}

/** How many classes there are. */
export function classCount(sizes: readonly number[]): number {
  return sizes.reduce((a, b) => a * b, 1);
}

/**
 * A learnt row for each class, as the sum of a row for each of its values: a class seldom seen is still known by its
 * parts. Gives [classes, width].
 */
export function classEmbedding(
  parameters: Parameters,
  name: string,
  sizes: readonly number[],
  width: number,
  {deviation = 1}: {deviation?: number} = {}
): (classes: ArrayLike<number>) => Tensor {
  const tables = sizes.map((size, i) => parameters.create(`${name}${i || ""}`, [size, width], {deviation}));
  return (classes) => {
    const values = Array.from(classes, (number) => classValues(number, sizes));
    return tables
      .map((table, i) =>
        gather(
          table,
          values.map((row) => row[i]!)
        )
      )
      .reduce((a, b) => add(a, b));
  };
}
