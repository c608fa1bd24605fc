import assert from "node:assert/strict";
import {test} from "node:test";
import * as math from "mathjs";
import {examples, ruleBox} from "../../../components/kelly/ruleBox.js";
import {compileRule} from "../../../models/kelly/ruleExpression.js";
import {constants, functions} from "../../../models/kelly/ruleWords.js";
import {openDocument} from "../dom.js";

test("every word that a rule may hold is listed under the box, and its examples are rules", () => {
  openDocument();
  const {node} = ruleBox(
    () => {},
    () => {}
  );
  const listed = node.querySelector("#own-rule-names")!.textContent!.split(/[\s,;]+/);
  for (const name of [...Object.keys(functions), ...Object.keys(constants)]) assert.ok(listed.includes(name), name);
  for (const text of examples) compileRule(text, math);
});
