import {chiSquare, chiSquareTail} from "../../models/gan/chiSquare.js";
import {
  combinationCount,
  combinationKinds,
  distinctCombinations,
  labelKey,
  repeatCount,
  valueChances
} from "../../models/gan/combinations.js";
import {attributes} from "../../models/gan/faceLabels.js";
import type {FacesFile} from "../../models/gan/files.js";
import {differenceHash, pictureBytes} from "../../models/gan/pictures.js";
import {createEngine} from "../../models/nn/engine.js";
import {significant} from "../../models/round.js";
import {sheetImages, sheetLabels} from "./faceSheet.js";
import {nearPairs, readingStudy, visibility} from "./faceStudy.js";
import {readClassifier} from "./trainFaces.js";

// A smoke test runs the same with fewer faces.
const smoke = process.env.THREE_GAMES_PROFILE === "smoke";
const labels = sheetLabels();
const images = sheetImages(0.35);
const count = labels.length;
const places = labels.map((_, i) => i);
process.stderr.write("progress 0.4 counting\n");

const balance = attributes.map(({name, values}) => {
  const counts = values.map((_, value) => labels.filter((label) => label[name] === value).length);
  const expected = valueChances(name).map((chance) => significant(chance * count, 6));
  const square = chiSquare(counts, expected);
  const degrees = values.length - 1;
  const chance = significant(chiSquareTail(square, degrees), 4);
  return {name, counts, expected, chiSquare: significant(square, 4), degrees, chance};
});

const repeats = distinctCombinations(count, combinationKinds());
// Hair, hair colour and skin are equally likely in all their combinations.
const coverage = distinctCombinations(Math.min(2000, count), [{count: 512, chance: 1 / 512}]);
const covered = new Set(labels.slice(0, 2000).map(({hair, hairColor, skin}) => `${hair} ${hairColor} ${skin}`));
process.stderr.write("progress 0.5 reading\n");

const engine = createEngine();
const study = readingStudy(engine, readClassifier(engine), images, smoke ? 200 : 1000, smoke ? 10 : 200);
process.stderr.write("progress 0.8 comparing\n");

process.stdout.write(
  JSON.stringify({
    note: `${count} faces; what the classifier reads is counted over ${study.reading.tested} faces that it never saw. Near pairs are those of ${smoke ? 60 : 500} faces.`,
    count,
    combinations: combinationCount,
    balance,
    repeats: {
      found: repeatCount(labels.map(labelKey)),
      expected: significant(count - repeats.mean, 6),
      sd: significant(repeats.sd, 5)
    },
    samePictures: repeatCount(places.map((i) => Buffer.from(pictureBytes(images, i)).toString("latin1"))),
    sameHashes: repeatCount(places.map((i) => differenceHash(images, pictureBytes(images, i)))),
    coverage: {
      faces: Math.min(2000, count),
      found: covered.size,
      expected: significant(coverage.mean, 6),
      sd: significant(coverage.sd, 4)
    },
    visible: visibility(smoke ? 30 : 300),
    near: nearPairs(images, labels, smoke ? 60 : 500, 8),
    ...study
  } satisfies FacesFile)
);
