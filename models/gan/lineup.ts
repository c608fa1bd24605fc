import {checkWhole} from "../check.js";
import {integer, random} from "../random.js";

/** Where the real face stands in each of `rounds` line-ups of `places` faces. The seed settles it. */
export function realPlaces(rounds: number, places: number, seed: string | number): number[] {
  checkWhole("places", places, 2, 100);
  const pick = integer(random(seed), 0, places - 1);
  return Array.from({length: checkWhole("rounds", rounds, 0, 1000)}, pick);
}
