import {type OdeMath, type SolvedFlow, solvedFlow} from "../../models/gan/diracFlow.js";
import type {DiracGame, DiracPoint} from "../../models/gan/diracGan.js";

export interface FlowQuestion {
  id: number;
  game: DiracGame;
  start: DiracPoint;
  end: number;
}

export type FlowAnswer = {id: number; solved: SolvedFlow} | {id: number; error: string};

const scope = self as unknown as {
  onmessage: (event: MessageEvent<FlowQuestion>) => void;
  postMessage(answer: FlowAnswer): void;
};

scope.onmessage = async ({data: {id, game, start, end}}) => {
  try {
    // A large library, of which one function is used, and only once a reader has stayed with the page.
    const math = (await import("mathjs")) as unknown as OdeMath;
    scope.postMessage({id, solved: solvedFlow(game, start, end, math)});
  } catch (error) {
    scope.postMessage({id, error: error instanceof Error ? error.message : String(error)});
  }
};
