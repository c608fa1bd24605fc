import {readFileSync} from "node:fs";
import {classValues} from "../../models/gan/classes.js";
import {createForge} from "../../models/gan/faceForge.js";
import {drawLabels, type FaceLabel} from "../../models/gan/faceLabels.js";
import {createReader} from "../../models/gan/faceReader.js";
import type {FlagshipFile, SketchesFile} from "../../models/gan/files.js";
import {parseLineage} from "../../models/gan/lineage.js";
import {Ngrams} from "../../models/gan/ngrams.js";
import {nobodyDefaults, nobodyRequest, sketchLessons} from "../../models/gan/nobody.js";
import {writeSketch} from "../../models/gan/sketchGrammar.js";
import {
  type Lesson,
  restoreSketchModel,
  sampleSketches,
  saveSketchModel,
  surpriseOf,
  trainSketchModel
} from "../../models/gan/sketchModel.js";
import {agreementOf, noveltyOf} from "../../models/gan/sketchStudy.js";
import {Vocabulary} from "../../models/gan/sketchTokens.js";
import {createEngine} from "../../models/nn/engine.js";
import {random} from "../../models/random.js";
import {significant} from "../../models/round.js";
import {readBuffer} from "./trainFaces.js";

/** A smoke test learns for less long, and looks at less. */
const scale =
  process.env.THREE_GAMES_PROFILE === "smoke"
    ? {steps: 170, heldOut: 60, sampled: 60, faces: 40}
    : {steps: 1250, heldOut: 1000, sampled: 600, faces: 600};
const {sketches: learnt, ...training} = sketchLessons;
const temperatures = [0.35, 0.5, 0.7, 1];

const progress = (share: number, text: string) => process.stderr.write(`progress ${share.toFixed(3)} ${text}\n`);

/** Sketches by the grammar, of faces drawn at random. */
function written(count: number, seed: string) {
  const source = random(`${seed} grammar`);
  const labels = drawLabels(count, `${seed} labels`);
  return labels.map((label) => ({label, ...writeSketch(label, source)}));
}

const books = written(learnt, "learnt");
const unseen = written(scale.heldOut, "held out");
const vocabulary = Vocabulary.of(books.map(({text}) => text));
const lessonsOf = (sketches: typeof books): Lesson[] =>
  sketches.map(({text, label}) => ({words: vocabulary.encode(text), label}));
const [lessons, exam] = [lessonsOf(books), lessonsOf(unseen)];
const wordsOf = (list: readonly Lesson[]) => list.reduce((sum, {words}) => sum + words.length + 1, 0);

const engine = createEngine({memoryMegabytes: 160});
const trained = trainSketchModel(engine, vocabulary, lessons, {
  ...training,
  steps: scale.steps,
  watch(step, loss) {
    if (step % 20 === 0)
      progress((0.8 * step) / scale.steps, `sketches, ${Math.exp(loss).toFixed(2)} words to choose from`);
  }
});
const bytes = saveSketchModel(trained);
// What is judged is what is published: weights in half precision.
const model = restoreSketchModel(engine, bytes);

progress(0.8, "sketches, held against others");
const texts = exam.map(({words}) => words);
const counted = (order: number) =>
  new Ngrams(
    order,
    vocabulary.size,
    lessons.map(({words}) => words)
  ).surprise(texts);
const misled = exam.map((lesson, i) => ({...lesson, label: exam[(i + 1) % exam.length]!.label}));
const perplexity = (surprise: number) => significant(Math.exp(surprise), 4);

/** Sketches by the model for labels of one seed. */
const sample = (labels: readonly FaceLabel[], temperature: number) =>
  sampleSketches(
    model,
    labels,
    labels.map((_, i) => random(`sample ${i}`)),
    temperature
  );
const asked = drawLabels(scale.sampled, "sampled labels");
const samples = temperatures.map((temperature) => ({temperature, texts: sample(asked, temperature)}));

progress(0.9, "sketches of forged faces");
const flagship = JSON.parse(readFileSync(new URL("./flagship.json", import.meta.url), "utf8")) as FlagshipFile;
const {generator} = flagship.config;
const faces = createEngine({memoryMegabytes: 64});
const forge = createForge(faces, flagship, readBuffer(new URL("./flagship.f16.bin", import.meta.url)));
const reader = createReader(faces, readBuffer(new URL("./classifier.f16.bin", import.meta.url)));
const requests = Array.from({length: scale.faces}, (_, i) =>
  nobodyRequest(parseLineage(String(i + 1)), generator, nobodyDefaults.psi)
);
const read = reader(forge.values(requests)).map(({label}) => label);
const ordered = requests.map(({class: number}, i) => {
  const values = classValues(number, generator.classes);
  return {...read[i]!, ...Object.fromEntries(flagship.attributes.map((name, a) => [name, values[a]!]))};
});
const told = sample(read, nobodyDefaults.temperature);

process.stdout.write(
  JSON.stringify({
    note: `A language model of ${vocabulary.size} words, trained on ${learnt} sketches by a grammar, labels of faces beside them. Perplexities are over ${scale.heldOut} sketches that it never saw, agreement over ${scale.sampled} sets of labels and ${scale.faces} forged faces, novelty at the temperature of the page.`,
    model: Buffer.from(bytes).toString("base64"),
    parameters: model.parameters.count,
    vocabulary: vocabulary.size,
    learnt: {sketches: learnt, words: wordsOf(lessons), steps: scale.steps, batch: training.batch},
    perplexity: {
      sketches: scale.heldOut,
      model: perplexity(surpriseOf(model, exam)),
      misled: perplexity(surpriseOf(model, misled)),
      unigram: perplexity(counted(1)),
      bigram: perplexity(counted(2)),
      trigram: perplexity(counted(3)),
      grammar: perplexity(unseen.reduce((sum, {surprise}) => sum + surprise, 0) / wordsOf(exam))
    },
    novelty: {
      temperature: nobodyDefaults.temperature,
      model: noveltyOf(
        samples.find(({temperature}) => temperature === nobodyDefaults.temperature)!.texts,
        books.map(({text}) => text)
      ),
      grammar: noveltyOf(
        written(scale.sampled, "fresh").map(({text}) => text),
        books.map(({text}) => text)
      )
    },
    agreement: samples.map(({temperature, texts}) => ({temperature, ...agreementOf(texts, asked)})),
    forged: {
      faces: scale.faces,
      psi: nobodyDefaults.psi,
      temperature: nobodyDefaults.temperature,
      read: agreementOf(told, read),
      asked: agreementOf(told, ordered, flagship.attributes)
    }
  } satisfies SketchesFile)
);
