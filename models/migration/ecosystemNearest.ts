/** A way to go on a drawing, by an arrow key. */
export type Heading = "left" | "right" | "up" | "down";

const headings: Record<Heading, readonly [x: number, y: number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1]
};

/**
 * The nearest point on in a direction, for moving a selection with the arrow keys; −1 if there is none. Points straight
 * ahead are preferred: sideways distance counts twice, and what lies more to the side than ahead does not count.
 */
export function nearestOn(
  {x, y}: {x: ArrayLike<number>; y: ArrayLike<number>},
  from: number,
  heading: Heading
): number {
  const [dx, dy] = headings[heading];
  let best = -1;
  let least = Infinity;
  for (let i = 0; i < x.length; ++i) {
    const ahead = (x[i]! - x[from]!) * dx + (y[i]! - y[from]!) * dy;
    const aside = Math.abs((x[i]! - x[from]!) * dy) + Math.abs((y[i]! - y[from]!) * dx);
    if (ahead <= 0 || aside > ahead) continue;
    const distance = ahead + 2 * aside;
    if (distance < least) {
      least = distance;
      best = i;
    }
  }
  return best;
}
