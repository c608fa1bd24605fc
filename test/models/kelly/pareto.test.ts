import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {generalizedParetoMean, generalizedParetoQuantile, paretoMean} from "../../../models/kelly/pareto.js";

test("Pareto’s mean, finite only above a shape of 1", () => {
  assert.equal(paretoMean(5, 200), 250);
  assert.equal(paretoMean(1, 200), Number.POSITIVE_INFINITY);
  assert.throws(() => paretoMean(0, 200), /^RangeError: shape is 0/);
  assert.throws(() => paretoMean(2, -1), /^RangeError: scale is -1/);
});

test("the law with shape 5 at 200 that the source’s program draws from", () => {
  const law = {shape: 5, location: 200, scale: 1};
  assert.equal(Math.round(generalizedParetoQuantile(law, 0.5)), 206);
  assert.equal(Math.round(generalizedParetoQuantile(law, 0.85)), 2834);
  assert.equal(generalizedParetoQuantile(law, 0), 200);
  assert.equal(generalizedParetoMean(law), Number.POSITIVE_INFINITY);
  assert.throws(() => generalizedParetoQuantile(law, 1), /^RangeError: share is 1/);
});

test("the quantile undoes the tail, and Pareto’s law is the case that starts at its scale over its shape", () => {
  fc.assert(
    fc.property(
      fc.double({min: 0.05, max: 6, noNaN: true}),
      fc.double({min: 0.01, max: 500, noNaN: true}),
      fc.double({min: 0, max: 0.999, noNaN: true}),
      (shape, scale, share) => {
        const x = generalizedParetoQuantile({shape, location: 3, scale}, share);
        const tail = (1 + (shape * (x - 3)) / scale) ** (-1 / shape);
        assert.ok(Math.abs(tail - (1 - share)) < 1e-9);
        if (shape < 0.9) {
          const mean = generalizedParetoMean({shape, location: scale / shape, scale});
          assert.ok(Math.abs(mean / paretoMean(1 / shape, scale / shape) - 1) < 1e-9);
        }
      }
    )
  );
});
