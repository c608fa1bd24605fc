import {classCount} from "../../models/gan/classes.js";
import type {FaceRun} from "../../models/gan/faceRun.js";
import type {TrainingFile, TrainingRun} from "../../models/gan/files.js";
import type {Recipe} from "../../models/gan/recipes.js";
import {drawFaces, type FaceSet, reporter, sampleSheet, trainFaces} from "./trainFaces.js";

/** When to look at a training and when to keep samples, as parts of its length: often at first, when much changes. */
const looks = [0.02, 0.05, 0.1, 0.2, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
const frames = [0, 0.005, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12, 0.2, 0.3, 0.335, 0.36, 0.4, 0.5, 0.6, 0.7, 0.85, 1];

/** Faces to a row of a sample grid, and its rows. */
const columns = 8;
const rows = 3;

/** How large the data is: for the report, and for tests, which run the same code in seconds. */
export const scale =
  process.env.THREE_GAMES_PROFILE === "smoke"
    ? {faces: 600, judged: 100, shrink: 75}
    : {faces: 10_000, judged: 2000, shrink: 1};

/** The steps of a training at these parts of its length; whole stretches of losses, so that nothing is lost. */
export function stepsAt(parts: readonly number[], steps: number, stretch: number): number[] {
  return [...new Set(parts.map((part) => Math.min(steps, Math.round((part * steps) / stretch) * stretch)))];
}

/** Trains by some recipes that differ in their seed, one after another, and gives the file that tells of it. */
export function trainingFile(name: string, recipes: readonly Recipe[]): TrainingFile {
  const set: FaceSet = drawFaces(scale.faces);
  const runs: FaceRun[] = [];
  for (const [i, {attributes, config}] of recipes.entries()) {
    const classes = classCount(config.generator.classes);
    const {steps} = config;
    const lossEvery = steps >= 2000 ? 40 : 8;
    runs.push(
      trainFaces({
        name,
        attributes,
        config,
        set,
        judged: scale.judged,
        plan: {
          lossEvery,
          looks: stepsAt(looks, steps, 1).filter((step) => step > 0),
          // The others differ only in their seed: one is enough to look at.
          frames: i === 0 ? stepsAt(frames, steps, 1) : [],
          grid: Array.from({length: rows * columns}, (_, face) => face % classes)
        },
        saveEvery: steps >= 2000 ? 400 : 16,
        watch: reporter(recipes.length > 1 ? `${name}, seed ${config.seed}` : name, {
          from: i / recipes.length,
          to: (i + 1) / recipes.length
        })
      })
    );
  }
  const first = runs[0]!;
  return {
    note: `Trained from scratch on ${set.faces.count} faces, batch ${first.trainer.config.batch}. Losses are means over ${first.plan.lossEvery} steps; Fréchet distances are over tr Σ of the real faces and compare ${scale.judged} forged faces with as many real ones under the committed classifier.`,
    config: first.trainer.config,
    attributes: recipes[0]!.attributes,
    yardstick: first.judge.yardstick,
    runs: runs.map(
      ({trainer, record}): TrainingRun => ({seed: trainer.config.seed, losses: record.losses, looks: record.looks})
    ),
    sheet: sampleSheet(first, columns, recipes[0]!.attributes)
  };
}
