import {checkWhole} from "../check.js";

/** Counts of what follows a context of some tokens. */
interface Followers {
  total: number;
  counts: Map<number, number>;
}

/**
 * How likely a token is after those before it, by counting runs of up to `order` tokens. A run seen seldom leans on the
 * next shorter one (Witten and Bell, 1991), and the shortest on all tokens alike.
 */
export class Ngrams {
  private readonly followers = new Map<string, Followers>();

  constructor(
    readonly order: number,
    readonly tokens: number,
    texts: Iterable<readonly number[]>
  ) {
    checkWhole("order", order, 1, 5);
    checkWhole("tokens", tokens, 1);
    for (const text of texts) {
      const run = this.edged(text);
      for (let i = order - 1; i < run.length; ++i)
        for (let length = 0; length < order; ++length) {
          const key = run.slice(i - length, i).join();
          let found = this.followers.get(key);
          if (!found) this.followers.set(key, (found = {total: 0, counts: new Map()}));
          ++found.total;
          found.counts.set(run[i]!, (found.counts.get(run[i]!) ?? 0) + 1);
        }
    }
  }

  /** A text between its edges, token 0: as many before it as the longest context needs. */
  private edged(text: readonly number[]): number[] {
    return [...Array<number>(this.order - 1).fill(0), ...text, 0];
  }

  /**
   * The chance of a token after a context, of which the last order − 1 tokens count.
   *
   * @throws RangeError if the context has fewer: before the beginning of a text there are edges.
   */
  chance(context: readonly number[], token: number): number {
    checkWhole("the length of the context", context.length, this.order - 1);
    let p = 1 / this.tokens;
    for (let length = 0; length < this.order; ++length) {
      const found = this.followers.get(context.slice(context.length - length).join());
      if (!found) break;
      const kinds = found.counts.size;
      p = ((found.counts.get(token) ?? 0) + kinds * p) / (found.total + kinds);
    }
    return p;
  }

  /** The mean surprise of a token, ends of texts included, in nats. @throws RangeError if there are no texts. */
  surprise(texts: Iterable<readonly number[]>): number {
    let sum = 0;
    let count = 0;
    for (const text of texts) {
      const run = this.edged(text);
      for (let i = this.order - 1; i < run.length; ++i) {
        sum -= Math.log(this.chance(run.slice(i - this.order + 1, i), run[i]!));
        ++count;
      }
    }
    return sum / checkWhole("the number of tokens", count, 1);
  }
}
