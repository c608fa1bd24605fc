import {type Moment, type Outlook, outlook} from "../../models/migration/outlook.js";
import type {Parameters} from "../../models/migration/parameters.js";
import {sandboxYears} from "../../models/migration/sandboxWar.js";

/** What the page asks: what is to be expected of a crowd from a moment on. */
export interface BandQuestion {
  id: number;
  parameters: Readonly<Parameters>;
  moment: Moment;
  agents: number;
}

export type BandAnswer = {id: number} & ({outlook: Outlook} | {error: string});

const scope = self as unknown as {
  onmessage: (event: MessageEvent<BandQuestion>) => void;
  postMessage(answer: BandAnswer): void;
};

scope.onmessage = ({data: {id, parameters, moment, agents}}) => {
  try {
    scope.postMessage({id, outlook: outlook(parameters, moment, {agents, until: sandboxYears})});
  } catch (error) {
    scope.postMessage({id, error: error instanceof Error ? error.message : String(error)});
  }
};
