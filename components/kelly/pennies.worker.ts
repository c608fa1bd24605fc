import type {TreeGame} from "../../models/kelly/decisionTree.js";
import {type UnitCosts, unitCosts} from "../../models/kelly/unitCost.js";

/** A game to solve; the answer carries the same number. */
export interface PennyQuestion {
  id: number;
  game: TreeGame;
  most: number;
}

/** How far a solution is, or the solution, or why there is none. */
export type PennyAnswer = {id: number} & ({done: number} | {costs: UnitCosts} | {error: string});

const scope = self as unknown as {
  onmessage: (event: MessageEvent<PennyQuestion>) => void;
  postMessage(answer: PennyAnswer, transfer?: Transferable[]): void;
};

// Games of the same size follow each other while a slider moves: they share one table.
let table: Float64Array | undefined;

scope.onmessage = ({data: {id, game, most}}) => {
  try {
    const size = (game.rounds + 1) * (Math.round(game.ceiling / game.unit) + 1);
    if (table?.length !== size) table = new Float64Array(size);
    const step = Math.max(1, Math.round(game.rounds / 20));
    const onRow = (row: number) => row % step === 0 && scope.postMessage({id, done: row / game.rounds});
    const costs = unitCosts(game, most, {onRow, into: table});
    scope.postMessage({id, costs}, [costs.places.buffer, costs.whole.buffer, costs.cost.buffer] as ArrayBuffer[]);
  } catch (error) {
    table = undefined;
    scope.postMessage({id, error: error instanceof Error ? error.message : String(error)});
  }
};
