/** Where the claims about the coin-flipping game stand. */
export const sources = {
  abstract: "Branwen et al. 2017, abstract",
  body: "Branwen et al. 2017, text",
  code: "Branwen et al. 2017, code",
  people: "Haghani & Dewey 2016"
} as const;

/** Dollars to the cent, for notes. */
export function cents(amount: number): string {
  return `$${amount.toFixed(2)}`;
}

/** Runs a function at its first call only: several claims rest on the same long computation. */
export function once<T>(compute: () => T): () => T {
  let done: {value: T} | undefined;
  return () => {
    done ??= {value: compute()};
    return done.value;
  };
}
