import {createEngine} from "../nn/engine.js";
import type {PlaneFile, PlaneOutcome} from "./files.js";
import {divergence, type NoiseFloor, noiseFloor} from "./planeDivergence.js";
import {lookPoints, planeViewer} from "./planeLook.js";
import {coverage, planeTarget, pointSource} from "./planeTarget.js";
import {type PlaneConfig, PlaneTrainer, planeDefaults} from "./planeTrainer.js";

/** Ways to train the small GAN, to be compared over several seeds. */
export const planeWays: readonly {label: string; change: Partial<PlaneConfig>}[] = [
  {label: "as the sliders stand", change: {}},
  {label: "no penalty", change: {penalty: 0}},
  {label: "least squares", change: {loss: "leastSquares"}},
  {label: "Wasserstein, 3 judge steps", change: {loss: "wasserstein", penalty: 1, stepsD: 3}},
  {label: "hasty forger, no penalty", change: {penalty: 0, stepsG: 8, rateD: 1e-3}},
  {label: "hasty forger, penalty γ = 1", change: {penalty: 1, stepsG: 8, rateD: 1e-3}}
];

/** Trains on the ring for so many rounds, and says how far it came: the mean of five looks over the last fifth. */
export function planeOutcome(change: Partial<PlaneConfig>, seed: number, rounds: number): PlaneOutcome {
  const ring = planeTarget("ring");
  const trainer = new PlaneTrainer(createEngine({memoryMegabytes: 8}), {...planeDefaults, ...change, seed}, ring);
  const viewer = planeViewer(trainer);
  const real = pointSource(ring, "measured");
  const looks: PlaneOutcome[] = [];
  for (let look = 1; look <= 5; ++look) {
    const until = Math.round(rounds * (0.8 + 0.04 * look));
    while (trainer.rounds < until) trainer.round();
    const points = viewer.points();
    const {hit, near} = coverage(ring, points);
    looks.push({seed, hit, near, ...divergence(points, real(lookPoints))});
  }
  const mean = (name: "near" | "energy" | "js") =>
    Number((looks.reduce((sum, look) => sum + look[name], 0) / looks.length).toPrecision(4));
  return {seed, hit: looks.at(-1)!.hit, near: mean("near"), energy: mean("energy"), js: mean("js")};
}

/** Every way from several seeds. */
export function planeStudy(
  {seeds, rounds}: {seeds: number; rounds: number},
  progress: (done: number, label: string) => void = () => {}
): Omit<PlaneFile, "note"> {
  const floor: NoiseFloor = noiseFloor(planeTarget("ring"), lookPoints);
  const ways = planeWays.map(({label, change}, i) => ({
    label,
    change,
    outcomes: Array.from({length: seeds}, (_, j) => {
      progress((i + j / seeds) / planeWays.length, label);
      return planeOutcome(change, j + 1, rounds);
    })
  }));
  return {rounds, points: lookPoints, floor, ways};
}
