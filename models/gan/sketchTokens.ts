/** Texts of sketches as lists of tokens, and back as readers see them. A token is a word, part of a name, or a mark. */

/** The token that stands before a sketch and after it. */
export const edge = "|";

/** The tokens of a text. */
export function tokensOf(text: string): string[] {
  return text.match(/~[^\s.,:~]+|[^\s.,:~]+|[.,:]/g) ?? [];
}

/** Tokens put together to a text again: the inverse of `tokensOf`. */
export function textOf(tokens: readonly string[]): string {
  return tokens.reduce((text, token) => (text && !/^[~.,:]/.test(token) ? `${text} ${token}` : text + token), "");
}

/** A text as it is printed: names in one piece, a capital at the beginning of each sentence. */
export function printed(text: string): string {
  return text.replaceAll("~", "").replace(/(^|\. )(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase());
}

/** Tokens by number. Number 0 is the edge. */
export class Vocabulary {
  private readonly numbers: Map<string, number>;

  constructor(readonly tokens: readonly string[]) {
    if (tokens[0] !== edge) throw new RangeError(`tokens[0] is "${tokens[0]}", but must be "${edge}"`);
    this.numbers = new Map(tokens.map((token, i) => [token, i]));
  }

  /** All tokens of some texts, in alphabetical order. */
  static of(texts: Iterable<string>): Vocabulary {
    const found = new Set<string>();
    for (const text of texts) for (const token of tokensOf(text)) found.add(token);
    return new Vocabulary([edge, ...[...found].sort()]);
  }

  get size(): number {
    return this.tokens.length;
  }

  /** @throws RangeError naming a token that it has not. */
  encode(text: string): number[] {
    return tokensOf(text).map((token) => {
      const number = this.numbers.get(token);
      if (number === undefined) throw new RangeError(`token is "${token}", but must be one of ${this.size} known ones`);
      return number;
    });
  }

  decode(numbers: readonly number[]): string {
    return textOf(numbers.map((number) => this.tokens[number]!));
  }
}
