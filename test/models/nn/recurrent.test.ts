import assert from "node:assert/strict";
import {test} from "node:test";
import {createEngine} from "../../../models/nn/engine.js";
import {gatedUnit} from "../../../models/nn/layers.js";
import {Parameters, Stream} from "../../../models/nn/training.js";
import {checkGradients} from "./gradientCheck.js";

const engine = createEngine({memoryMegabytes: 16});
const [inputs, width, rows] = [3, 5, 2];

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

test("a step of the gated unit is what its formula says", () => {
  const parameters = new Parameters(engine, "unit");
  const unit = gatedUnit(parameters, "memory", inputs, width);
  const [w, u, b] = parameters.list.map(({data}) => data.slice());
  engine.step(() => {
    const draws = new Stream(engine, "values");
    const [x, h] = [draws.normal([rows, inputs]), draws.normal([rows, width])];
    const ours = unit.step(h, unit.drive(x)).data;
    const product = (values: Float32Array, row: number, weights: Float32Array, column: number) => {
      const count = values.length / rows;
      let sum = 0;
      for (let i = 0; i < count; ++i) sum += values[row * count + i]! * weights[i * 3 * width + column]!;
      return sum;
    };
    for (let row = 0; row < rows; ++row)
      for (let j = 0; j < width; ++j) {
        const asked = (gate: number) => product(x.data, row, w!, gate * width + j);
        const recalled = (gate: number) => product(h.data, row, u!, gate * width + j) + b![gate * width + j]!;
        const reset = logistic(asked(0) + recalled(0));
        const keep = logistic(asked(1) + recalled(1));
        const fresh = Math.tanh(asked(2) + reset * recalled(2));
        const before = h.data[row * width + j]!;
        const wanted = fresh + keep * (before - fresh);
        assert.ok(Math.abs(ours[row * width + j]! - wanted) < 1e-5, `row ${row}, number ${j}`);
      }
  });
});

test("the gated unit passes the gradient checks of both orders, by its inputs, its memory and through two steps", () => {
  const unit = gatedUnit(new Parameters(engine, "unit"), "memory", inputs, width);
  const shapes = [
    [rows, inputs],
    [rows, width]
  ];
  checkGradients(engine, "gated unit", {run: (x, h) => unit.step(h!, unit.drive(x!)), shapes});
  checkGradients(engine, "two steps of the gated unit", {
    run: (x, h) => unit.step(unit.step(h!, unit.drive(x!)), unit.drive(x!)),
    shapes
  });
});
