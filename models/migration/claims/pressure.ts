import {outcome, planTrajectory} from "../interventions.js";
import {fixedPoints, timeTo} from "../meanField.js";
import {presets, type SomeParameters} from "../parameters.js";
import type {MigrationClaim} from "./claim.js";
import {test} from "./claim.js";
import {digits, pairs, span, text, time, yearsText} from "./ranges.js";

const file = "models/migration/claims/pressure.ts";

/** T90 within 40 years; ∞ if it takes longer. */
export function T90(p: SomeParameters): number {
  return timeTo(p, 0.9, {within: 40});
}

/** What a war costs the average user in 40 years, pressure and all. */
export function lossOf(p: SomeParameters): number {
  return outcome(p, planTrajectory(p, {}, {step: 0.25})).loss;
}

/** Whether pressure on holdouts costs the crowd more than it saves. */
export function pressureCosts(p: SomeParameters): boolean {
  return lossOf(p) > lossOf({...p, enforcement: 0, backlash: 0});
}

/** By how many years a shim moves T90; ∞ if a war that would be won in 40 years is not. */
export function shimDelay(p: SomeParameters): number {
  return T90(p) - T90({...p, shimOld: 0, shimNew: 0});
}

const hard = [0.25, 0.5, 1, 2];
const backlash = [0, 0.1, 0.3, 0.6];
const pressed = (advantages: readonly number[]) =>
  pairs(pairs(advantages, hard), backlash).map(([[advantage, enforcement], b]) => ({
    advantage,
    enforcement,
    backlash: b
  }));
const pressText = `η ${span(hard)}, backlash ${span(backlash)}`;
const lost = [0.25, 0.5, 0.75];
const mixed = [0.5, 0.75, 1, 1.25];

const dated = [0.25, 0.5, 0.75, 1];
const strengths = [1, 2, 3];
const dates = [3, 5, 8];
const sunsets = () =>
  pairs(pairs(dated, strengths), dates).map(([[advantage, strength], year]) => ({
    advantage,
    sunset: {strength, year, belief: 0}
  }));
const doubted = <P extends SomeParameters>(p: P) => ({...p, sunset: {...p.sunset, belief: Infinity}});

const strong = [0.25, 0.5, 0.75, 1];
const won = [0.9, 1, 1.25, 1.5];
const shimmed = (shim: (part: number) => SomeParameters) =>
  pairs(won, strong).map(([advantage, part]) => ({advantage, ...shim(part)}));
const shimText = `Δq ${span(won)}, shims of ${span(strong)}`;

/** Claims about ways to end a war that a community has in its own hands. */
export const pressureClaims: readonly MigrationClaim[] = [
  {
    id: "bullying",
    number: 9,
    title: "Bullying only destroys",
    claim: "Bullying almost never works and is merely destructive",
    tests: [
      test<SomeParameters>({
        says: "A war that would be lost stays lost under pressure",
        range: `Δq ${span(lost)}, ${pressText}`,
        needs: "most",
        points: () => pressed(lost),
        holds: (p) => T90(p) === Infinity
      }),
      test<SomeParameters>({
        says: "Pressure costs the crowd more than it saves",
        range: `Δq ${span(mixed)}, ${pressText}`,
        needs: "most",
        points: () => pressed(mixed),
        holds: pressureCosts,
        here: (p) => ({...p, enforcement: 1, backlash: 0.1})
      })
    ],
    evidence: () => {
      const stuck = {advantage: 0.75};
      const press = {enforcement: 1, backlash: 0.1};
      return {
        years: time(T90({})),
        yearsPressed: time(T90(press)),
        loss: digits(lossOf({})),
        lossPressed: digits(lossOf(press)),
        stuck: digits(lossOf(stuck)),
        stuckPressed: digits(lossOf({...stuck, ...press}))
      };
    },
    computed: (e) =>
      `loss ${text(e.stuck, 1)} → ${text(e.stuckPressed, 1)} at Δq = 0.75, but ${text(e.loss, 1)} → ${text(e.lossPressed, 1)} at Δq = 1`,
    note: (e) =>
      `Pressure of η = 1 with a backlash of 0.1 is wasted on a war that cannot be won. In one that is being won already it shortens the bottleneck, from ${yearsText(e.years)} to ${yearsText(e.yearsPressed)}, and pays for itself. This counts what pressing and being pressed cost (1.5ηx(1 − x)), not what it does to people.`,
    code: {file, name: "pressureCosts"},
    page: "ending",
    parameters: {}
  },
  {
    id: "date",
    number: 10,
    title: "A date for all works",
    claim: "A public commitment to move at a date can end a war",
    tests: [
      test<ReturnType<typeof sunsets>[number]>({
        says: "A date that is believed wins every war, and sooner than without",
        range: `Δq ${span(dated)}, S ${span(strengths)}, in year ${span(dates)}`,
        points: sunsets,
        holds: ({advantage, sunset}) => T90({advantage, sunset}) < T90({advantage}),
        here: (p) => ({advantage: 0, ...p, sunset: {strength: 2, year: 5, belief: 0}})
      }),
      test<ReturnType<typeof sunsets>[number]>({
        says: "A date that nobody believes in works later",
        range: `Δq ${span(dated)}, S ${span(strengths)}, in year ${span(dates)}`,
        points: sunsets,
        holds: (p) => T90(doubted(p)) > T90(p)
      })
    ],
    evidence: () => {
      const sunset = {strength: 2, year: 5, belief: 0};
      return {
        none: time(T90({})),
        believed: time(T90({sunset})),
        doubted: time(T90(doubted({sunset}))),
        loss: digits(lossOf({})),
        lossBelieved: digits(lossOf({sunset})),
        lossDoubted: digits(lossOf(doubted({sunset})))
      };
    },
    computed: (e) =>
      `nine in ten after ${yearsText(e.believed)} if believed, ${yearsText(e.doubted)} if not, ${yearsText(e.none)} without a date`,
    note: (e) =>
      `For a date in year 5 with S = 2. The average user loses ${text(e.lossBelieved, 1)}, ${text(e.lossDoubted, 1)} or ${text(e.loss, 1)}: disbelief costs most of what a date can save before it comes. What the date takes from those who stay is not counted.`,
    code: {file, name: "T90"},
    page: "ending",
    parameters: {"sunset.strength": 2, "sunset.year": 5}
  },
  {
    id: "compatibility",
    number: 11,
    title: "Compatibility is folly",
    claim: "Supporting both platforms side by side defeats its own end",
    tests: [
      test<SomeParameters>({
        says: "A shim for holdouts prolongs the war",
        range: shimText,
        points: () => shimmed((shimOld) => ({shimOld})),
        holds: (p) => shimDelay(p) > 0
      }),
      test<SomeParameters>({
        says: "A shim for adopters does",
        range: shimText,
        points: () => shimmed((shimNew) => ({shimNew})),
        holds: (p) => shimDelay(p) > 0
      }),
      test<SomeParameters>({
        says: "Shims both ways do",
        range: shimText,
        points: () => shimmed((part) => ({shimOld: part, shimNew: part})),
        holds: (p) => shimDelay(p) > 0,
        here: (p) => ({...p, shimOld: 1, shimNew: 1})
      }),
      test<SomeParameters>({
        says: "Shims both ways can freeze a split",
        range: "ν = 0.6, ρ = 0.3, κ = 2.1, Δq 0.05 to 0.5",
        needs: "some",
        points: () => [0.05, 0.1, 0.25, 0.5].map((advantage) => ({...presets.split, advantage})),
        holds: (p) => {
          const rests = fixedPoints(p);
          return rests.length === 1 && rests[0]!.share > 0.1 && rests[0]!.share < 0.9;
        }
      })
    ],
    evidence() {
      const split = presets.split;
      const withdrawn = planTrajectory(
        {...split, shimOld: 0, shimNew: 0},
        {measures: [{until: 8, change: {shimOld: 1, shimNew: 1}}]},
        {step: 0.25}
      );
      return {
        none: time(T90({})),
        holdoutsHalf: time(T90({shimOld: 0.5})),
        holdoutsFull: time(T90({shimOld: 1})),
        adoptersHalf: time(T90({shimNew: 0.5})),
        adoptersFull: time(T90({shimNew: 1})),
        bothHalf: time(T90({shimOld: 0.5, shimNew: 0.5})),
        bothFull: time(T90({shimOld: 1, shimNew: 1})),
        split: digits(fixedPoints(split)[0]!.share, 3),
        withdrawn: time(outcome(split, withdrawn).T90)
      };
    },
    computed: (e) =>
      `${yearsText(e.none)} without; half a shim for holdouts ${yearsText(e.holdoutsHalf)}, for adopters ${yearsText(e.adoptersHalf)}; full ones both ways ${yearsText(e.bothFull)}`,
    note: (e) =>
      `A full shim for holdouts: ${yearsText(e.holdoutsFull)}; for adopters ${yearsText(e.adoptersFull)}. But where bitcreep is nearly all that makes people agree, shims both ways freeze a split at x = ${text(e.split, 3)}; withdrawn after eight years they have done their work, and nine in ten are there after ${yearsText(e.withdrawn)}. It is the compatibility of those who stay that defeats its end.`,
    code: {file, name: "shimDelay"},
    page: "ending",
    parameters: {shimOld: 1, shimNew: 1}
  }
];
