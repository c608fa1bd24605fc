/** Oracles in whole-number arithmetic, written apart from the models that they judge. */

/** The leading 120 bits or so of a whole number, and how many bits were cut off. */
function leading(a: bigint): [bigint, number] {
  const cut = Math.max(0, 4 * a.toString(16).length - 120);
  return [a >> BigInt(cut), cut];
}

/** a / b as the nearest double or next to it, for whole numbers of any size with 0 ≤ a and 0 < b. */
export function ratio(a: bigint, b: bigint): number {
  const [top, cutTop] = leading(a);
  const [bottom, cutBottom] = leading(b);
  const power = cutTop - cutBottom - 120;
  // In two steps, since 2^power alone may underflow where the quotient does not.
  const half = Math.trunc(power / 2);
  return Number((top << 120n) / bottom) * 2 ** half * 2 ** (power - half);
}

/** P(heads ≥ j) for j = 0 … rounds + 1 where P(heads) = heads / sides, by exact sums. */
export function exactTails(rounds: number, heads: number, sides: number): number[] {
  const p = BigInt(heads);
  const q = BigInt(sides - heads);
  const powers = [1n];
  for (let i = 1; i <= rounds; ++i) powers.push(powers[i - 1]! * q);
  let choose = 1n;
  let won = 1n;
  const terms: bigint[] = [];
  for (let j = 0; j <= rounds; ++j) {
    terms.push(choose * won * powers[rounds - j]!);
    choose = (choose * BigInt(rounds - j)) / BigInt(j + 1);
    won *= p;
  }
  const total = BigInt(sides) ** BigInt(rounds);
  const tails = [0];
  let sum = 0n;
  for (let j = rounds; j >= 0; --j) {
    sum += terms[j]!;
    tails.unshift(ratio(sum, total));
  }
  return tails;
}

/** The whole-unit game by a scan of every stake, times sides^rounds so that all is whole: rows 0 … rounds. */
export function exactTree(units: number, rounds: number, heads: number, sides: number): bigint[][] {
  const p = BigInt(heads);
  const q = BigInt(sides - heads);
  const rows = [Array.from({length: units + 1}, (_, w) => BigInt(w))];
  for (let b = 1; b <= rounds; ++b) {
    const before = rows[b - 1]!;
    rows.push(
      before.map((_, w) => {
        let best = 0n;
        for (let x = 0; x <= Math.min(w, units - w); ++x) {
          const worth = p * before[w + x]! + q * before[w - x]!;
          if (worth > best) best = worth;
        }
        return best;
      })
    );
  }
  return rows;
}
