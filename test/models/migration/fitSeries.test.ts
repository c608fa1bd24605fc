import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {csvParse} from "d3";
import {before, checkSeries, monthToYear, seriesOf, yearAt} from "../../../models/migration/fit.js";
import {adoptionRows} from "../../../models/migration/fitFigures.js";
import {subjects} from "../../../models/migration/fitSubjects.js";

const series = {time: [2000, 2001, 2003], share: [0.1, 0.4, 0.9]};
const range = (message: RegExp) => ({name: "RangeError", message});

test("the figures in the code are those of the table, to the last digit", () => {
  const table = csvParse(readFileSync("data/migration/adoption.csv", "utf8"));
  const rows = table.map(({series, month, percent}) => ({series, month, percent: Number(percent)}));
  assert.deepEqual(adoptionRows, rows);
  for (const {source, confidence} of table) {
    assert.ok(source, "every figure has a source");
    assert.match(confidence!, /^found(-derived|-range)?$/);
  }
  assert.deepEqual(
    [...new Set(rows.map((row) => row.series))],
    Object.values(subjects).map(({id}) => id)
  );
});

test("a month is its middle", () => {
  assert.equal(monthToYear("2016-01"), 2016 + 1 / 24);
  assert.equal(monthToYear("1999-12"), 2000 - 1 / 24);
  for (const bad of ["2016", "2016-13", "2016-00", "16-01", "2016-1", ""])
    assert.throws(() => monthToYear(bad), range(/^month is ".*", but must be a year and a month/));
});

test("a series is picked from a table and put in order of time", () => {
  const rows = [
    {series: "a", month: "2002-01", percent: 30},
    {series: "b", month: "2001-06", percent: 99},
    {series: "a", month: "2001-01", percent: 10}
  ];
  const found = seriesOf(rows, "a");
  assert.deepEqual(found, {time: [2001 + 1 / 24, 2002 + 1 / 24], share: [0.1, 0.3]});
  assert.throws(() => seriesOf(rows, "c"), range(/^series is "c", but must be one of: a, b$/));
  assert.throws(() => seriesOf([], "a"), range(/one of: none$/));
  assert.throws(
    () => seriesOf([...rows, {series: "a", month: "2003-01", percent: 101}], "a"),
    range(/^share\[2\] is 1.01/)
  );
  assert.throws(() => seriesOf([...rows, rows[0]!], "a"), range(/^time\[2\]/));
});

test("a series that cannot be fitted is named", () => {
  assert.equal(checkSeries(series, 3), series);
  assert.throws(() => checkSeries(series, 5), range(/^series has 3 points, but must have at least 5$/));
  assert.throws(() => checkSeries({time: [], share: []}), range(/has 0 points/));
  assert.throws(() => checkSeries({...series, share: [0.1]}), range(/^share has 1 entries/));
  assert.throws(() => checkSeries({...series, time: [2000, 2000, 2001]}), range(/^time\[1\] is 2000/));
  assert.throws(() => checkSeries({...series, time: [2000, Number.NaN, 2001]}), range(/^time\[1\] is NaN/));
  assert.throws(() => checkSeries({...series, share: [0.1, -0.1, 1]}), range(/^share\[1\] is -0.1/));
  assert.throws(() => checkSeries({...series, share: [0.1, Infinity, 1]}), range(/^share\[1\] is Infinity/));
});

test("before leaves out the date itself", () => {
  assert.deepEqual(before(series, 2001), {time: [2000], share: [0.1]});
  assert.deepEqual(before(series, 2001.01), {time: [2000, 2001], share: [0.1, 0.4]});
  assert.deepEqual(before(series, 1990), {time: [], share: []});
});

test("the year of a share lies on the line between its neighbours", () => {
  assert.equal(yearAt(series, 0.65), 2002);
  assert.equal(yearAt(series, 0.1), 2000);
  assert.equal(yearAt(series, 0.4), 2001);
  assert.equal(yearAt(series, 0.95), undefined, "never");
  assert.equal(yearAt(series, 0.05), undefined, "before it began");
});
