import {checkWhole} from "../check.js";
import type {Engine} from "../nn/engine.js";
import {classOf} from "./classes.js";
import type {Classifier} from "./classifier.js";
import {readMany, realFaces, relativeDistance} from "./evaluation.js";
import type {FaceForge} from "./faceForge.js";
import type {AttributeName, FaceLabel} from "./faceLabels.js";
import type {TruncationRow} from "./files.js";
import type {Images} from "./images.js";
import {latentOf} from "./latents.js";

/** What truncation is judged by. */
export interface TruncationStudy {
  engine: Engine;
  forge: FaceForge;
  classifier: Classifier;
  /** Real faces, at least twice as many as are judged at a time, and their labels: as many classes are asked for. */
  real: Images;
  labels: readonly FaceLabel[];
  /** What the forge is asked for. */
  attributes: readonly AttributeName[];
  psis: readonly number[];
  /** Faces judged at a time. */
  faces: number;
  watch?: (done: number) => void;
}

/**
 * What the classifier makes of forged faces at each ψ, and of real ones. The same seeds at every ψ, so that rows differ
 * by ψ alone. `asked` is the share of the attributes asked for that are read back.
 */
export function truncationStudy(study: TruncationStudy): {real: Omit<TruncationRow, "psi">; rows: TruncationRow[]} {
  const {engine, forge, classifier, real, labels, attributes, psis, faces, watch = () => {}} = study;
  checkWhole("faces", faces, 65, Math.floor(real.count / 2));
  const right = (read: readonly FaceLabel[], wanted: readonly FaceLabel[]) => {
    let count = 0;
    read.forEach((label, i) => {
      for (const name of attributes) if (label[name] === wanted[i]![name]) ++count;
    });
    return count / (read.length * attributes.length);
  };
  const law = readMany(engine, classifier, realFaces(engine, real), faces);
  const other = readMany(engine, classifier, realFaces(engine, real, faces), faces);
  const latents = Array.from({length: faces}, (_, i) => latentOf(`truncation ${i}`, forge.generator.shape.latent));
  const rows = psis.map((psi, done): TruncationRow => {
    const read = readMany(
      engine,
      classifier,
      (start, count) =>
        forge.values(
          latents.slice(start, start + count).map((latent, i) => ({
            latent,
            class: classOf(labels[start + i]!, attributes),
            psi,
            noiseSeed: `truncation ${start + i}`
          }))
        ),
      faces
    );
    watch((done + 1) / psis.length);
    return {
      psi,
      fd: relativeDistance(law.moments, read.moments),
      coverage: read.coverage,
      sureness: read.sureness,
      asked: right(read.labels, labels)
    };
  });
  return {
    real: {
      fd: relativeDistance(law.moments, other.moments),
      coverage: other.coverage,
      sureness: other.sureness,
      asked: right(other.labels, labels.slice(faces))
    },
    rows
  };
}
