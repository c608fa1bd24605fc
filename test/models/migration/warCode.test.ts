import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {parameterInfo, type ScalarName} from "../../../models/migration/parameterInfo.js";
import {checkParameters, defaults, type SomeParameters} from "../../../models/migration/parameters.js";
import {
  addChange,
  decodeChanges,
  difference,
  encodeChanges,
  flatten,
  unflatten
} from "../../../models/migration/warCode.js";

const some: fc.Arbitrary<SomeParameters> = fc.record(
  {
    // −0 is written as 0, and means the same.
    advantage: fc.double({min: -100, max: 100, noNaN: true}).map((v) => v + 0),
    dependencyWeight: fc.constantFrom(0, 1.5, Infinity),
    exitValue: fc.constantFrom(-Infinity, 2),
    sunset: fc.record(
      {year: fc.double({min: 0, max: 30, noNaN: true}), belief: fc.constantFrom(0, Infinity)},
      {requiredKeys: []}
    )
  },
  {requiredKeys: []}
);

test("changes survive the way through an address, to the last digit", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({min: 0, max: 2000}), some)), (list) => {
      const changes = list
        .sort((a, b) => a[0] - b[0])
        .reduce<ReturnType<typeof addChange>>((all, [tick, values]) => addChange(all, {tick, values}), []);
      const code = encodeChanges(changes);
      const query = new URLSearchParams({changes: code}).toString();
      assert.equal(query, `changes=${code}`, "nothing needs an escape");
      const back = decodeChanges(new URLSearchParams(query).get("changes")!, 2000);
      const text = (d: typeof changes) => d.map(({tick, values}) => [tick, flatten(values)]);
      assert.deepEqual(text(back), text(changes));
    })
  );
});

test("what one tick changes twice counts once", () => {
  const once = addChange([], {tick: 3, values: {bitrot: 1, sunset: {year: 2}}});
  const twice = addChange(once, {tick: 3, values: {bitrot: 2, sunset: {strength: 1}}});
  assert.deepEqual(twice, [{tick: 3, values: {bitrot: 2, sunset: {year: 2, strength: 1}}}]);
  assert.equal(addChange(twice, {tick: 4, values: {}}).length, 1);
});

test("flat and back, every parameter by its name", () => {
  const flat = flatten(defaults);
  assert.equal(Object.keys(flat).length, Object.keys(parameterInfo).length + 3);
  assert.deepEqual(checkParameters(unflatten(flat)), defaults);
  const next = checkParameters({bitcreep: 0, sunset: {belief: Infinity}});
  assert.deepEqual(difference(defaults, next), {bitcreep: 0, sunset: {belief: Infinity}});
  assert.deepEqual(difference(next, next), {});
  for (const name of Object.keys(parameterInfo) as ScalarName[]) assert.equal(flat[name], defaults[name]);
});

test("what makes no sense is refused by name", () => {
  const bad: [string, RegExp][] = [
    ["x_bitrot_1", /^tick is NaN/],
    ["_bitrot_1", /^tick is ""/],
    ["5_bitrot_1*4_bitrot_2", /^tick is 4/],
    ["3000_bitrot_1", /^tick is 3000/],
    ["5_bitrot", /^bitrot is NaN/],
    ["5_bitrot_-1", /^bitrot is -1/],
    ["5_nonsense_1", /^parameter is "nonsense"/],
    ["5_sunset_1", /^parameter is "sunset"/],
    ["5_sunset.month_1", /^parameter is "sunset.month"/]
  ];
  for (const [code, message] of bad) assert.throws(() => decodeChanges(code, 2000), {name: "RangeError", message});
  assert.deepEqual(decodeChanges("", 2000), []);
});
