import type {OutcomeRow} from "../../models/kelly/files.js";
import type {Game} from "../../models/kelly/game.js";
import {outcomeRow} from "../../models/kelly/outcomeRow.js";
import {payoffByFraction} from "../../models/kelly/payoffs.js";
import {type RosterId, rosterStrategy} from "../../models/kelly/roster.js";
import {kelly, meansByHorizon} from "../../models/kelly/strategies.js";

/** One piece of work: the curve over fractions, Kelly stopping at the ceiling by horizon, or a row of outcomes. */
export type Piece = "curve" | "clipped" | RosterId;

export interface StrategyQuestion {
  id: number;
  game: Game;
  fraction: number;
  /** Fractions of the curve. */
  fractions: Float64Array;
  /** Longest horizon wanted by horizon. */
  longest: number;
  pieces: Piece[];
}

export type StrategyAnswer = {id: number} & (
  | {piece: "curve" | "clipped"; numbers: Float64Array}
  | {piece: RosterId; row: OutcomeRow}
  | {error: string}
  | {done: true}
);

const scope = self as unknown as {
  onmessage: (event: MessageEvent<StrategyQuestion>) => void;
  postMessage(answer: StrategyAnswer): void;
};

let latest = 0;

function answer(piece: Piece, {id, game, fraction, fractions, longest}: StrategyQuestion): StrategyAnswer {
  if (piece === "curve") return {id, piece, numbers: payoffByFraction(game, fractions)};
  if (piece === "clipped") return {id, piece, numbers: meansByHorizon(kelly(), {...game, rounds: longest})};
  return {id, piece, row: outcomeRow(piece, rosterStrategy(piece, fraction), game)};
}

scope.onmessage = async ({data}) => {
  latest = data.id;
  try {
    for (const piece of data.pieces) {
      scope.postMessage(answer(piece, data));
      // A newer question makes this one pointless: let it in.
      await new Promise((resolve) => setTimeout(resolve));
      if (latest !== data.id) return;
    }
    scope.postMessage({id: data.id, done: true});
  } catch (error) {
    scope.postMessage({id: data.id, error: error instanceof Error ? error.message : String(error)});
  }
};
