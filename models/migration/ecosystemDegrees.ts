/** How many nodes have at least so many links: one point of the tail of a degree distribution. */
export interface DegreeTail {
  degree: number;
  /** Nodes with at least `degree` links. */
  nodes: number;
}

/** The tail of a list of degrees, at each degree that occurs, in rising order; a straight line on paper with two log axes is a power law. */
export function degreeTail(degrees: ArrayLike<number>): DegreeTail[] {
  const sorted = Float64Array.from(degrees).sort();
  const tail: DegreeTail[] = [];
  for (let i = 0; i < sorted.length; ++i)
    if (i === 0 || sorted[i] !== sorted[i - 1]) tail.push({degree: sorted[i]!, nodes: sorted.length - i});
  return tail;
}
