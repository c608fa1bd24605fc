/** Dollars below which a sum is what rounding left of nothing. */
const least = 1e-9;

// Made once: to make one takes longer than to use it a hundred times.
const cents = new Intl.NumberFormat("en-US", {minimumFractionDigits: 2, maximumFractionDigits: 2});
const plain = new Intl.NumberFormat("en-US");

/** Dollars to the cent, as `$246.61`; small sums keep two significant digits, as `$0.0042`. */
export function dollars(amount: number): string {
  const size = Math.abs(amount) < least ? 0 : Math.abs(amount);
  const sign = amount < 0 && size > 0 ? "−" : "";
  if (size > 0 && size < 0.005) {
    if (size < 1e-6) return `${sign}$${size.toExponential(1).replace("e-", "e−")}`;
    return `${sign}$${size.toFixed(Math.min(8, 1 - Math.floor(Math.log10(size))))}`;
  }
  return `${sign}$${cents.format(size)}`;
}

/** Dollars without cents where there are none, as `$250` or `$12.50`: for axes and settings. */
export function wholeDollars(amount: number): string {
  return Number.isInteger(amount) ? `$${plain.format(amount)}` : dollars(amount);
}

/** A share as a percentage, as `98.6 %`. */
export function percent(share: number, digits = 1): string {
  return `${(share * 100).toFixed(digits)} %`;
}

/** A count with its noun, as `1 flip` or `300 flips`. */
export function count(number: number, noun: string): string {
  return `${plain.format(number)} ${noun}${number === 1 ? "" : "s"}`;
}
