/** The radius at which a node is drawn, in the unit of the drawing: its area grows with its direct dependents, up to a limit. */
export function nodeRadius(dependents: number): number {
  return Math.min(13, 1.7 + 0.48 * Math.sqrt(dependents));
}
