/** What several runs of one training say at one moment of it. */
export interface BandPoint {
  /** Real faces shown so far. */
  images: number;
  mean: number;
  /** The least and the greatest of the runs. */
  low: number;
  high: number;
}

/** A quantity of one run over the faces shown. */
export interface RunCurve {
  images: readonly number[];
  values: readonly number[];
}

/**
 * Mean and range over runs, moment by moment. With one run all three are the same.
 *
 * @throws RangeError if there is no run, or they were not looked at at the same moments.
 */
export function bandOf(runs: readonly RunCurve[]): BandPoint[] {
  const [first] = runs;
  if (!first) throw new RangeError("runs is empty, but must have at least one run");
  for (const [i, {images, values}] of runs.entries())
    if (
      images.length !== first.images.length ||
      values.length !== images.length ||
      images.some((at, j) => at !== first.images[j])
    )
      throw new RangeError(`runs[${i}] was looked at at other moments than the first`);
  return first.images.map((images, j) => {
    const all = runs.map(({values}) => values[j]!);
    return {
      images,
      mean: all.reduce((a, b) => a + b, 0) / all.length,
      low: Math.min(...all),
      high: Math.max(...all)
    };
  });
}

/** The last point at or before so many faces; undefined before the first. */
export function pointAt<Point extends {images: number}>(points: readonly Point[], images: number): Point | undefined {
  let found: Point | undefined;
  for (const point of points) if (point.images <= images) found = point;
  return found;
}
