import assert from "node:assert/strict";
import {test} from "node:test";
import {withNextMove} from "../../components/withNextMove.js";

test("an answer is drawn with the next move, or alone where none comes", ({mock}) => {
  mock.timers.enable({apis: ["setTimeout"]});
  let drawn = 0;
  const drawer = withNextMove(() => ++drawn);
  drawer.moved();
  assert.equal(drawn, 1);
  // Two answers and a move: one drawing.
  drawer.answered();
  drawer.answered();
  assert.equal(drawn, 1);
  drawer.moved();
  assert.equal(drawn, 2);
  mock.timers.tick(1000);
  assert.equal(drawn, 2);
  // An answer after which the slider rests.
  drawer.answered();
  mock.timers.tick(1000);
  assert.equal(drawn, 3);
  // A move that the drawing does not follow draws what waits, and nothing else.
  drawer.passed();
  assert.equal(drawn, 3);
  drawer.answered();
  drawer.passed();
  assert.equal(drawn, 4);
});
