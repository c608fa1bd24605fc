import type {Game} from "../../models/kelly/game.js";
import {optimalStakes, value} from "../../models/kelly/value.js";
import {count, dollars, percent, wholeDollars} from "../format.js";

/** A situation in words: what it is worth, and what to stake there. */
export function readValue(game: Game): string {
  const {rounds, wealth, ceiling, edge} = game;
  const start = `${dollars(wealth)} with ${count(rounds, "flip")} left\nworth ${dollars(value(game))}`;
  if (wealth >= ceiling || wealth <= 0 || rounds === 0 || edge <= 0.5) return `${start}\n${stakeNote(game)}`;
  return `${start}\nstake ${stakeRange(game)}`;
}

/** Why there is nothing to stake. */
function stakeNote({rounds, wealth, ceiling}: Game): string {
  if (wealth >= ceiling) return "nothing left to win";
  if (rounds === 0) return "the game is over";
  return wealth <= 0 ? "nothing to stake" : "no stake gains anything";
}

/** The best stakes: a sum, or from one to another. */
function stakeRange(game: Game): string {
  const [low, high] = optimalStakes(game).map(dollars) as [string, string];
  return low === high ? low : `${low} to ${high}`;
}

/** What the field shows at its dot, in words. */
export function valueSummary(game: Game): string {
  const {edge, ceiling, rounds, wealth} = game;
  const worth = value(game);
  if (edge <= 0.5)
    return `A coin that lands heads ${percent(edge)} of the time gives no edge to bet on: ${dollars(wealth)} is worth ${dollars(worth)}, and the best stake is nothing.`;
  if (wealth >= ceiling)
    return `At the ceiling of ${wholeDollars(ceiling)} there is nothing left to win, and nothing to stake.`;
  if (wealth === 0) return "Without money there is nothing to stake, and the game is worth nothing.";
  const range = stakeRange(game);
  const stake = range.includes(" to ") ? `may be anything from ${range}` : `has to be ${range}`;
  return `With a ${percent(edge)} coin, ${count(rounds, "flip")} left and ${dollars(wealth)} in hand the best play is worth ${dollars(worth)}, ${percent(worth / ceiling)} of the ${wholeDollars(ceiling)} ceiling. The first stake ${stake}.`;
}

/** V over wealth, in words. */
export function overWealthWords(game: Game): string {
  const {edge, ceiling, rounds} = game;
  if (edge <= 0.5)
    return "Without an edge every dollar is worth a dollar, however many flips are left: the curve is the line of no bets.";
  const each = (from: number, to: number) =>
    dollars((value({...game, wealth: to}) - value({...game, wealth: from})) / (to - from));
  if (rounds === 1)
    return `With one flip left each dollar up to half the ceiling is worth ${each(0, ceiling / 2)}, each one above that ${each(ceiling / 2, ceiling)}.`;
  return `With ${count(rounds, "flip")} left the first dollar is worth ${each(0, Math.min(1, ceiling))}; later ones are worth less and less, and at ${wholeDollars(ceiling)} there is nothing left to win.`;
}

/** V over the flips left, in words. */
export function overRoundsWords(game: Game): string {
  const {edge, ceiling, rounds, wealth} = game;
  const [start, worth] = [dollars(wealth), (b: number) => dollars(value({...game, rounds: b}))];
  if (edge <= 0.5 || wealth === 0 || wealth >= ceiling)
    return `Time adds nothing to ${start}: it is worth ${worth(rounds)} with any number of flips.`;
  const later = [...new Set([Math.round(rounds / 2), rounds])].filter((b) => b > 1);
  return `From ${start}, one flip is worth ${worth(1)} in all${later.map((b) => `, ${count(b, "flip")} ${worth(b)}`).join("")}.`;
}
