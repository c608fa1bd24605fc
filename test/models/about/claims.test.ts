import assert from "node:assert/strict";
import {test} from "node:test";
import {agrees, type Claim, definitionLine, judge} from "../../../models/about/claims.js";

const base = {id: "a", claim: "a", source: "s", group: "g", note: "n"};
const code = {file: "models/a.ts", name: "f"};
const line = () => 7;

test("a definition is found by its line, and only at the top level", () => {
  const text =
    "const a = 1;\n/** f. */\nexport function f() {\n  const g = 2;\n}\nexport const h = 3;\nfunction ff() {}\n";
  assert.equal(definitionLine(text, "a"), 1);
  assert.equal(definitionLine(text, "f"), 3);
  assert.equal(definitionLine(text.replaceAll("\n", "\r\n"), "h"), 6);
  assert.equal(definitionLine(text, "ff"), 7);
  assert.throws(() => definitionLine(text, "g"), {name: "RangeError", message: /^name is "g"/});
});

test("numbers agree to the digits that were printed", () => {
  assert.ok(agrees(246.61, 246.606623, 0.005));
  assert.ok(!agrees(246.61, 246.6049, 0.005));
  assert.ok(agrees(0.5, 0.55, 0.05), "an exact half may be rounded either way");
  assert.throws(() => agrees(1, Number.NaN, 0.5), /^RangeError: computed is NaN/);
});

test("a number is judged by its last digit", () => {
  const claim: Claim = {...base, published: 6.6, unit: "$", within: 0.05, compute: () => 6.57, code};
  assert.deepEqual(judge(claim, line), {
    ...base,
    published: 6.6,
    computed: 6.57,
    unit: "$",
    verdict: "reproduces",
    code: "models/a.ts#L7"
  });
  assert.equal(judge({...claim, compute: () => 8.57}, line).verdict, "differs");
  assert.throws(() => judge({...claim, compute: () => 0 / 0}, line), RangeError);
});

test("words are judged by the claim itself; what cannot be computed points nowhere", () => {
  const words: Claim = {...base, published: "x", compute: () => ({text: "y", agrees: false}), code};
  assert.equal(judge(words, line).verdict, "differs");
  assert.equal(judge(words, line).computed, "y");
  const open = judge({...base, note: () => "why", published: "18 of 61"}, line);
  assert.deepEqual([open.verdict, open.computed, open.code, open.note], ["cannot be computed", null, null, "why"]);
});
