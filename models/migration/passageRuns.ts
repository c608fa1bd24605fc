import {checkWhole} from "../check.js";
import {createRun} from "./agents.js";
import type {SomeParameters} from "./parameters.js";

/** What to play, and how often. Counts of agents on the new platform. */
export interface PassageRuns {
  agents: number;
  from: number;
  /** Where a run ends above, and (if it ends there at all) below. */
  high: number;
  low?: number;
  runs: number;
  /** Run i is played on the seed `seed`:i. */
  seed: string | number;
}

/** What became of the runs. */
export interface PassageSample {
  /** Years until a run ended, on average, with its standard error. */
  mean: number;
  error: number;
  /** The share of the runs that ended above. */
  won: number;
  runs: number;
}

/**
 * First passages as agents make them: each run begins with `from` of the agents on the new platform and ends when for the first time
 * `high` are, or `low`. To be held against `firstPassage` and `absorption`. The moment is that of the move itself.
 *
 * @throws RangeError naming a parameter, agents, from, high, low, runs or seed.
 */
export function passageRuns(
  given: SomeParameters,
  {agents, from, high, low = -1, runs, seed}: PassageRuns
): PassageSample {
  checkWhole("agents", agents, 1, 1e6);
  checkWhole("high", high, 1, agents);
  checkWhole("low", low, -1, high - 1);
  checkWhole("from", from, low + 1, high - 1);
  checkWhole("runs", runs, 2);
  let sum = 0;
  let squares = 0;
  let won = 0;
  for (let i = 0; i < runs; ++i) {
    let count = from;
    let end = -1;
    const run = createRun(given, {
      agents,
      seed: `${seed}:${i}`,
      first: Array.from({length: from}, (_, agent) => agent),
      onSwitch(time, _, to) {
        count += to === 1 ? 1 : -1;
        if (end < 0 && (count === high || count === low)) {
          end = time;
          if (count === high) ++won;
        }
      }
    });
    // The run cannot be stopped within a stretch; what happens after its end is not looked at.
    while (end < 0) run.advance(1);
    sum += end;
    squares += end * end;
  }
  const mean = sum / runs;
  return {mean, error: Math.sqrt(Math.max(0, squares / runs - mean * mean) / (runs - 1)), won: won / runs, runs};
}
