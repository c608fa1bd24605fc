import {hubsFirst} from "../../models/migration/ecosystemFirst.js";
import type {Graph} from "../../models/migration/ecosystemGraph.js";
import {recordWar} from "../../models/migration/ecosystemRecord.js";
import type {RecordedWar} from "../../models/migration/ecosystemReplay.js";
import type {SomeParameters} from "../../models/migration/parameters.js";

/** The graph comes once; then each question is one war on it. */
export type WallQuestion =
  | {graph: Graph}
  | {id: number; parameters: SomeParameters; hubs: boolean; seed: string; years: number};

export type WallAnswer = {id: number} & ({war: RecordedWar} | {error: string});

const scope = self as unknown as {
  onmessage: (event: MessageEvent<WallQuestion>) => void;
  postMessage(answer: WallAnswer, transfer?: Transferable[]): void;
};

let graph: Graph | undefined;

scope.onmessage = ({data}) => {
  if ("graph" in data) {
    graph = data.graph;
    return;
  }
  const {id, parameters, hubs, seed, years} = data;
  try {
    if (!graph) throw new Error("there is no graph yet");
    const first = hubs ? {first: hubsFirst(parameters, graph)} : {};
    const war = recordWar(parameters, {graph, seed, years, ...first});
    scope.postMessage({id, war}, [
      war.start.buffer,
      war.time.buffer,
      war.agent.buffer,
      war.to.buffer
    ] as Transferable[]);
  } catch (error) {
    scope.postMessage({id, error: error instanceof Error ? error.message : String(error)});
  }
};
