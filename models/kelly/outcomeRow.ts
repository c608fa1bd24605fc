import type {OutcomeRow} from "./files.js";
import {cumulative, finalShares} from "./finalShares.js";
import type {Game} from "./game.js";
import {outcome, type Strategy} from "./strategies.js";

/** The final wealths, in dollars, at which a row gives the distribution: 0, then 100 steps up to the ceiling. */
export function rowWealths(ceiling: number): number[] {
  return Array.from({length: 101}, (_, i) => (ceiling * i) / 100);
}

/**
 * The outcome of a strategy in the few numbers that charts need. Never sampled; see `outcome`.
 *
 * @throws RangeError naming a field of the game, or the stake of a free rule.
 */
export function outcomeRow(id: string, strategy: Strategy, game: Game): OutcomeRow {
  const result = outcome(strategy, game);
  const {mean, error, meanBasis, basis} = result;
  return {
    id,
    mean,
    error,
    meanBasis,
    basis,
    shares: finalShares(result, game),
    cumulative: Array.from(cumulative(result, rowWealths(game.ceiling)))
  };
}
