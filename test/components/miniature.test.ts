import assert from "node:assert/strict";
import {test} from "node:test";
import * as Plot from "@observablehq/plot";
import {JSDOM} from "jsdom";
import {miniatureStill, pathOf} from "../../components/home/miniatureChart.js";
import {homeQuotes} from "../../components/home/quotes.js";

test("a path starts with all flips left and loses one a step", () => {
  assert.deepEqual(pathOf(Float64Array.of(25, 30, 20)), [
    [300, 25],
    [299, 30],
    [298, 20]
  ]);
});

test("the still picture shows both players, and the same ones for the same seed", () => {
  const {document} = new JSDOM("").window;
  const draw = (seed: number) => Plot.plot({...miniatureStill(1080, seed), document}).outerHTML;
  const first = draw(1);
  assert.ok(first.includes("var(--optimum)") && first.includes("var(--kelly)"));
  assert.ok(!first.includes("NaN"));
  assert.equal(draw(1), first);
  assert.notEqual(draw(2), first);
});

test("the numbers that the home page quotes", () => {
  assert.equal(homeQuotes["value.10flips"]!(), "$63");
  assert.equal(homeQuotes["home.lead"]!(), "$34");
  assert.equal(homeQuotes["home.dollarCost"]!(), "$0.40");
  assert.equal(homeQuotes["home.T90"]!(), "10.5 years");
  assert.equal(homeQuotes["home.misery"]!(), "67 %");
});
