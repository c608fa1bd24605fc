import {checkWhole} from "./check.js";

/**
 * A number to so many significant digits, for data files: what the eye cannot tell should not be sent.
 *
 * @throws RangeError naming digits.
 */
export function significant(number: number, digits: number): number {
  checkWhole("digits", digits, 1, 17);
  return Number(number.toPrecision(digits));
}
