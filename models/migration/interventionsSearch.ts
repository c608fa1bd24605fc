import {checkNumber, checkWhole} from "../check.js";
import {at, type Run, startRun} from "./flow.js";
import {resume} from "./interventionsMeanField.js";
import {overlay, type Plan} from "./interventionsPlan.js";
import {checkParameters, type Parameters, type SomeParameters} from "./parameters.js";
import {newWorth, oldWorth} from "./payoff.js";

/** Something that may be in force for a while. */
export interface Setting {
  name: string;
  change: SomeParameters;
  /** What keeping it up costs the average user, in utility a year. */
  price?: number;
}

/** A sequence of settings and what it comes to. */
export interface Sequence {
  steps: {from: number; name: string}[];
  /** Loss of the average user up to the horizon, prices of the settings included, in utility. */
  loss: number;
  finalShare: number;
  plan: Plan;
}

export interface SearchOptions {
  settings: readonly Setting[];
  years?: number;
  /** Changes are made at whole multiples of this many years. */
  every?: number;
  /** No change is made after this year: what is left must last. By default changes may be made to the end. */
  changesUntil?: number;
  /** The most settings that may follow each other. */
  most?: number;
  /** How many of the best sequences to keep. */
  keep?: number;
  /** Whether to keep only the best of those that go through the same settings in the same order. */
  distinct?: boolean;
  /** Told now and then which part of the search is done, from 0 to 1. */
  progress?: (part: number) => void;
}

/** The best sequences, the best first, and how many were tried out to the end. */
export interface Search {
  best: Sequence[];
  tried: number;
}

/** The settings that shims make: none, one for each side, both. */
export const shimSettings: readonly Setting[] = [
  {name: "none", change: {shimOld: 0, shimNew: 0}},
  {name: "holdouts", change: {shimOld: 1, shimNew: 0}},
  {name: "adopters", change: {shimOld: 0, shimNew: 1}},
  {name: "both", change: {shimOld: 1, shimNew: 1}}
];

/**
 * The sequences of at most `most` settings with the least loss in the mean field. The search is complete on its grid: it
 * walks the tree of all sequences, and leaves out only branches that even a future without any loss could not save.
 *
 * @throws RangeError naming a parameter, settings (at least one), years, every, most or keep.
 */
export function searchSequences(given: SomeParameters, options: SearchOptions): Search {
  const {settings, years = 40, every = 2, most = 3, keep = 10, distinct = false, progress} = options;
  const changesUntil = checkNumber("changesUntil", options.changesUntil ?? years, "a number of years");
  const base = checkParameters(given);
  if (settings.length === 0) throw new RangeError("settings has 0 entries, but must have at least 1");
  checkNumber("years", years, "a number of years above 0", (v) => v > 0);
  checkNumber("every", every, `a number of years above 0 and at most ${years}`, (v) => v > 0 && v <= years);
  checkWhole("most", most, 1, 6);
  checkWhole("keep", keep, 1, 1000);
  const choices = settings.map(({name, change, price = 0}) => ({
    name,
    price: checkNumber("price", price, "a number of at least 0", (v) => v >= 0),
    parameters: overlay(base, change)
  }));
  // Loss is measured against all on the new platform; where something is better than that, time can win it back.
  const regain = choices.map(({parameters: p}) =>
    Math.min(0, newWorth(p, 1) - Math.max(newWorth(p, 1), oldWorth(p, 1), p.exitValue))
  );
  const leastRate = Math.min(...regain);
  const slots = Math.ceil(years / every - 1e-9);
  const time = (slot: number) => Math.min(years, slot * every);
  const best: Sequence[] = [];
  let tried = 0;

  const finish = (steps: Sequence["steps"], loss: number, finalShare: number) => {
    ++tried;
    if (best.length === keep && loss >= best.at(-1)!.loss) return;
    if (distinct) {
      const alike = best.findIndex((other) => sameOrder(other.steps, steps));
      if (alike >= 0 && best[alike]!.loss <= loss) return;
      if (alike >= 0) best.splice(alike, 1);
    }
    best.push({steps, loss, finalShare, plan: planOf(steps, settings)});
    best.sort((a, b) => a.loss - b.loss);
    best.length = Math.min(best.length, keep);
  };

  /** Goes on from a slot under one setting, and before each later slot tries all others too. */
  const walk = (
    slot: number,
    choice: (typeof choices)[number],
    state: Float64Array,
    before: Parameters,
    paid: number,
    steps: Sequence["steps"]
  ) => {
    const start = time(slot);
    const run = resume(state, before, choice.parameters, start);
    for (let next = slot + 1; next <= slots; ++next) {
      run.runTo(time(next) - start);
      const loss = lossOf(run) + paid + choice.price * (time(next) - start);
      if (best.length === keep && loss + leastRate * (years - time(next)) >= best.at(-1)!.loss) return;
      if (next === slots) finish(steps, loss, run.state[at.newShare]!);
      else if (steps.length < most && time(next) <= changesUntil)
        for (const other of choices)
          if (other !== choice)
            walk(next, other, run.state, choice.parameters, loss - lossOf(run), [
              ...steps,
              {from: time(next), name: other.name}
            ]);
      if (steps.length === 1) progress?.((begun + next / slots) / choices.length);
    }
  };
  let begun = 0;
  for (const choice of choices) {
    walk(0, choice, startRun(base).state, base, 0, [{from: 0, name: choice.name}]);
    progress?.(++begun / choices.length);
  }
  return {best, tried};
}

function sameOrder(a: Sequence["steps"], b: Sequence["steps"]): boolean {
  return a.length === b.length && a.every(({name}, i) => name === b[i]!.name);
}

function lossOf({state}: Run): number {
  return state[at.welfareLoss]! + state[at.switchingLoss]! + state[at.enforcementLoss]!;
}

function planOf(steps: Sequence["steps"], settings: readonly Setting[]): Plan {
  return {
    measures: steps.map(({from, name}, i) => ({
      from,
      until: steps[i + 1]?.from ?? Infinity,
      change: settings.find((setting) => setting.name === name)!.change
    }))
  };
}
