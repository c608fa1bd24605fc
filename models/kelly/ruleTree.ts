import type {Game} from "./game.js";
import type {Atom} from "./outcome.js";

/** A rule of play: dollars to stake with this wealth and this many rounds left. */
export type Rule = (wealth: number, rounds: number) => number;

/** The wealth to 41 bits: paths that lead to one wealth by different sums meet again, 5e-13 of it apart at most. */
function key(wealth: number): number {
  const spread = wealth * 4097;
  return spread - (spread - wealth);
}

/** A wealth that is not followed to the end: with so many rounds left, with this probability. */
export interface Handed {
  left: number;
  wealth: number;
  mass: number;
}

/** How a rule's wealths were followed: those that came to an end, and those that did not. */
export interface Followed {
  /** Final wealths. */
  atoms: Atom[];
  handed: Handed[];
}

/**
 * Follows every wealth that a rule can reach, as long as there are no more than `keep` at a time: then the least
 * likely are handed over. With nothing handed over, the atoms are the exact distribution of final wealth. Wealths on a
 * lattice meet again and stay few; others double each round. The rule is asked only about wealths that it reaches,
 * above 0 and below the ceiling.
 */
export function follow(rule: Rule, {edge, ceiling, rounds, wealth}: Game, keep: number): Followed {
  const handed: Handed[] = [];
  if (wealth >= ceiling) return {atoms: [[ceiling, 1]], handed};
  const reached = ceiling * (1 - 1e-12);
  let [absorbed, ruined] = [0, 0];
  let alive: Map<number, Atom> = new Map(wealth > 0 ? [[key(wealth), [wealth, 1]]] : []);
  if (wealth === 0) ruined = 1;
  for (let left = rounds; left > 0; --left) {
    let least = 0;
    if (alive.size > keep) {
      const masses = Float64Array.from(alive.values(), ([, mass]) => mass).sort();
      least = masses[masses.length - keep]!;
    }
    const next = new Map<number, Atom>();
    const put = (money: number, mass: number) => {
      const at = key(money);
      const atom = next.get(at);
      if (atom) atom[1] += mass;
      else next.set(at, [money, mass]);
    };
    for (const [money, mass] of alive.values()) {
      if (mass < least) {
        handed.push({left, wealth: money, mass});
        continue;
      }
      const stake = rule(money, left);
      if (money + stake >= reached) absorbed += edge * mass;
      else put(money + stake, edge * mass);
      // What rounding alone keeps from ruin is ruin.
      if (money - stake <= 1e-13 * money) ruined += (1 - edge) * mass;
      else put(money - stake, (1 - edge) * mass);
    }
    alive = next;
  }
  return {atoms: [[ceiling, absorbed], [0, ruined], ...alive.values()], handed};
}

/** The exact distribution of final wealth under any rule, or undefined when it has too many wealths to follow. */
export function ruleTree(rule: Rule, game: Game): Atom[] | undefined {
  // 16 rounds have at most 2¹⁵ wealths to stake at; over more rounds as many could take minutes.
  const keep = game.rounds <= 16 ? 2 ** 16 : 2000;
  const {atoms, handed} = follow(rule, game, keep);
  return handed.length === 0 ? atoms : undefined;
}
