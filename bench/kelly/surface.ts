import {defaultGame} from "../../models/kelly/game.js";
import {valueSurface} from "../../models/kelly/surface.js";
import {mustAgree, peer} from "../peer.js";
import {alternate, type Row} from "../row.js";

const {edge, ceiling, rounds} = defaultGame;
const wealth = 25_000;

/** The closed form on the penny tree's own grid. Both sides allocate the table anew each time. */
const surface: Row = {
  name: "closed-form surface",
  peer: "C, one thread, the same formula",
  unit: "ms",
  async run() {
    const theirs = peer("surface", [edge, ceiling, wealth, rounds]);
    mustAgree(valueSurface({edge, ceiling, rounds, wealth}), theirs.table(), 1e-9);
    return alternate(
      5,
      () =>
        Array.from({length: 5}, () => {
          const start = performance.now();
          valueSurface({edge, ceiling, rounds, wealth});
          return performance.now() - start;
        }),
      () => theirs.time(5)
    );
  }
};

export const surfaceRows: readonly Row[] = [surface];
