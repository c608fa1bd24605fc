import * as Plot from "@observablehq/plot";
import type {Judged} from "../../models/migration/interventions.js";
import {presets} from "../../models/migration/parameters.js";
import {percent} from "../format.js";
import {colors} from "../theme.js";
import {halo} from "./endingFocus.js";

export interface ShimsState {
  /** The plans with shims, and doing nothing. */
  plans: readonly Judged[];
  withdrawn: number;
}

const shown = 20;
const inks: Readonly<Record<string, string>> = {
  none: colors.outside,
  shimOld: colors.oldPlatform,
  shimNew: colors.newPlatform,
  shims: colors.ruin,
  withdrawn: colors.ceiling
};
const names = (withdrawn: number): Record<string, string> => ({
  none: "no shims",
  shimOld: "for holdouts",
  shimNew: "for adopters",
  shims: "both, for good",
  withdrawn: `both, until year ${withdrawn}`
});

/** Shares under shims in a war where the two-way shim leaves too little to agree about. */
export function shimsOptions({plans, withdrawn}: ShimsState, width: number, height = 300): Plot.PlotOptions {
  const narrow = width < 560;
  const label = names(withdrawn);
  const last = plans.map((plan) => {
    const i = plan.time.findLastIndex((t) => t <= shown);
    return {id: plan.id, share: plan.share[i]!, text: `${label[plan.id]}`};
  });
  // Labels stand at the right, one line apart at least.
  const line = 15 / Math.max(1, height - 58);
  let floor = -1;
  const placed = [...last]
    .sort((a, b) => a.share - b.share)
    .map((d) => {
      floor = Math.max(d.share, floor + line);
      return {...d, y: floor};
    });
  let ceiling = 1.02;
  for (const d of placed.reverse()) {
    d.y = Math.min(d.y, ceiling);
    ceiling = d.y - line;
  }
  return {
    marginLeft: 44,
    marginRight: narrow ? 122 : 150,
    marginTop: 20,
    marginBottom: 43,
    x: {domain: [0, shown], label: "Years", labelAnchor: "center", labelOffset: 36, labelArrow: "none", ticks: 5},
    y: {domain: [0, 100], percent: true, label: "On the new platform (%)", labelArrow: "none", ticks: 5},
    marks: [
      Plot.ruleX([withdrawn], {stroke: colors.muted, strokeDasharray: "2 3"}),
      plans.map((plan) =>
        Plot.line(
          Array.from(plan.time, (t, i) => [t, plan.share[i]!] as const).filter(([t]) => t <= shown),
          {stroke: inks[plan.id] ?? colors.outside, strokeWidth: 2.2}
        )
      ),
      Plot.text(placed, {
        x: shown,
        y: "y",
        text: "text",
        textAnchor: "start",
        dx: 7,
        fontSize: narrow ? 10.5 : 12,
        fill: (d) => inks[d.id] ?? colors.outside,
        fontWeight: 600,
        ...halo
      })
    ]
  };
}

/** What shims do in that war, in words. */
export function shimsSummary({plans, withdrawn}: ShimsState): string {
  const of = (id: string) => plans.find((d) => d.id === id)!.outcome;
  return `A war over a gain of ${presets.split.advantage}, with bitcreep ${presets.split.bitcreep}. Without shims ${percent(of("none").finalShare)} are on the new platform after 40 years. A shim both ways stops at ${percent(of("shims").finalShare)}, a split that costs ${of("shims").loss.toFixed(1)}, more than the ${of("none").loss.toFixed(1)} of no war at all. Withdrawn in year ${withdrawn} it ends at ${percent(of("withdrawn").finalShare)} and costs ${of("withdrawn").loss.toFixed(1)}; for adopters alone it costs ${of("shimNew").loss.toFixed(1)}, for holdouts ${of("shimOld").loss.toFixed(1)}.`;
}
