import assert from "node:assert/strict";
import {test} from "node:test";
import {meanLosses} from "../../../models/gan/meanLosses.js";
import type {LogRow} from "../../../models/nn/training.js";

test("each loss is averaged over the rows that have it", () => {
  const rows: LogRow[] = [
    {step: 1, discriminator: 1, generator: 2, r1: 5},
    {step: 2, discriminator: 3, generator: 2.5}
  ];
  assert.deepEqual(meanLosses(rows), {discriminator: 2, generator: 2.25, r1: 5});
});

test("a loss that no row has is 0: a penalty without weight, a stretch without steps", () => {
  assert.equal(meanLosses([{step: 1, discriminator: 1, generator: 2}]).r1, 0);
  assert.deepEqual(meanLosses([]), {discriminator: 0, generator: 0, r1: 0});
});
