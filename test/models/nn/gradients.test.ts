import assert from "node:assert/strict";
import {test} from "node:test";
import {createEngine} from "../../../models/nn/engine.js";
import * as ops from "../../../models/nn/ops.js";
import {checkGradients} from "./gradientCheck.js";
import {trials} from "./trials.js";

const engine = createEngine({memoryMegabytes: 16});

test("every operation is tried", () => {
  const names = Object.keys(ops).filter((name) => name !== "grad" && name !== "detach");
  assert.deepEqual(names.sort(), Object.keys(trials).sort());
});

for (const [name, list] of Object.entries(trials))
  for (const trial of list)
    test(`${name} of ${trial.shapes.map((shape) => `[${shape}]`).join(" and ")} has right first and second derivatives`, () => {
      checkGradients(engine, name, trial);
      assert.equal(engine.memory.step, 0);
    });

test("the third derivative of x⁴ is 24x", () => {
  engine.step(() => {
    const x = engine.tensor([0.5, -2], [2], {tracked: true});
    let y = ops.square(ops.square(x));
    for (let order = 0; order < 3; ++order) y = ops.grad(y, [x], {create: true})[0]!;
    assert.deepEqual([...y.data], [12, -48]);
  });
});

test("gradients stop at a detached tensor, and are zeros for what y does not depend on", () => {
  engine.step(() => {
    const x = engine.tensor([1, 2], [2], {tracked: true});
    const other = engine.tensor([1], [1], {tracked: true});
    const y = ops.add(ops.square(x), ops.square(ops.detach(x)));
    const [gx, gOther] = ops.grad(y, [x, other]);
    assert.deepEqual([...gx!.data], [2, 4]);
    assert.deepEqual([...gOther!.data], [0]);
    assert.equal(gx!.tracked, false);
  });
});

test("nothing is recorded when that is not asked for", () => {
  engine.step(() => {
    const x = engine.tensor([1], [1], {tracked: true});
    assert.equal(engine.untracked(() => ops.square(x)).origin, null);
    assert.equal(ops.square(engine.tensor([1])).origin, null);
    assert.notEqual(ops.square(x).origin, null);
  });
});
