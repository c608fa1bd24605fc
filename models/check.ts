/**
 * Argument checks shared by every model. Each returns the value it was given, or throws a RangeError
 * that names the parameter, the value and the range it should lie in.
 */

function show(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

/** A finite number for which `inside` holds; `range` is how the range reads in the message. */
export function checkNumber(
  name: string,
  value: unknown,
  range: string,
  inside: (value: number) => boolean = () => true
): number {
  if (typeof value !== "number" || !Number.isFinite(value) || !inside(value))
    throw new RangeError(`${name} is ${show(value)}, but must be ${range}`);
  return value;
}

/** A whole number between `low` and `high`, both included. */
export function checkWhole(name: string, value: unknown, low = 0, high = Number.MAX_SAFE_INTEGER): number {
  const range =
    high === Number.MAX_SAFE_INTEGER
      ? `a whole number of at least ${low}`
      : `a whole number between ${low} and ${high}`;
  return checkNumber(name, value, range, (v) => Number.isInteger(v) && v >= low && v <= high);
}

/** A finite number between `low` and `high`, both included. */
export function checkBetween(name: string, value: unknown, low: number, high: number): number {
  return checkNumber(name, value, `a number between ${low} and ${high}`, (v) => v >= low && v <= high);
}
