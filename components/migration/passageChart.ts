import * as Plot from "@observablehq/plot";
import type {TippingPassageFile} from "../../models/migration/files.js";
import type {PassageStudy} from "../../models/migration/passageStudy.js";
import {colors} from "../theme.js";
import {halo} from "./landscapeChart.js";

/** What the chart shows. */
export interface PassageState {
  study: PassageStudy;
  /** The crowd of the slider. */
  agents: number;
  /** T90 of the mean field, ∞ for never. */
  T90: number;
  /** Runs of agents, where there are any for these parameters. */
  runs: TippingPassageFile["passages"];
}

const perDecade = Math.LN10;

/** Powers of ten of years, in words that a reader can place. */
export function decadeText(power: number): string {
  if (!Number.isInteger(power)) return "";
  const small: Record<string, string> = {"-3": "0.001", "-2": "0.01", "-1": "0.1", "0": "1", "1": "10", "2": "100"};
  if (small[power]) return small[power];
  if (power === 3) return "1,000";
  const digits: Record<string, string> = {
    "-": "⁻",
    0: "⁰",
    1: "¹",
    2: "²",
    3: "³",
    4: "⁴",
    5: "⁵",
    6: "⁶",
    7: "⁷",
    8: "⁸",
    9: "⁹"
  };
  return `10${[...String(power)].map((digit) => digits[digit]).join("")}`;
}

/** log₁₀ of the years that Arrhenius’ law gives a crowd; null where there is no pass. */
function lawAt({law}: PassageStudy, agents: number): number | null {
  return law && (Math.log(law.prefactor) + agents * law.barrier) / perDecade;
}

/** Mean years of first passages over the number of agents, on a logarithmic scale: exact, by the law, and by agents. */
export function passageOptions({study, agents, T90, runs}: PassageState, width: number): Plot.PlotOptions {
  const rows = study.agents.flatMap((n, i) => {
    const ninety = study.toNinety[i]! / perDecade;
    const pass = study.toPass ? study.toPass[i]! / perDecade : null;
    return [
      ...(Number.isFinite(ninety) ? [{n, to: "ninety", log: ninety}] : []),
      ...(pass !== null && Number.isFinite(pass) ? [{n, to: "pass", log: pass}] : [])
    ];
  });
  const exact = (to: string) => rows.filter((row) => row.to === to);
  const most = study.agents.at(-1)!;
  const law = study.law ? [0, most].map((n) => ({n, log: lawAt(study, n)!})) : [];
  const field = T90 > 0 && Number.isFinite(T90) ? Math.log10(T90) : null;
  const heights = [...rows.map(({log}) => log), ...(field === null ? [] : [field])];
  const low = Math.floor(Math.min(0, ...heights));
  const top = Math.max(...heights, 1);
  // Room above the lines for a name.
  const high = Math.max(low + 2, Math.ceil(top + 0.1 * (top - low)));
  const points = runs
    .filter(({agents: n}) => n <= most)
    .map((run) => ({
      ...run,
      log: Math.log10(run.mean),
      from: Math.log10(Math.max(run.mean / 100, run.mean - 2 * run.error)),
      end: Math.log10(run.mean + 2 * run.error)
    }));
  const at = (to: string) => exact(to).find(({n}) => n === agents);
  const marked = [at("ninety"), at("pass")].filter((row) => row !== undefined);
  const last = (to: string) => exact(to).at(-1);
  const [ninety, pass] = [last("ninety"), last("pass")];
  const narrow = width < 560;
  return {
    marginLeft: 52,
    marginRight: 16,
    marginTop: 24,
    marginBottom: 40,
    x: {domain: [0, most], label: "Agents N", labelAnchor: "center", labelArrow: "none", ticks: narrow ? 4 : 8},
    y: {
      domain: [low, high],
      label: "Mean years",
      labelArrow: "none",
      ticks: Math.min(8, high - low),
      tickFormat: decadeText
    },
    marks: [
      Plot.ruleX([agents], {stroke: colors.hairline}),
      field === null
        ? null
        : [
            Plot.ruleY([field], {stroke: colors.muted, strokeDasharray: "2 3"}),
            Plot.text([[most, field]], {
              text: ["endless crowd"],
              textAnchor: "end",
              dy: 10,
              fill: colors.muted,
              ...halo
            })
          ],
      Plot.line(law, {x: "n", y: "log", stroke: colors.ruin, strokeDasharray: "5 4", clip: true}),
      study.law && law.length
        ? Plot.text([{n: most * 0.6, log: lawAt(study, most * 0.6)!}], {
            x: "n",
            y: "log",
            text: ["Arrhenius’ law"],
            textAnchor: "end",
            dx: -8,
            dy: -10,
            fill: colors.ruin,
            fontWeight: 600,
            ...halo
          })
        : null,
      Plot.line(exact("ninety"), {x: "n", y: "log", stroke: colors.newPlatform, strokeWidth: 2}),
      Plot.line(exact("pass"), {x: "n", y: "log", stroke: colors.oldPlatform, strokeWidth: 2}),
      ninety
        ? Plot.text([ninety], {
            x: "n",
            y: "log",
            text: ["to nine in ten"],
            textAnchor: "end",
            dx: -4,
            dy: pass ? -22 : -12,
            fill: colors.newPlatform,
            fontWeight: 600,
            ...halo
          })
        : null,
      pass
        ? Plot.text(
            exact("pass").filter(({n}) => n === 250),
            {
              x: "n",
              y: "log",
              text: () => "past the pass",
              textAnchor: "start",
              dx: 8,
              dy: 14,
              fill: colors.oldPlatform,
              fontWeight: 600,
              ...halo
            }
          )
        : null,
      Plot.link(points, {x1: "agents", x2: "agents", y1: "from", y2: "end", stroke: colors.foreground}),
      Plot.dot(points, {
        x: "agents",
        y: "log",
        r: 3,
        fill: colors.background,
        stroke: (d: {to: string}) => (d.to === "pass" ? colors.oldPlatform : colors.newPlatform),
        strokeWidth: 1.5
      }),
      Plot.dot(marked, {x: "n", y: "log", r: 4.5, fill: colors.background, stroke: colors.foreground, strokeWidth: 2})
    ]
  };
}
