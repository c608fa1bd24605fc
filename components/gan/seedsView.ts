import {html} from "htl";
import type {TrainingFile} from "../../models/gan/files.js";
import {figure, fill} from "../figure.js";
import {runPanels} from "./runPanels.js";
import {type RunSet, reached, trainingRuns} from "./runSet.js";

/** How far the seeds lie apart, and what real faces of this size are to the same classifier. */
export function seedsWords({runs, looks, judged, realCoverage}: RunSet): string {
  const last = looks.fd.at(-1)!;
  const widest = Math.max(...looks.fd.filter(({low}) => low > 0).map(({low, high}) => high / low), 1);
  return `Lines: the mean of ${runs} seeds; shades: from the least to the greatest of them, which with so few is a range and no confidence interval. At the end the Fréchet distance is ${last.mean.toPrecision(3)}, from ${last.low.toPrecision(3)} to ${last.high.toPrecision(3)}; on the way the seeds lie apart by up to a factor of ${widest.toFixed(1)}. Of 512 combinations the classifier finds ${realCoverage} in ${judged.toLocaleString("en-US")} real faces of 16 pixels: fewer than there are, since it learnt on 32 and misreads some.`;
}

/** Where a key leads from one of so many looks. */
export function lookByKey(key: string, at: number, count: number): number | undefined {
  const to = {ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: count - 1}[key];
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to));
}

/** One recipe from several seeds: the range of what they say. */
export function seedsView(data: Promise<TrainingFile>): HTMLElement {
  /** When the classifier looked, in faces shown, and the moment that is read while nothing is pointed at. */
  let looks: number[] = [];
  let moment = 0;
  const read = (images: number) => {
    moment = images;
    panels.at(moment);
  };
  const panels = runPanels(["coverage", "fd"], {
    pick: read,
    hover(images) {
      panels.at(images ?? moment);
    }
  });
  const stage =
    html`<div role="group" tabindex="0" aria-label="Curves of the seeds. The arrow keys move the moment that is read from one look to the next, Home and End to the first and the last.">${panels.node}</div>` as HTMLElement;
  stage.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !looks.length) return;
    const to = lookByKey(event.key, reached(looks, moment), looks.length);
    if (to === undefined) return;
    read(looks[to]!);
    event.preventDefault();
  });
  const frame = figure({title: "One recipe, several seeds, 16 pixels", children: [stage]});
  fill(frame, data.then(trainingRuns), (set) => {
    panels.update(set, true);
    looks = set.looks.fd.map(({images}) => images);
    read(set.steps * set.batch);
    frame.summary(seedsWords(set));
  });
  return frame.node;
}
