import assert from "node:assert/strict";
import {test} from "node:test";
import {choiceControl} from "../../../components/inputs/choice.js";
import {openDocument} from "../dom.js";

test("what every object has is no choice", () => {
  openDocument();
  const control = choiceControl({kind: "choice", label: "Unit", options: {a: "A", b: "B"}, value: "a"}, () => {});
  assert.equal(control.read("b", {}), true);
  for (const name of ["toString", "constructor", "valueOf", "__proto__", "", "c"]) {
    assert.equal(control.read(name, {}), false, name);
    assert.equal(control.get(), "b");
  }
});
