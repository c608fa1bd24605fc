import {checkNumber} from "../check.js";
import type {Box} from "./fitLeastSquares.js";
import {logistic} from "./rates.js";

/** A family of curves of adoption with a few parameters. */
export interface Curve {
  id: "migration" | "logistic" | "ceiling" | "bass";
  label: string;
  /** What the parameters are called, and what each may be. */
  names: readonly string[];
  box: Box;
  /** Writes the shares at `time`, in years from the first time of the series and rising from 0, to `to`. */
  shares(at: readonly number[], time: ArrayLike<number>, to: Float64Array): void;
  /** Places to start looking from, given what a series spans: its years and its first and last share. */
  starts(years: number, first: number, last: number): number[][];
}

/** Every choice of one from each list. */
function product(...lists: readonly (readonly number[])[]): number[][] {
  return lists.reduce<number[][]>((sets, list) => sets.flatMap((set) => list.map((v) => [...set, v])), [[]]);
}

function inside(share: number): number {
  return Math.min(0.98, Math.max(0.002, share));
}

/**
 * The mean field of the migration game at noise 1 and a fixed switching cost k, for a pace λ, a bias h, a coupling J and a first
 * share x₀: choices show no more of the game than these. Steps of fourth order (Runge–Kutta), good to 1e-4 and mostly to 1e-6: a hundredth of a point at worst. `most` is how far h and
 * J may go: where a fit stands at that end, a series does not say how strong the coupling is.
 */
export function migrationCurve(switchingCost: number, most = 5): Curve {
  const k = switchingCost;
  const slope = (pace: number, h: number, J: number, x: number) => {
    const gap = h + J * (2 * x - 1);
    return pace * ((1 - x) * logistic(gap - k) - x * logistic(-gap - k));
  };
  return {
    id: "migration",
    label: "Migration game",
    names: ["pace", "bias", "coupling", "initialShare"],
    box: [
      [0.02, 10],
      [-most, most],
      [0, most],
      [1e-4, 0.9999]
    ],
    shares([pace, h, J, first], time, to) {
      let x = first!;
      let now = 0;
      for (let i = 0; i < time.length; ++i) {
        const years = time[i]! - now;
        const steps = Math.ceil(years / Math.min(0.25, 0.5 / (pace! * (1 + J! / 2))) - 1e-9);
        const step = years / Math.max(1, steps);
        for (let s = 0; s < steps; ++s) {
          const a = slope(pace!, h!, J!, x);
          const b = slope(pace!, h!, J!, x + (step * a) / 2);
          const c = slope(pace!, h!, J!, x + (step * b) / 2);
          const d = slope(pace!, h!, J!, x + step * c);
          x += (step * (a + 2 * b + 2 * c + d)) / 6;
        }
        now = time[i]!;
        to[i] = x;
      }
    },
    starts: (_, first) => [
      ...product([0.3, 1, 3], [0, 0.7], [0.5, 1.5, 2.5, 4], [inside(first)]),
      // A strong coupling needs a bias nearly as strong to get away at all.
      ...[8, 16, 32]
        .filter((J) => J < most)
        .flatMap((J) => product([0.05, 0.2], [J - 2, J - 0.5], [J], [inside(first)]))
    ]
  };
}

/** Growth in proportion to what is there and what is left, up to all. */
export const logisticCurve: Curve = {
  id: "logistic",
  label: "Logistic",
  names: ["rate", "midpoint"],
  box: [
    [0, 10],
    [-50, 100]
  ],
  shares([rate, midpoint], time, to) {
    for (let i = 0; i < time.length; ++i) to[i] = logistic(rate! * (time[i]! - midpoint!));
  },
  starts: (years) => product([0.2, 0.6, 1.5], [years / 4, years / 2, years, 2 * years])
};

/** The same, up to a ceiling. */
export const ceilingCurve: Curve = {
  id: "ceiling",
  label: "Logistic with a ceiling",
  names: ["rate", "midpoint", "ceiling"],
  box: [
    [0, 10],
    [-50, 100],
    [0.01, 1]
  ],
  shares([rate, midpoint, ceiling], time, to) {
    for (let i = 0; i < time.length; ++i) to[i] = ceiling! * logistic(rate! * (time[i]! - midpoint!));
  },
  starts: (years, _, last) =>
    product([0.2, 0.6, 1.5], [years / 4, years / 2, years, 2 * years], [Math.max(0.01, inside(last)), 0.99])
};

/**
 * Bass (1969): ẋ = (p + q·x)(1 − x), people who find out for themselves and people who follow others, from a share x₀ at the
 * first time (the launch is seldom in the series).
 */
export const bassCurve: Curve = {
  id: "bass",
  label: "Bass",
  names: ["innovation", "imitation", "initialShare"],
  box: [
    [0, 2],
    [0, 5],
    [0, 0.9999]
  ],
  shares([p, q, first], time, to) {
    for (let i = 0; i < time.length; ++i) {
      const t = time[i]!;
      const rate = p! + q!;
      // With c = (1 − x₀)/(p + q·x₀) the solution is (1 − p·c·e)/(1 + q·c·e), e = exp(−(p + q)t); as p + q·x₀ → 0 it stays.
      const start = p! + q! * first!;
      if (start <= 0) {
        to[i] = first!;
        continue;
      }
      const left = (1 - first!) * Math.exp(-rate * t);
      to[i] = (start - p! * left) / (start + q! * left);
    }
  },
  starts: (_, first) => product([0.003, 0.05], [0.1, 0.5, 1.2], [inside(first)])
};

/** What the migration game is held against. */
export const baselines: readonly Curve[] = [logisticCurve, ceilingCurve, bassCurve];

/** The curve of a name; the game's at a switching cost. */
export function curveOf(id: Curve["id"], switchingCost: number): Curve {
  return id === "migration" ? migrationCurve(switchingCost) : baselines.find((curve) => curve.id === id)!;
}

/**
 * A curve with one parameter held at a value, to see how well the others can make up for it.
 *
 * @throws RangeError naming the curve's parameter, or a value outside its range.
 */
export function pinned(curve: Curve, name: string, value: number): Curve {
  const j = curve.names.indexOf(name);
  if (j < 0) throw new RangeError(`name is ${JSON.stringify(name)}, but must be one of: ${curve.names.join(", ")}`);
  const [low, high] = curve.box[j]!;
  checkNumber(name, value, `a number between ${low} and ${high}`, (v) => v >= low && v <= high);
  const without = <T>(list: readonly T[]) => list.filter((_, i) => i !== j);
  return {
    ...curve,
    names: without(curve.names),
    box: without(curve.box),
    shares: (at, time, to) => curve.shares([...at.slice(0, j), value, ...at.slice(j)], time, to),
    starts(years, first, last) {
      const starts = curve.starts(years, first, last).map(without);
      return [...new Map(starts.map((start) => [start.join(), start])).values()];
    }
  };
}
