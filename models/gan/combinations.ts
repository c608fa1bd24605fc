import {attributeNames, attributeSizes, attributes, type FaceLabel, withoutGlasses} from "./faceLabels.js";

/**
 * Combinations of all attributes, the “days” of a birthday problem: how many draws repeat one, and how many hit it for the
 * first time.
 */

/** How many combinations of all attributes there are. */
export const combinationCount = attributeSizes.reduce((a, b) => a * b);

/** Chance of each value of an attribute under `drawLabels`. */
export function valueChances(name: keyof FaceLabel): number[] {
  const {values} = attributes[attributeNames.indexOf(name)]!;
  if (name !== "glasses") return values.map(() => 1 / values.length);
  return values.map((_, value) => (value === 0 ? withoutGlasses : (1 - withoutGlasses) / (values.length - 1)));
}

/** Combinations of a kind: `count` of them, each with the same `chance`. */
export interface CombinationKind {
  count: number;
  chance: number;
}

/** The combinations of all attributes: glasses make some likelier than others. */
export function combinationKinds(): CombinationKind[] {
  const glasses = valueChances("glasses");
  const count = combinationCount / glasses.length;
  return glasses.map((chance) => ({count, chance: chance / count}));
}

/** How many different combinations `draws` independent draws meet: the exact mean, and the exact standard deviation. */
export function distinctCombinations(draws: number, kinds: readonly CombinationKind[]): {mean: number; sd: number} {
  const missed = (chance: number) => Math.exp(draws * Math.log1p(-chance));
  let mean = 0;
  let variance = 0;
  for (const a of kinds) {
    mean += a.count * -Math.expm1(draws * Math.log1p(-a.chance));
    variance += a.count * missed(a.chance) * (1 - missed(a.chance));
    // Two combinations get into each other's way: both missed is a little less likely than one times the other.
    for (const b of kinds) {
      const both = draws * (Math.log1p(-a.chance - b.chance) - Math.log1p(-a.chance) - Math.log1p(-b.chance));
      variance += a.count * (b.count - (a === b ? 1 : 0)) * missed(a.chance) * missed(b.chance) * Math.expm1(both);
    }
  }
  return {mean, sd: Math.sqrt(Math.max(0, variance))};
}

/** A text that two labels share just if they are the same. */
export function labelKey(label: FaceLabel): string {
  return attributeNames.map((name) => label[name]).join();
}

/** How many of these have been there before. */
export function repeatCount(keys: Iterable<string>): number {
  const seen = new Set<string>();
  let repeats = 0;
  for (const key of keys) {
    if (seen.has(key)) ++repeats;
    seen.add(key);
  }
  return repeats;
}

/** The attributes that two labels differ in. */
export function differences(a: FaceLabel, b: FaceLabel): (keyof FaceLabel)[] {
  return attributeNames.filter((name) => a[name] !== b[name]);
}
