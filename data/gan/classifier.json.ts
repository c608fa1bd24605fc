import {accuracy, classifierTraining} from "../../models/gan/classifier.js";
import {drawLabels, facesSeed} from "../../models/gan/faceLabels.js";
import type {ClassifierFile} from "../../models/gan/files.js";
import {imagesOf} from "../../models/gan/images.js";
import {createEngine} from "../../models/nn/engine.js";
import {faceBytes} from "./faceArt.js";
import {readClassifier} from "./trainFaces.js";

const {count, until, steps} = classifierTraining;
// Faces that it never saw come after those it was trained on. The smoke setting reads fewer of them.
const tested = process.env.THREE_GAMES_PROFILE === "smoke" ? 200 : count - until;
const labels = drawLabels(until + tested, facesSeed).slice(until);
const engine = createEngine();
const classifier = readClassifier(engine);
process.stdout.write(
  JSON.stringify({
    note: `The share of ${tested} faces it never saw whose value of each attribute it reads right.`,
    parameters: classifier.parameters.count,
    trained: until,
    steps,
    tested,
    accuracy: accuracy(engine, classifier, imagesOf(faceBytes(labels, 32), 32), labels, 0)
  } satisfies ClassifierFile)
);
