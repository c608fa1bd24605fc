/**
 * Trains the classifier that reads the labels back from the faces, and writes data/gan/classifier.f16.bin. About a
 * minute. Its weights are committed and the same for the whole project, since Fréchet distances compare only under one
 * classifier.
 *
 *     npx tsx scripts/trainClassifier.ts [TARGET]
 */
import {writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {drawFaces} from "../data/gan/trainFaces.js";
import {accuracy, classifierTraining, trainClassifier} from "../models/gan/classifier.js";
import {createEngine} from "../models/nn/engine.js";
import {saveCheckpoint} from "../models/nn/training.js";

const target = process.argv[2] ?? fileURLToPath(new URL("../data/gan/classifier.f16.bin", import.meta.url));
const {steps, until, count} = classifierTraining;
const {labels, faces} = drawFaces(count);
const engine = createEngine();
const classifier = trainClassifier(engine, faces, labels, until, {
  ...classifierTraining,
  watch: (step, loss) => {
    if (step % 500 === 499) console.log(`step ${step + 1} of ${steps}: loss ${loss.toFixed(4)}`);
  }
});
console.table(accuracy(engine, classifier, faces, labels, until));
writeFileSync(target, new Uint8Array(saveCheckpoint({classifier: classifier.parameters}, classifierTraining, "fp16")));
