import type {SurfaceFile} from "../../models/kelly/files.js";
import {defaultGame} from "../../models/kelly/game.js";
import {valueSurface, wealthAxis} from "../../models/kelly/surface.js";

const {edge, ceiling, rounds} = defaultGame;
const [every, steps] = [2, 100];
const wealth = Array.from(wealthAxis(steps, ceiling));
const surface = valueSurface({edge, ceiling, rounds, wealth: steps});
const flips = Array.from({length: rounds / every + 1}, (_, i) => i * every);

process.stdout.write(
  JSON.stringify({
    note: `Expected final dollars under the best play, in whole cents, for every ${every} flips and ${steps} equal steps of wealth; from the closed form, for divisible money.`,
    game: {edge, ceiling, rounds},
    rounds: flips,
    wealth,
    value: flips.flatMap((b) => wealth.map((_, i) => Number(surface[b * wealth.length + i]!.toFixed(2))))
  } satisfies SurfaceFile)
);
