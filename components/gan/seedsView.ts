import type {TrainingFile} from "../../models/gan/files.js";
import {figure, fill} from "../figure.js";
import {runPanels} from "./runPanels.js";
import {trainingRuns} from "./runSet.js";

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
    const last = set.looks.fd.at(-1)!;
    const widest = Math.max(...set.looks.fd.map(({low, high}) => high / low));
    frame.summary(
      `Lines: the mean of ${set.runs} seeds; shades: from the least to the greatest of them, which with so few is a range and no confidence interval. At the end the Fréchet distance is ${last.mean.toPrecision(3)}, from ${last.low.toPrecision(3)} to ${last.high.toPrecision(3)}; on the way the seeds lie apart by up to a factor of ${widest.toFixed(1)}.`
    );
  });
  return frame.node;
}
