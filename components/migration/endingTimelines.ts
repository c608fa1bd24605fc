import * as Plot from "@observablehq/plot";
import type {EndingSequence} from "../../models/migration/files.js";
import {colors} from "../theme.js";

/** One line of the picture: who is helped when, and what it comes to. */
export interface Timeline {
  /** What the line is; its sequence in words is added. */
  label: string;
  steps: EndingSequence["steps"];
  loss: number;
  /** Words under a heading start a group. */
  heading?: string;
  /** Not a sequence of help, but something to hold one against. */
  bare?: boolean;
  best?: boolean;
}

export interface TimelinesState {
  rows: Timeline[];
  years: number;
}

/** What each setting is called, and its colour. */
export const settingStyles: Readonly<Record<string, {text: string; color: string; opacity: number}>> = {
  none: {text: "nobody", color: colors.hairline, opacity: 1},
  adopters: {text: "adopters", color: colors.newPlatform, opacity: 0.75},
  holdouts: {text: "holdouts", color: colors.oldPlatform, opacity: 0.75},
  both: {text: "both", color: colors.other, opacity: 0.75},
  subsidy: {text: "subsidy", color: colors.ceiling, opacity: 0.55},
  "adopters + subsidy": {text: "adopters and subsidy", color: colors.ceiling, opacity: 0.9}
};

/** Height that so many lines and headings take, as CSS. */
export function timelinesHeight(rows: number, headings: number): number {
  return 30 + rows * 36 + headings * 26;
}

/** Sequences as bars over the years, each with its loss at the right. */
export function timelinesOptions({rows, years}: TimelinesState, width: number): Plot.PlotOptions {
  const narrow = width < 560;
  const [left, right] = [4, 58];
  const scale = (year: number) => left + (year / years) * (width - left - right);
  let y = 24;
  const placed = rows.map((row) => {
    if (row.heading) y += 26;
    const at = y;
    y += 36;
    return {...row, y: at, text: lineText(row, narrow)};
  });
  const height = y + 6;
  const bars = placed.flatMap((row) =>
    row.bare
      ? []
      : row.steps.map(({from, name}, i) => {
          const to = row.steps[i + 1]?.from ?? years;
          const style = settingStyles[name] ?? {text: name, color: colors.outside, opacity: 1};
          return {...style, name, x1: scale(from) + (i ? 1 : 0), x2: scale(to), y: row.y};
        })
  );
  // About six pixels a letter: a word that would not fit is left to the label above.
  const worded = bars.filter(({text, x1, x2}) => x2 - x1 > text.length * 6 + 10);
  const ticks = [0, 5, 10, 20, 30, 40].filter((year) => year <= years);
  return {
    margin: 0,
    x: {domain: [0, width], range: [0, width], axis: null},
    y: {domain: [0, height], range: [0, height], axis: null},
    opacity: {type: "identity"},
    marks: [
      Plot.text(ticks, {x: scale, y: 8, text: (d) => (d === years ? `${d} yr` : `${d}`), fill: colors.muted}),
      Plot.text(["loss"], {x: width - 4, y: 8, text: (d) => d, textAnchor: "end", fill: colors.muted}),
      Plot.ruleX(ticks, {x: scale, y1: 16, y2: height, stroke: colors.hairline}),
      Plot.text(
        placed.filter(({heading}) => heading),
        {
          x: left,
          y: (d) => d.y - 13,
          text: "heading",
          textAnchor: "start",
          fontWeight: 700,
          fontSize: 13,
          fill: colors.foreground,
          stroke: colors.background,
          strokeWidth: 4
        }
      ),
      [true, false].map((best) =>
        Plot.text(
          placed.filter((d) => Boolean(d.best) === best),
          {
            x: left,
            y: (d) => d.y + 7,
            text: "text",
            textAnchor: "start",
            fontSize: narrow ? 10 : 11.5,
            fill: best ? colors.foreground : colors.muted,
            fontWeight: best ? 700 : 400,
            stroke: colors.background,
            strokeWidth: 4
          }
        )
      ),
      Plot.rect(bars, {
        x1: "x1",
        x2: "x2",
        y1: (d) => d.y + 15,
        y2: (d) => d.y + 29,
        fill: "color",
        fillOpacity: "opacity"
      }),
      Plot.ruleY(
        placed.filter(({bare}) => bare),
        {x1: left, x2: scale(years), y: (d) => d.y + 22, stroke: colors.muted, strokeDasharray: "2 3"}
      ),
      Plot.text(worded, {
        x: (d) => d.x1 + 5,
        y: (d) => d.y + 22,
        text: "text",
        textAnchor: "start",
        fontSize: 10.5,
        fill: (d: {name: string}) => (d.name === "none" ? colors.muted : colors.background),
        fontWeight: 600
      }),
      Plot.text(placed, {
        x: width - 4,
        y: (d) => d.y + 22,
        text: (d) => d.loss.toFixed(2),
        textAnchor: "end",
        fontWeight: 700,
        fontSize: 13,
        fill: (d: Timeline) => (d.best ? colors.ceiling : colors.foreground)
      })
    ]
  };
}

/** What stands over a bar; on a phone in fewer words. */
function lineText({label, steps, bare}: Timeline, narrow: boolean): string {
  if (bare) return label;
  const words = narrow
    ? steps.map(({name}, i) => {
        const end = steps[i + 1]?.from;
        return `${settingStyles[name]?.text ?? name}${end === undefined ? "" : ` to ${end}`}`;
      })
    : [sequenceWords(steps)];
  return `${label} ${words.join(", ")}`;
}

/** A sequence in words: `adopters until year 4, then nobody`. */
export function sequenceWords(steps: EndingSequence["steps"]): string {
  const name = (i: number) => settingStyles[steps[i]!.name]?.text ?? steps[i]!.name;
  if (steps.length === 1) return steps[0]!.name === "none" ? "nobody, ever" : `${name(0)}, for good`;
  return steps
    .map((_, i) => (i === steps.length - 1 ? `then ${name(i)}` : `${name(i)} until year ${steps[i + 1]!.from}`))
    .join(", ");
}
