import type {Game} from "../../models/kelly/game.js";
import type {Outcome} from "../../models/kelly/outcome.js";
import {account, isOver, type Play, roundsLeft, wealthNow} from "../../models/kelly/play.js";
import {rank} from "../../models/kelly/rank.js";
import type {Rivals} from "../../models/kelly/rivals.js";
import {stakeLoss} from "../../models/kelly/stakeLoss.js";
import {optimalStakes, value} from "../../models/kelly/value.js";
import {count, dollars, percent} from "../format.js";

/** A cost in words: sums too small to matter are none. */
const cost = (amount: number) => (amount < 5e-7 ? "nothing" : dollars(amount));

/** What the adviser says of a stake before the flip. */
export function adviceWords(game: Game, stake: number): string {
  const [low, high] = optimalStakes(game);
  const worth = value(game);
  const loss = stakeLoss({...game, stake});
  const range =
    high - low < 0.005 ? `Best: ${dollars(low)}.` : `Best: anything from ${dollars(low)} to ${dollars(high)}.`;
  return `${range} A stake of ${dollars(stake)} costs ${cost(loss)}: ${dollars(worth)} becomes ${dollars(worth - loss)}.`;
}

/** What the last flips did. */
export function flipWords(play: Play, flips: number): string {
  const last = play.history.slice(-flips);
  const [one] = last;
  if (!one) return "";
  if (last.length === 1)
    return `${one.heads ? "Heads" : "Tails"}: ${one.stake === 0 ? "nothing was at stake" : `you ${one.heads ? "win" : "lose"} ${dollars(one.stake)}`}. You hold ${dollars(one.wealth)}.`;
  const heads = last.filter((d) => d.heads).length;
  return `${count(last.length, "flip")}: ${heads} heads, ${last.length - heads} tails. You hold ${dollars(wealthNow(play))}.`;
}

/** How the game stands, or how it ended. */
export function standingWords(play: Play, rivals: Rivals | undefined, said: string): string {
  const {expected, luck, loss, value: worth} = account(play);
  const played = play.history.length;
  if (played === 0)
    return isOver(play)
      ? `There is nothing to play for: you start with ${dollars(wealthNow(play))}.`
      : `${count(play.game.rounds, "flip")} to go. With the best play ${dollars(play.game.wealth)} is worth ${dollars(expected)} on average; every stake you choose, and every flip, moves that.`;
  const sum = `The game was worth ${dollars(expected)} at the start; luck has ${luck < 0 ? "taken" : "added"} ${dollars(Math.abs(luck))}, and your stakes have given away ${cost(loss)}.`;
  const at = (path: Float64Array) => dollars(path[isOver(play) ? path.length - 1 : Math.min(played, path.length - 1)]!);
  const others = rivals
    ? ` On the same flips the optimal player ${isOver(play) ? "ends with" : "holds"} ${at(rivals.optimum)} and Kelly ${at(rivals.kelly)}.`
    : "";
  if (!isOver(play)) return `${said} With the best play from here that is worth ${dollars(worth)}. ${sum}${others}`;
  const left = roundsLeft(play);
  const why =
    wealthNow(play) >= play.game.ceiling
      ? `You have reached the ceiling${left ? ` with ${count(left, "flip")} to spare` : ""}.`
      : wealthNow(play) < 0.01
        ? `You are bust${left ? ` with ${count(left, "flip")} to go` : ""}.`
        : `The flips are over and you hold ${dollars(wealthNow(play))}.`;
  return `${why} ${sum}${others}`;
}

/** Where a wealth stands in the exact distribution of a player. */
export function rankWords(name: string, outcome: Outcome, wealth: number): string {
  const {below, same} = rank(outcome, wealth);
  const tie = same > 5e-5 ? `, with as much in ${percent(same)}` : "";
  return `${name} ends with less in ${percent(below)} of games${tie}`;
}
