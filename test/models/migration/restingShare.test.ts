import assert from "node:assert/strict";
import {test} from "node:test";
import {fixedPoints, hysteresis, spinodal, trajectory} from "../../../models/migration/meanField.js";
import {restingShare} from "../../../models/migration/restingShare.js";
import {slowPath} from "../../../models/migration/slowPath.js";
import {near} from "./reference.js";

test("a crowd rests where the mean field takes it", () => {
  for (const advantage of [-0.5, 0, 0.5, 0.75, 1.2])
    for (const initialShare of [0, 0.1, 0.2, 0.3, 0.45, 0.8, 1]) {
      const p = {advantage, initialShare};
      near(restingShare(p, initialShare), trajectory(p, {years: 400, step: 400}).share[1]!, 1e-7);
    }
});

test("on the pass itself it moves up, and a hair below it down", () => {
  const [low, pass, high] = fixedPoints({advantage: 0.75}).map((point) => point.share);
  assert.equal(restingShare({advantage: 0.75}, pass!), high);
  assert.equal(restingShare({advantage: 0.75}, pass! - 1e-9), low);
  assert.throws(() => restingShare({}, 1.1), /RangeError: share is 1.1/);
  assert.throws(() => restingShare({exitValue: 1}, 0.5), /RangeError: exitValue is 1/);
});

test("a slow path rests all along, jumps at the spinodal alone, and there and back it draws the loop", () => {
  const [low, high] = spinodal()!;
  const up = slowPath({}, {advantage: -1.2, share: 0}, 1.2, {points: 400});
  const down = slowPath({}, {advantage: 1.2, share: up.share.at(-1)!}, -1.2, {points: 400});
  let area = 0;
  for (const [path, edge] of [
    [up, high],
    [down, low]
  ] as const) {
    let jumps = 0;
    for (let i = 1; i < path.share.length; ++i) {
      area -= ((path.share[i]! + path.share[i - 1]!) / 2) * (path.advantage[i]! - path.advantage[i - 1]!);
      if (Math.abs(path.share[i]! - path.share[i - 1]!) < 0.5) continue;
      ++jumps;
      near(path.advantage[i]!, edge, 1e-9, "jump");
    }
    assert.equal(jumps, 1);
  }
  near(area, hysteresis().area, 1e-4, "area");
  near(up.advantage.at(-1)!, 1.2, 0);
  near(up.share.at(-1)!, restingShare({advantage: 1.2}, 0), 1e-12);
});

test("in small moves a slow path ends where it does in one", () => {
  let [advantage, share] = [0, 0.05];
  for (const to of [0.3, 0.6, 0.85, 0.879, 0.9, 0.2, -0.5, -0.87, -0.9, 0]) {
    const path = slowPath({}, {advantage, share}, to);
    near(path.share.at(-1)!, restingShare({advantage: to}, share), 1e-9, `at ${to}`);
    advantage = to;
    share = path.share.at(-1)!;
  }
  // Round the loop and back at 0 on the old branch.
  near(share, fixedPoints({advantage: 0})[0]!.share, 1e-9);
  assert.deepEqual(slowPath({}, {advantage: 0.2, share}, 0.2).advantage, [0.2]);
  assert.throws(() => slowPath({}, {advantage: 0, share: 2}, 1), /RangeError: from.share is 2/);
  assert.throws(() => slowPath({}, {advantage: 0, share: 0}, 1000), /RangeError: to is 1000/);
});
