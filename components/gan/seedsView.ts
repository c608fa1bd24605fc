import type {TrainingFile} from "../../models/gan/files.js";
import {figure, fill} from "../figure.js";
import {runPanels} from "./runPanels.js";
import {type RunSet, trainingRuns} from "./runSet.js";

/** How far the seeds lie apart, and what real faces of this size are to the same classifier. */
export function seedsWords({runs, looks, judged, realCoverage}: RunSet): string {
  const last = looks.fd.at(-1)!;
  const widest = Math.max(...looks.fd.filter(({low}) => low > 0).map(({low, high}) => high / low), 1);
  return `Lines: the mean of ${runs} seeds; shades: from the least to the greatest of them, which with so few is a range and no confidence interval. At the end the Fréchet distance is ${last.mean.toPrecision(3)}, from ${last.low.toPrecision(3)} to ${last.high.toPrecision(3)}; on the way the seeds lie apart by up to a factor of ${widest.toFixed(1)}. Of 512 combinations the classifier finds ${realCoverage} in ${judged.toLocaleString("en-US")} real faces of 16 pixels: fewer than there are, since it learnt on 32 and misreads some.`;
}

/** One recipe from several seeds: the range of what they say. */
export function seedsView(data: Promise<TrainingFile>): HTMLElement {
  let end = 0;
  const panels = runPanels(["coverage", "fd"], {
    pick: () => {},
    hover(images) {
      panels.at(images ?? end);
    }
  });
  const frame = figure({title: "One recipe, several seeds, 16 pixels", children: [panels.node]});
  fill(frame, data.then(trainingRuns), (set) => {
    panels.update(set, true);
    end = set.steps * set.batch;
    panels.at(end);
    frame.summary(seedsWords(set));
  });
  return frame.node;
}
