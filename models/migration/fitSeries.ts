import {checkNumber} from "../check.js";

/** Shares of a platform over the years. */
export interface Series {
  /** Calendar years with a fraction, rising. */
  time: readonly number[];
  /** From 0 to 1, one for each time. */
  share: readonly number[];
}

/**
 * The middle of a month as a calendar year: "2016-01" is 2016 + 1/24.
 *
 * @throws RangeError naming a month that is not of the form YYYY-MM.
 */
export function monthToYear(month: string): number {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month);
  if (!match)
    throw new RangeError(`month is ${JSON.stringify(month)}, but must be a year and a month such as "2016-01"`);
  return Number(match[1]) + (Number(match[2]) - 0.5) / 12;
}

/** One row of the table of adoption, as far as a fit needs it. */
export interface AdoptionRow {
  series: string;
  month: string;
  percent: number;
}

/**
 * The rows of one series, in order of time.
 *
 * @throws RangeError naming a series that has no rows, a month, or a percentage outside 0 … 100.
 */
export function seriesOf(rows: readonly AdoptionRow[], name: string): Series {
  const own = rows
    .filter((row) => row.series === name)
    .map((row) => ({time: monthToYear(row.month), share: row.percent / 100}))
    .sort((a, b) => a.time - b.time);
  if (own.length === 0) {
    const names = [...new Set(rows.map((row) => row.series))].join(", ");
    throw new RangeError(`series is ${JSON.stringify(name)}, but must be one of: ${names || "none"}`);
  }
  return checkSeries({time: own.map((row) => row.time), share: own.map((row) => row.share)});
}

/**
 * A series fit for fitting.
 *
 * @throws RangeError naming time or share, or saying that `least` points are needed.
 */
export function checkSeries(series: Series, least = 1): Series {
  const {time, share} = series;
  if (time.length < least) throw new RangeError(`series has ${time.length} points, but must have at least ${least}`);
  if (share.length !== time.length)
    throw new RangeError(`share has ${share.length} entries, but must have ${time.length}: one for each time`);
  time.forEach((t, i) => {
    checkNumber(`time[${i}]`, t, "a finite number above the one before", (v) => i === 0 || v > time[i - 1]!);
    checkNumber(`share[${i}]`, share[i], "a number between 0 and 1", (v) => v >= 0 && v <= 1);
  });
  return series;
}

/** The part of a series before a date; the rest is what a forecast can be held against. */
export function before({time, share}: Series, date: number): Series {
  const count = time.filter((t) => t < date).length;
  return {time: time.slice(0, count), share: share.slice(0, count)};
}

/** When a series first reaches a share, on straight lines between its points; undefined if it does not, or began above it. */
export function yearAt({time, share}: Series, wanted: number): number | undefined {
  const i = share.findIndex((x) => x >= wanted);
  if (i < 0 || (i === 0 && share[0]! > wanted)) return undefined;
  if (i === 0) return time[0];
  return time[i - 1]! + ((wanted - share[i - 1]!) / (share[i]! - share[i - 1]!)) * (time[i]! - time[i - 1]!);
}
