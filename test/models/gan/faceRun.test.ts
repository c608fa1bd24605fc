import assert from "node:assert/strict";
import {test} from "node:test";
import {type FaceJudge, FaceRun} from "../../../models/gan/faceRun.js";
import type {FaceTrainer, Losses} from "../../../models/gan/faceTrainer.js";

/** A training that only counts its steps. */
function counting(losses: (step: number) => Losses): FaceTrainer {
  const trainer = {
    step: 0,
    config: {steps: 8, r1: {weight: 0, every: 2}},
    train: () => losses(++trainer.step)
  };
  return trainer as unknown as FaceTrainer;
}

test("losses are noted for each stretch, and a penalty that was never taken as 0", () => {
  const plan = {lossEvery: 4, classes: [0], looks: [], frames: [], grid: [0]};
  const without = new FaceRun(
    counting((step) => ({discriminator: step, generator: 2 / 3})),
    {} as FaceJudge,
    plan
  );
  while (!without.done) without.advance();
  assert.deepEqual(without.record.losses, {
    step: [4, 8],
    discriminator: [2.5, 6.5],
    generator: [0.66667, 0.66667],
    r1: [0, 0]
  });
  const every = (step: number) => ({discriminator: 1, generator: 1, ...(step % 2 === 1 && {r1: step})});
  const penalised = new FaceRun(counting(every), {} as FaceJudge, plan);
  while (!penalised.done) penalised.advance();
  assert.deepEqual(penalised.record.losses.r1, [2, 6]);
});
