import {checkWhole} from "../check.js";
import {normal, random} from "../random.js";

/**
 * Distributions in the plane for a small GAN to learn. Each is a mixture of equal Gaussians, so that its density is known
 * and what a forger misses can be counted.
 */

/** The plane reaches from −extent to extent along both axes. */
export const extent = 1.5;

export const targetNames = ["ring", "grid", "spiral", "drawn"] as const;

export type TargetName = (typeof targetNames)[number];

/** Equal Gaussians around centres. */
export interface PlaneTarget {
  x: readonly number[];
  y: readonly number[];
  /** The standard deviation of each Gaussian, along both axes. */
  deviation: number;
  /** The mode that each centre belongs to, and how many modes there are. */
  mode: readonly number[];
  modes: number;
}

/** Points, x and y in turn. */
export type Points = Float32Array | Float64Array;

/** The most points that can be drawn. */
export const mostDrawn = 60;

function mixture(centres: readonly (readonly [number, number])[], deviation: number, each = 1): PlaneTarget {
  return {
    x: centres.map(([x]) => x),
    y: centres.map(([, y]) => y),
    deviation,
    mode: centres.map((_, i) => Math.floor(i / each)),
    modes: Math.ceil(centres.length / each)
  };
}

function ring(): PlaneTarget {
  const angle = (i: number) => (2 * Math.PI * i) / 8;
  return mixture(
    Array.from({length: 8}, (_, i) => [Math.cos(angle(i)), Math.sin(angle(i))]),
    0.07
  );
}

function grid(): PlaneTarget {
  return mixture(
    Array.from({length: 25}, (_, i) => [((i % 5) - 2) / 2, (Math.floor(i / 5) - 2) / 2]),
    0.05
  );
}

/** An Archimedean spiral: so many overlapping Gaussians along it that it looks like one line. */
function spiral(): PlaneTarget {
  const [turns, inner, outer, beads, each] = [1.5, 0.12, 1.15, 96, 4];
  const at = (s: number): [number, number] => {
    const radius = inner + (outer - inner) * s;
    const angle = 2 * Math.PI * turns * s;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  };
  // Beads at equal distances along the curve.
  const fine = Array.from({length: 4001}, (_, i) => at(i / 4000));
  const along = [0];
  for (let i = 1; i < fine.length; ++i)
    along.push(along[i - 1]! + Math.hypot(fine[i]![0] - fine[i - 1]![0], fine[i]![1] - fine[i - 1]![1]));
  let j = 0;
  const centres = Array.from({length: beads}, (_, i) => {
    const wanted = (along.at(-1)! * (i + 0.5)) / beads;
    while (along[j]! < wanted) ++j;
    return fine[j]!;
  });
  return mixture(centres, 0.05, each);
}

/** What is drawn when nothing has been: a smile. */
export const smile: readonly (readonly [number, number])[] = [
  [-0.45, 0.55],
  [0.45, 0.55],
  ...Array.from({length: 9}, (_, i): [number, number] => {
    const angle = Math.PI * (1.15 + (0.7 * i) / 8);
    return [0.9 * Math.cos(angle), 0.35 + 0.95 * Math.sin(angle)];
  })
];

/**
 * A distribution by name; a drawn one is made of its points.
 *
 * @throws RangeError if there is nothing drawn, or too much.
 */
export function planeTarget(name: TargetName, drawn: readonly (readonly [number, number])[] = smile): PlaneTarget {
  if (name === "ring") return ring();
  if (name === "grid") return grid();
  if (name === "spiral") return spiral();
  checkWhole("the number of points drawn", drawn.length, 1, mostDrawn);
  return mixture(drawn, 0.07);
}

/** A source of points of a target. */
export function pointSource({x, y, deviation}: PlaneTarget, seed: string | number): (count: number) => Float32Array {
  const uniform = random(seed);
  const deviate = normal(uniform, 0, deviation);
  return (count) => {
    const points = new Float32Array(2 * count);
    for (let i = 0; i < count; ++i) {
      const pick = Math.floor(uniform() * x.length);
      points[2 * i] = x[pick]! + deviate();
      points[2 * i + 1] = y[pick]! + deviate();
    }
    return points;
  };
}

/** How much of a target some points have found. */
export interface Coverage {
  /** Modes that have at least a quarter of their fair share of the points within three deviations of a centre. */
  hit: number;
  modes: number;
  /** Share of the points that lie within three deviations of a centre. */
  near: number;
}

/** Counts the modes that points hit. */
export function coverage({x, y, deviation, mode, modes}: PlaneTarget, points: Points): Coverage {
  const count = points.length / 2;
  const found = new Uint32Array(modes);
  let near = 0;
  for (let i = 0; i < count; ++i) {
    let least = Infinity;
    let nearest = 0;
    for (let j = 0; j < x.length; ++j) {
      const square = (points[2 * i]! - x[j]!) ** 2 + (points[2 * i + 1]! - y[j]!) ** 2;
      if (square < least) [least, nearest] = [square, j];
    }
    if (least > (3 * deviation) ** 2) continue;
    ++near;
    found[mode[nearest]!]!++;
  }
  const enough = Math.max(1, count / modes / 4);
  return {hit: found.filter((n) => n >= enough).length, modes, near: count ? near / count : 0};
}
