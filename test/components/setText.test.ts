import assert from "node:assert/strict";
import {test} from "node:test";
import {JSDOM} from "jsdom";
import {setText} from "../../components/setText.js";

test("a text is set where it is another, and its node kept where it is not", () => {
  const {document} = new JSDOM("<p>seven</p>").window;
  const p = document.querySelector("p")!;
  const node = p.firstChild;
  setText(p, "seven");
  assert.equal(p.firstChild, node);
  setText(p, "eight");
  assert.equal(p.textContent, "eight");
  assert.notEqual(p.firstChild, node);
});
