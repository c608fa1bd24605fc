import type {EndingSequencesFile} from "../../models/migration/files.js";
import {type Figure, figure, fill} from "../figure.js";
import {plotView} from "../plotView.js";
import {endingSearch} from "./endingSearch.js";
import {
  sequenceWords,
  type Timeline,
  type TimelinesState,
  timelinesHeight,
  timelinesOptions
} from "./endingTimelines.js";

type War = EndingSequencesFile["wars"][number];

const warNames: Readonly<Record<string, string>> = {
  prolonged: "A prolonged war",
  stuck: "A stuck war",
  split: "A war that shims can split"
};

const searchOf = (war: War, offer: string, price: number) => {
  const found = war.searches.find((d) => d.offer === offer && d.price === price);
  if (!found?.best.length) throw new Error("endingSequences.json is malformed");
  return found;
};

/** What the picture holds of one war: the best of each offer, runners-up of the main one, and two things to hold them against. */
export function warTimelines(war: War): Timeline[] {
  const priced = searchOf(war, "shims", 0.05).best;
  const line = (label: string, {steps, loss}: (typeof priced)[number]): Timeline => ({label, steps, loss});
  const named = (label: string, offer: string, price: number) => {
    const best = searchOf(war, offer, price).best[0]!;
    return line(label, best);
  };
  const found = [
    named("With a subsidy:", "subsidy", 0.05),
    named("Shims, free:", "shims", 0),
    {...line("Shims, 0.05 a year:", priced[0]!), best: true},
    line("Runner-up:", priced[1]!),
    named("Only both ways, free:", "twoWay", 0)
  ].sort((a, b) => a.loss - b.loss);
  return [
    {label: "Instant switch by all", steps: [], loss: war.instant, bare: true, heading: warNames[war.id] ?? war.id},
    ...found,
    {label: "Nothing", steps: [], loss: war.nothing, bare: true}
  ];
}

/** The best sequences in three wars, as the loader found them. */
export function sequencesFigure(data: Promise<EndingSequencesFile>): HTMLElement {
  const chart = plotView<TimelinesState>({height: timelinesHeight(21, 3)}, timelinesOptions);
  const frame: Figure = figure({
    title: "The best sequences found: who is helped when, and what it costs",
    children: [chart.node]
  });
  fill(frame, data, (file) => {
    const rows = file.wars.flatMap(warTimelines);
    if (file.wars.length !== 3) throw new Error("endingSequences.json is malformed");
    chart.update({rows, years: file.years});
    frame.summary(sequencesSummary(file));
  });
  return frame.node;
}

/** The best sequences in words. */
export function sequencesSummary({wars, most, every, changesUntil}: EndingSequencesFile): string {
  const parts = wars.map((war) => {
    const {best} = searchOf(war, "shims", 0.05);
    return `${(warNames[war.id] ?? war.id).toLowerCase()}: ${sequenceWords(best[0]!.steps)}, ${best[0]!.loss.toFixed(2)} (nothing ${war.nothing.toFixed(2)}, instant switch ${war.instant.toFixed(2)})`;
  });
  return `Best with shims at 0.05 a year (a subsidy costs as much to run), of all sequences of at most ${most} settings, changed at whole multiples of ${every === 1 ? "a year" : `${every} years`} in the first ${changesUntil}: ${parts.join("; ")}.`;
}

/** The best sequences in three wars, and a search for the reader's own. */
export function sequenceStudy(data: Promise<EndingSequencesFile>) {
  return {best: sequencesFigure(data), search: endingSearch(data)};
}
