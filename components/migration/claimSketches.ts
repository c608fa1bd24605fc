import {range} from "d3";
import {worthAlone} from "../../models/migration/claims/remedies.js";
import {feasibleThresholds, pledgeChance} from "../../models/migration/interventions.js";
import {advantageAt, miseryThreshold, spinodal, trajectory} from "../../models/migration/meanField.js";
import {adopterBalance, holdoutBreakEven, holdoutEffect} from "../../models/migration/misery.js";
import {checkParameters, type SomeParameters} from "../../models/migration/parameters.js";
import {coupling, oldPayoff, welfare} from "../../models/migration/payoff.js";
import {withCoupling} from "../../models/migration/withCoupling.js";
import {colors} from "../theme.js";
import type {Point, Sketch, SketchLine} from "./claimSketch.js";
import {signed} from "./format.js";

const unit = [0, 1] as const;
const share = "share on the new platform, 0 to 100 %";
const {newPlatform, oldPlatform, outside, ruin, ceiling, muted} = colors;

/** How long the wars of a sketch are followed, in years. */
const horizon = 20;

/** A war as a line: the share, or what `of` takes of it, over the years. */
function course(p: SomeParameters, label: string, color: string, of: "share" | "gone" = "share"): SketchLine {
  const run = trajectory(p, {years: horizon, step: 1});
  return {label, color, points: Array.from(run.time, (t, i): Point => [t, run[of][i]!])};
}

function courses(lines: SketchLine[]): Sketch {
  return {x: [0, horizon], y: [0, 1.02], axis: `share over ${horizon} years`, lines};
}

/** A range around values that holds zero. */
function around(...values: number[]): [number, number] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const room = 0.14 * Math.max(high - low, 0.2);
  return [low < 0 ? low - room : low, high + room];
}

function threeWorlds(p: SomeParameters): Sketch {
  const [old, half, all] = [welfare(p, 0), welfare(p, 0.5), welfare(p, 1)];
  const bar = (label: string, value: number, color: string) => ({label, value, color, text: signed(value, 1)});
  return {
    x: unit,
    y: around(old, half, all),
    zero: true,
    bars: [bar("all old", old, oldPlatform), bar("half each", half, ruin), bar("all new", all, newPlatform)]
  };
}

function sag(p: SomeParameters): Sketch {
  const ends: Point[] = [
    [0, welfare(p, 0)],
    [1, welfare(p, 1)]
  ];
  const points = range(0, 21).map((i): Point => [i / 20, welfare(p, i / 20)]);
  const values = points.map((d) => d[1]);
  const room = 0.1 * Math.max(0.2, Math.max(...values) - Math.min(...values));
  return {
    x: unit,
    y: [Math.min(...values) - room, Math.max(...values) + room],
    axis: share,
    lines: [
      {points: ends, color: muted, dashed: true},
      {points, color: ruin}
    ]
  };
}

function adopters(p: SomeParameters, without: boolean): Sketch {
  const gain = (set: SomeParameters) => unit.map((x): Point => [x, adopterBalance(set, x).total]);
  const off = {...p, bitcreep: 0};
  const at = miseryThreshold(p);
  return {
    x: unit,
    y: around(...gain(p).map((d) => d[1])),
    axis: share,
    zero: true,
    area: {points: [gain(p)[0]!, [at, Math.min(0, adopterBalance(p, at).total)]], color: ruin},
    lines: [
      {points: gain(p), color: newPlatform},
      ...(without ? [{points: gain(off), color: outside, dashed: true}] : [])
    ],
    marks: [{x: at}, ...(without ? [{x: miseryThreshold(off), color: outside}] : [])].filter((d) => d.x > 0 && d.x < 1)
  };
}

function holdout(p: SomeParameters): Sketch {
  const net = (x: number): Point => [x, holdoutEffect(p, x).net];
  const even = holdoutBreakEven(p);
  return {
    x: unit,
    y: around(net(0)[1], net(1)[1]),
    axis: share,
    zero: true,
    area: {points: [net(even), net(1)], color: ruin},
    lines: [{points: unit.map(net), color: colors.foreground}],
    dots: [{at: [even, 0]}]
  };
}

function bottlenecks(p: SomeParameters): Sketch {
  const edge = spinodal(p)?.[1] ?? 0;
  const past = (excess: number, color: string) => course({...p, advantage: edge + excess}, `+ ${excess}`, color);
  const drawn = courses([past(0.05, ruin), past(0.2, oldPlatform), past(1, newPlatform)]);
  return {...drawn, axis: `share over ${horizon} years, Δq past tipping by:`};
}

/** Where a crowd rests, over the advantage: the reader's, and one without network effects. */
function resting(p: SomeParameters): Sketch {
  const at = (set: SomeParameters) =>
    range(1, 40)
      .map((i): Point => [advantageAt(set, i / 40), i / 40])
      .filter(([x]) => x >= -3 && x <= 3);
  return {
    x: [-3, 3],
    y: [0, 1],
    axis: "share at rest, over advantage −3 to 3",
    lines: [
      {points: at(withCoupling(p, 0)), color: outside, dashed: true},
      {points: at(p), color: newPlatform}
    ],
    marks: [{x: Math.min(3, checkParameters(p).advantage), color: muted}]
  };
}

/** The range of advantages in which history decides, over the coupling, for each switching cost seen so far. */
const wedges = new Map<number, {upper: Point[]; lower: Point[]}>();

function wedge(p: SomeParameters): Sketch {
  const {switchingCost} = checkParameters(p);
  let found = wedges.get(switchingCost);
  if (!found) {
    const edges = range(0, 13).flatMap((i) => {
      const J = i / 2;
      const edge = spinodal({...withCoupling({switchingCost}, J), advantage: 0});
      return edge ? [{J, edge}] : [];
    });
    found = {
      upper: edges.map(({J, edge}): Point => [J, edge[1]]),
      lower: edges.map(({J, edge}): Point => [J, edge[0]])
    };
    wedges.set(switchingCost, found);
  }
  const most = Math.max(1, ...found.upper.map((d) => d[1]));
  return {
    x: [0, 6],
    y: [-1.1 * most, 1.1 * most],
    axis: "undecided advantages, over J 0 to 6",
    zero: true,
    lines: [
      {points: found.upper, color: ruin},
      {points: found.lower, color: ruin}
    ],
    marks: [{x: Math.min(6, coupling(p)), color: muted}]
  };
}

function pledge(p: SomeParameters): Sketch {
  const points = range(0, 41).map((i): Point => [i / 40, pledgeChance(p, i / 40)]);
  return {
    x: unit,
    y: [0, 1.02],
    axis: "signers, over the threshold asked",
    lines: [
      {
        points: [
          [0, 0],
          [1, 1]
        ],
        color: muted,
        dashed: true
      },
      {points, color: newPlatform},
      ...feasibleThresholds(p).map(([low, high]) => ({
        points: [
          [low, 0.012],
          [high, 0.012]
        ] as Point[],
        color: ceiling
      }))
    ]
  };
}

/** The sketch of each claim in a war, by its number; that of claim 12 is drawn from the built file. */
export const claimSketches: Readonly<Record<number, (p: SomeParameters) => Sketch>> = {
  1: threeWorlds,
  2: sag,
  3: (p) => adopters(p, false),
  4: (p) => adopters(p, true),
  5: holdout,
  6: bottlenecks,
  7: resting,
  8: wedge,
  9: (p) => courses([course(p, "left alone", outside), course({...p, enforcement: 1, backlash: 0.1}, "bullied", ruin)]),
  10: (p) =>
    courses([
      course(p, "no date", outside),
      course({...p, sunset: {strength: 2, year: 5, belief: Infinity}}, "doubted", oldPlatform),
      course({...p, sunset: {strength: 2, year: 5, belief: 0}}, "believed", newPlatform)
    ]),
  11: (p) =>
    courses([
      course(p, "no shim", outside),
      course({...p, shimOld: 0.5}, "for holdouts", oldPlatform),
      course({...p, shimNew: 0.5}, "for adopters", newPlatform)
    ]),
  13: pledge,
  14: (p) =>
    courses([
      course({...p, exitValue: worthAlone(p)}, "nobody there", outside, "gone"),
      course({...p, exitValue: oldPayoff(p, 0) - 0.1}, "nearly the old", ruin, "gone")
    ])
};

/** Claim 12: years until half have moved, from anywhere and from the hubs. */
export function hubsSketch(any: number, hubs: number): Sketch {
  const bar = (label: string, value: number, color: string) => ({label, value, color, text: `${value.toFixed(1)} yr`});
  return {
    x: unit,
    y: [0, 1.05 * Math.max(any, hubs, 1)],
    bars: [bar("from anywhere", any, outside), bar("from the hubs", hubs, newPlatform)]
  };
}
