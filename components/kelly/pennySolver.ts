import type {TreeGame} from "../../models/kelly/decisionTree.js";
import {type UnitCosts, unitCosts} from "../../models/kelly/unitCost.js";
import type {PennyAnswer, PennyQuestion} from "./pennies.worker.js";

/** How many wealths a chart looks at: more than there are pixel rows to tell them apart. */
const most = 180;

/** Tables up to this many entries take a millisecond or two, and are solved at once; larger ones in the worker. */
const quick = 80_000;

/** What becomes of a game that was asked for. */
export interface PennyWatcher {
  /** The game is solved. `costs` belongs to `game`. */
  solved(game: TreeGame, costs: UnitCosts): void;
  /** A share of the table is done, 0 … 1. */
  progress(game: TreeGame, done: number): void;
  failed(game: TreeGame, message: string): void;
}

/**
 * Solves games in whole units of money without holding up the page. Only the game asked for last matters: while one
 * is being solved at most one more waits, and a newer one takes its place.
 */
export function pennySolver(watcher: PennyWatcher): (game: TreeGame) => void {
  let worker: Worker | undefined;
  let id = 0;
  let delivered = 0;
  let running: PennyQuestion | undefined;
  let waiting: PennyQuestion | undefined;
  let room: {table: Float64Array; scratch: Float64Array} | undefined;

  const ask = (question: PennyQuestion) => {
    running = question;
    worker ??= start();
    worker.postMessage(question);
  };
  const next = () => {
    running = undefined;
    if (!waiting) return;
    const question = waiting;
    waiting = undefined;
    ask(question);
  };
  const start = () => {
    const made = new Worker(import.meta.resolve("./pennies.worker.js"), {type: "module"});
    made.onmessage = ({data}: MessageEvent<PennyAnswer>) => {
      if (!running || data.id !== running.id) return;
      const {game} = running;
      const wanted = data.id === id;
      if ("done" in data) {
        if (wanted) watcher.progress(game, data.done);
        return;
      }
      next();
      // A solution that has been overtaken is still closer to the truth than the one before it.
      if ("error" in data) {
        if (wanted) watcher.failed(game, data.error);
      } else if (data.id > delivered) {
        delivered = data.id;
        watcher.solved(game, data.costs);
      }
    };
    made.onerror = () => {
      const failed = running;
      made.terminate();
      worker = undefined;
      next();
      if (failed && failed.id === id) watcher.failed(failed.game, "the solver could not be started");
    };
    return made;
  };

  return (game) => {
    ++id;
    const units = Math.round(game.ceiling / game.unit);
    const size = (game.rounds + 1) * (units + 1);
    if (size <= quick) {
      waiting = undefined;
      delivered = id;
      room ??= {table: new Float64Array(quick), scratch: new Float64Array(quick)};
      watcher.solved(game, unitCosts(game, most, {into: room.table.subarray(0, size), scratch: room.scratch}));
      return;
    }
    watcher.progress(game, 0);
    const question = {id, game, most};
    if (running) waiting = question;
    else ask(question);
  };
}
