/**
 * What is known of the wall that prose quotes, kept beside the models since a page is written before its data is there.
 * Nothing here is an input: a test computes the graph's figures anew and plays the wars again.
 */
export const wallFacts = {
  nodes: 4182,
  edges: 10622,
  /** Packages that depend on none, and of those the ones on which none depends either. */
  free: 1297,
  alone: 762,
  cycles: 7,
  onCycles: 15,
  /** Packages that a hard gate holds for ever, and those of them left once one package of each cycle has been moved. */
  stuck: 383,
  leftByKeystones: 0,
  hub: "numpy",
  hubDependents: 476,
  /** T90 in years at Δq = 1.5 and x₀ = 5 %, the horizon of 40 years in place of wars not won: mean and standard error; `reached` is the part won in 40 years. */
  times: {
    debian0: {mean: 3.755, error: 0.007, reached: 1},
    debian1: {mean: 6.733, error: 0.027, reached: 1},
    debian15: {mean: 10.759, error: 0.075, reached: 1},
    debian2: {mean: 26.643, error: 0.496, reached: 0.92},
    hubs0: {mean: 3.756, error: 0.008, reached: 1},
    hubs1: {mean: 5.441, error: 0.028, reached: 1},
    hubs15: {mean: 7.575, error: 0.07, reached: 1},
    linked0: {mean: 3.755, error: 0.008, reached: 1},
    linked1: {mean: 8.79, error: 0.057, reached: 1},
    linked2: {mean: 40, error: 0, reached: 0}
  },
  /** The same behind a hard gate at Δq = 2. */
  hardTimes: {
    debian: {mean: 20.57, error: 0.328, reached: 1},
    hubs: {mean: 11.229, error: 0.246, reached: 1}
  },
  /** T90 where the crowd does not matter, ν = ρ = κ = 0, at an advantage that makes the war short: at γ = 0 and at γ = 2. */
  uncoupled: {
    advantage: 1.9,
    times: {0: {mean: 2.893, error: 0.009}, 2: {mean: 3.828, error: 0.016}}
  },
  /** An advantage, in steps of ½, from which nine in ten get past a hard gate within 40 years. */
  hardAdvantage: 2
} as const;
