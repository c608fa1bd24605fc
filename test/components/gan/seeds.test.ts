import assert from "node:assert/strict";
import {test} from "node:test";
import type {Look, TrainingFile, TrainingRun} from "../../../models/gan/files.js";
import {smallRun} from "../../../models/gan/recipes.js";
import {openDocument} from "../dom.js";

const window = openDocument();
const {lookByKey, seedsView} = await import("../../../components/gan/seedsView.js");
const {runPanels} = await import("../../../components/gan/runPanels.js");
const {trainingRuns} = await import("../../../components/gan/runSet.js");

const {config, attributes} = smallRun(1, 600);
const step = [200, 400, 600];
const run: TrainingRun = {
  seed: 1,
  losses: {step, discriminator: [1, 1, 1], generator: [2, 2, 2], r1: [0.1, 0.1, 0.1]},
  looks: step.map((at, i): Look => ({step: at, images: 16 * at, fd: 3 - i, coverage: 10 * i, sureness: 0.5}))
};
const file: TrainingFile = {
  note: "Made up.",
  config,
  attributes,
  yardstick: {faces: 2000, floor: 0.004, coverage: 503},
  runs: [run],
  sheet: {png: "", size: 16, rows: 1, columns: 1, attributes, classes: [0], steps: [0]}
};

test("keys lead from look to look and no further", () => {
  assert.deepEqual(
    ["ArrowLeft", "ArrowRight", "Home", "End", "a"].map((key) => lookByKey(key, 1, 3)),
    [0, 2, 0, 2, undefined]
  );
  assert.equal(lookByKey("ArrowLeft", 0, 3), 0);
  assert.equal(lookByKey("ArrowRight", 2, 3), 2);
});

test("the seeds can be read at any look with the keys alone", async () => {
  const node = seedsView(Promise.resolve(file));
  await new Promise((done) => setTimeout(done));
  const stage = node.querySelector<HTMLElement>("[role=group][tabindex='0']")!;
  assert.match(stage.getAttribute("aria-label")!, /arrow keys/);
  const shown = () => [...node.querySelectorAll("output")].map((output) => output.textContent);
  const press = (key: string) => {
    const event = new window.KeyboardEvent("keydown", {key, bubbles: true, cancelable: true});
    stage.dispatchEvent(event);
    return event.defaultPrevented;
  };
  assert.deepEqual(shown(), ["1.00", "20"]);
  assert.ok(press("ArrowLeft"));
  assert.deepEqual(shown(), ["2.00", "10"]);
  press("Home");
  assert.deepEqual(shown(), ["3.00", "0"]);
  press("ArrowRight");
  assert.deepEqual(shown(), ["2.00", "10"]);
  press("End");
  assert.deepEqual(shown(), ["1.00", "20"]);
  assert.ok(!press("Tab"), "other keys are the browser’s");
});

test("the names of two losses are told apart by their lines, not by colour alone", () => {
  const panels = runPanels(["losses"], {pick() {}, hover() {}});
  panels.update(trainingRuns(file), true);
  panels.at(9600);
  const names = [...panels.node.querySelectorAll<HTMLElement>("output span span")];
  assert.deepEqual(
    names.map((one) => [one.textContent, one.style.textDecorationStyle]),
    [
      ["discriminator", "solid"],
      ["generator", "dashed"]
    ]
  );
  assert.equal(panels.node.querySelector("output")!.textContent, "discriminator 1.00generator 2.00");
});
