import {checkNumber} from "../check.js";
import {type Random, random} from "../random.js";
import {bustBelow, checkGame, type Game} from "./game.js";
import {betValue, checkStake} from "./stakeLoss.js";
import {value} from "./value.js";

/**
 * The game as it is played: whole cents, one flip after another. The coin is settled by the seed alone, so a seed and
 * a list of stakes are a whole game, and two players with the same seed see the same flips.
 */

/** One flip, and what came of it. Money in dollars. */
export interface Flip {
  stake: number;
  heads: boolean;
  /** Wealth after the flip. */
  wealth: number;
  /** V after the flip: what the best player would expect from here. */
  value: number;
  /** V after the flip less what the stake was worth before it: the coin's doing, 0 on average. */
  luck: number;
  /** What the stake gave away against the best one: the player's doing, 0 or more. */
  loss: number;
}

/** A game under way. The fields of `game` are those it began with. */
export interface Play {
  readonly game: Readonly<Game>;
  readonly seed: string;
  readonly history: readonly Flip[];
}

/** What a player can do: flip with a stake in dollars, take the last flip back, or begin anew (with another seed). */
export type PlayAction = {type: "flip"; stake: number} | {type: "undo"} | {type: "restart"; seed?: string};

/** A rule of play: dollars to stake with this wealth and this many rounds left. */
export type Stake = (wealth: number, rounds: number) => number;

/** Dollars rounded to whole cents. */
export function toCents(dollars: number): number {
  return Math.round(dollars * 100) / 100;
}

/** Whether a sum of dollars is a whole number of cents. */
export function isCents(dollars: number): boolean {
  return Math.abs(dollars * 100 - Math.round(dollars * 100)) < 1e-6;
}

/**
 * A game not yet begun.
 *
 * @throws RangeError naming a field of the game; the wealth must be whole cents.
 */
export function startPlay(game: Game, seed: string | number): Play {
  const {edge, ceiling, rounds, wealth} = checkGame(game);
  checkNumber("wealth", wealth, "a whole number of cents", isCents);
  return {game: {edge, ceiling, rounds, wealth: Math.min(ceiling, toCents(wealth))}, seed: String(seed), history: []};
}

/** Wealth in hand, in dollars. */
export function wealthNow({game, history}: Play): number {
  return history.at(-1)?.wealth ?? game.wealth;
}

/** Flips left, were none of them pre-empted by ruin or the ceiling. */
export function roundsLeft({game, history}: Play): number {
  return game.rounds - history.length;
}

/** What the best player would expect from here, in dollars. */
export function valueNow(play: Play): number {
  return play.history.at(-1)?.value ?? value(play.game);
}

/** Whether there is nothing more to play for: no rounds left, the ceiling reached, or less than a cent in hand. */
export function isOver(play: Play): boolean {
  const wealth = wealthNow(play);
  return roundsLeft(play) === 0 || wealth >= play.game.ceiling || wealth < bustBelow;
}

/** How the coin falls, flip by flip: heads when the next random number is below the edge. A greater edge turns some
 * tails of the same seed into heads and no heads into tails. */
export function coin(seed: string | number, edge: number): () => boolean {
  const next: Random = random(seed);
  return () => next() < edge;
}

/** The side the coin shows at flip `index`, 0 the first. */
export function headsAt(seed: string | number, edge: number, index: number): boolean {
  const flip = coin(seed, edge);
  for (let i = 0; i < index; ++i) flip();
  return flip();
}

function settle(play: Play, stake: number, heads: boolean): Flip {
  const wealth = wealthNow(play);
  checkStake(stake, wealth);
  checkNumber("stake", stake, "a whole number of cents", isCents);
  const {edge, ceiling} = play.game;
  const rounds = roundsLeft(play);
  const before = valueNow(play);
  const worth = betValue({edge, ceiling, rounds, wealth, stake});
  const after = Math.min(ceiling, toCents(heads ? wealth + stake : wealth - stake));
  const valueAfter = value({edge, ceiling, rounds: rounds - 1, wealth: after});
  return {
    stake: toCents(stake),
    heads,
    wealth: after,
    value: valueAfter,
    luck: valueAfter - worth,
    loss: Math.max(0, before - worth)
  };
}

/**
 * The game after an action; the one passed in is left as it was. A flip of a game that is over, and an undo of one not
 * begun, change nothing.
 *
 * @throws RangeError naming a stake that is not whole cents between 0 and the wealth.
 */
export function play(state: Play, action: PlayAction): Play {
  if (action.type === "restart") return startPlay(state.game, action.seed ?? state.seed);
  if (action.type === "undo") return {...state, history: state.history.slice(0, -1)};
  if (isOver(state)) return state;
  const heads = headsAt(state.seed, state.game.edge, state.history.length);
  return {...state, history: [...state.history, settle(state, action.stake, heads)]};
}

/** The stakes of a game under way or over, in dollars: with its game and seed they are all of it. */
export function stakesOf({history}: Play): number[] {
  return history.map((flip) => flip.stake);
}

function run(game: Game, seed: string | number, stakeAt: (play: Play) => number | undefined): Play {
  const start = startPlay(game, seed);
  const flip = coin(start.seed, game.edge);
  const history: Flip[] = [];
  const state: Play = {...start, history};
  while (!isOver(state)) {
    const stake = stakeAt(state);
    if (stake === undefined) break;
    history.push(settle(state, stake, flip()));
  }
  return state;
}

/**
 * The game that a seed and a list of stakes stand for. Stakes left over when the game ends are not played.
 *
 * @throws RangeError naming a field of the game or a stake.
 */
export function replay(game: Game, seed: string | number, stakes: readonly number[]): Play {
  return run(game, seed, ({history}) => stakes[history.length]);
}

/**
 * A whole game played by a rule on the flips of this seed. Its stakes are rounded to the nearest cent, so even the
 * optimal rule loses a few hundredths of a cent where the optimal stakes lie closer together than that.
 *
 * @throws RangeError naming a field of the game or the stake.
 */
export function playRule(stake: Stake, game: Game, seed: string | number): Play {
  return run(game, seed, (state) => {
    const wealth = wealthNow(state);
    return toCents(checkStake(stake(wealth, roundsLeft(state)), wealth));
  });
}

/** How a game came about, in dollars: value = expected + luck − loss. */
export interface Account {
  /** V at the start. */
  expected: number;
  /** Sum of the luck of all flips. */
  luck: number;
  /** Sum of what the stakes gave away. */
  loss: number;
  /** V now: once the game is over, the final wealth. */
  value: number;
}

/** Luck and skill told apart. Each flip moves V by luck − loss, so the sums account for the result to the cent. */
export function account(state: Play): Account {
  let luck = 0;
  let loss = 0;
  for (const flip of state.history) {
    luck += flip.luck;
    loss += flip.loss;
  }
  return {expected: value(state.game), luck, loss, value: valueNow(state)};
}
