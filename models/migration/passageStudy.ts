import {checkWhole} from "../check.js";
import {absorptionCurve, logFirstPassage} from "./birthDeath.js";
import {fixedPoints} from "./equilibrium.js";
import {type EscapeLaw, escapeLaw} from "./escapeLaw.js";
import {checkParameters, type Parameters, type SomeParameters} from "./parameters.js";

/** Where the passages of a crowd begin and end, in agents on the new platform. */
export interface PassageEnds {
  /** In the lowest valley; without a pass, `initialShare` of all. */
  from: number;
  /** The first count past the pass; null without one. */
  pass: number | null;
  /** Nine in ten. */
  ninety: number;
}

/** Chances to win for one size of crowd. */
export interface AbsorptionCurve {
  agents: number;
  /** Where a run ends below and above. */
  low: number;
  high: number;
  /** P(`high` before `low`) for each start from `low` to `high`. */
  chance: number[];
}

/** Exact first passages over the number of agents. Arrays are of one length; times are natural logarithms of years. */
export interface PassageStudy {
  agents: number[];
  /** To the first count past the pass; null where there is no pass. */
  toPass: number[] | null;
  /** To nine in ten; −∞ for a crowd that is there already. */
  toNinety: number[];
  law: EscapeLaw | null;
  absorption: AbsorptionCurve[];
}

/**
 * From where to where a crowd of `agents` passes.
 *
 * @throws RangeError naming a parameter (exitValue with a third platform), or agents.
 */
export function passageEnds(given: SomeParameters, agents: number): PassageEnds {
  const p = checkParameters(given);
  checkWhole("agents", agents, 2, 1e6);
  return endsOf(p, agents, valleyAndPass(p));
}

function valleyAndPass(p: Readonly<Parameters>): [valley: number, pass: number] | null {
  const points = fixedPoints(p);
  return points.length < 3 ? null : [points[0]!.share, points[1]!.share];
}

function endsOf(p: Readonly<Parameters>, agents: number, shares: [number, number] | null): PassageEnds {
  const ninety = Math.ceil(0.9 * agents - 1e-9);
  if (!shares) return {from: Math.round(p.initialShare * agents), pass: null, ninety};
  const from = Math.round(shares[0] * agents);
  // A small crowd has no agents to spare between valley and pass.
  return {from, pass: Math.min(agents, Math.max(from + 1, Math.floor(shares[1] * agents) + 1)), ninety};
}

/**
 * The exact first passages for crowds of so many agents each, and for some of them the chance to win before losing, over
 * the start: from the old valley (nobody, without a pass) to nine in ten.
 *
 * @throws RangeError naming a parameter (see `exactness`), agents or curves.
 */
export function passageStudy(
  given: SomeParameters,
  agents: readonly number[],
  curves: readonly number[]
): PassageStudy {
  const p = checkParameters(given);
  const shares = valleyAndPass(p);
  const ends = agents.map((n) => endsOf(p, checkWhole("agents", n, 2, 1e6), shares));
  const time = (n: number, from: number, to: number) => (from < to ? logFirstPassage(p, n, {from, to}) : -Infinity);
  return {
    agents: [...agents],
    toPass: shares && ends.map(({from, pass}, i) => time(agents[i]!, from, pass!)),
    toNinety: ends.map(({from, ninety}, i) => time(agents[i]!, from, ninety)),
    law: escapeLaw(p),
    absorption: curves.map((n) => {
      const {from, ninety} = endsOf(p, checkWhole("curves", n, 2, 1e6), shares);
      const low = shares && from < ninety ? from : 0;
      return {agents: n, low, high: ninety, chance: Array.from(absorptionCurve(p, n, {low, high: ninety}))};
    })
  };
}
