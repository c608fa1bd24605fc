import * as Plot from "@observablehq/plot";
import {sandboxYears} from "../../models/migration/sandboxWar.js";
import {netGain, type WarLog} from "../../models/migration/warLog.js";
import type {GrowingLine, GrowingLines} from "../growingLines.js";
import {colors} from "../theme.js";
import {yearsAxis} from "./yearsAxis.js";

const steps = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/** The least round number that is at least `size`, and at least 1: an axis that grows in steps does not distract. */
export function stepUp(size: number): number {
  if (!(size > 1)) return 1;
  const power = 10 ** Math.floor(Math.log10(size) + 1e-9);
  return steps.map((d) => d * power).find((d) => d >= size * (1 - 1e-9))!;
}

/** A domain that holds all the lines, and more of it than they need. */
export function domainOf(lines: readonly GrowingLine[]): [number, number] {
  let low = 0;
  let high = 0;
  for (const {values} of lines)
    for (const v of values) {
      low = Math.min(low, v);
      high = Math.max(high, v);
    }
  return [low < 0 ? -stepUp(-low) : 0, high > 0 ? stepUp(high) : low < 0 ? 0 : 1];
}

function chart(label: string, short: string, time: readonly number[], lines: readonly GrowingLine[]): GrowingLines {
  const domain = domainOf(lines);
  return {
    time,
    lines,
    key: domain.join(),
    axes: (width) => ({
      ...yearsAxis(width, sandboxYears),
      y: {label: width < 420 ? short : label, domain, ticks: 5, labelArrow: "none"},
      marks: [Plot.ruleY([0], {stroke: colors.foreground, strokeOpacity: 0.5})]
    })
  };
}

/** This year, for one: what an adopter and a holdout have beyond what they would, had the new platform never been. */
export function thisYear({time, adopterGain, holdoutGain}: WarLog): GrowingLines {
  return chart(
    "One user, this year, against a world without it (utility / yr)",
    "One user, this year (utility / yr)",
    time,
    [
      {name: "adopter", color: colors.newPlatform, values: adopterGain},
      {name: "holdout", color: colors.oldPlatform, values: holdoutGain}
    ]
  );
}

/** So far, for all: what adopters, holdouts and those who left have gained together, and what moving has cost. */
export function soFar(log: WarLog): GrowingLines {
  const {time, adopterTotal, holdoutTotal, goneTotal, costs} = log;
  const net = time.map((_, i) => netGain(log, i));
  return chart(
    "All users, so far, against a world without it (utility per head)",
    "All users, so far (utility per head)",
    time,
    [
      {name: "adopters", color: colors.newPlatform, values: adopterTotal},
      {name: "holdouts", color: colors.oldPlatform, values: holdoutTotal},
      ...(goneTotal.some((v) => v !== 0) ? [{name: "gone", color: colors.outside, values: goneTotal}] : []),
      {name: "costs", color: colors.ruin, values: costs.map((v) => -v)},
      {name: "all together", color: colors.foreground, width: 2.5, values: net}
    ]
  );
}
