import assert from "node:assert/strict";
import {test} from "node:test";
import {createMarkdownIt} from "@observablehq/framework/dist/markdown.js";
import {markdownMath, renderMath} from "../../scripts/markdownMath.js";

const md = createMarkdownIt({markdownIt: markdownMath});
const render = (text: string) => md.render(text, {code: [], startLine: 0, currentLine: 0, path: "/x"});

test("a formula in a line becomes MathML", () => {
  const html = render("The value {tex}`V(w, b) \\le C` rises.");
  assert.match(html, /^<p>The value <math>.*<mi>V<\/mi>.*<\/math> rises\.<\/p>\n$/s);
});

test("two formulas of one letter stay two", () => {
  assert.equal(render("From {tex}`p` to {tex}`n`.").match(/<math>/g)?.length, 2);
});

test("a formula on lines of its own is set as a block", () => {
  const html = render("```tex\nV = \\frac{1}{2}\n```\n");
  assert.match(html, /^<math [^>]*display="block"[^>]*>.*<mfrac>/s);
  assert.doesNotMatch(html, /observablehq--block/, "it must not become a live cell");
});

test("dollars and code are left alone", () => {
  assert.equal(
    render("From $25 to $250, `tex` and `{tex}`."),
    "<p>From $25 to $250, <code>tex</code> and <code>{tex}</code>.</p>\n"
  );
  assert.match(render("```js run=false\n1 < 2\n```"), /<pre/);
  assert.equal(render("{tex} and `x`"), "<p>{tex} and <code>x</code></p>\n");
});

test("a formula may hold backticks if more of them enclose it", () => {
  assert.match(render("{tex}``\\text{`a'}``!"), /<math>.*<\/math>!/s);
});

test("characters that HTML reserves are safe", () => {
  assert.match(renderMath("a < b"), /&lt;/);
});

test("a mistake is shown, not hidden", () => {
  for (const html of [render("{tex}`\\frac{1}`"), render("```tex\n\\nosuch{1}\n```")]) {
    assert.match(html, /class="observablehq--inspect observablehq--error"/);
    assert.doesNotMatch(html, /<math/);
  }
});

test("formulas of a single letter do not run into one another", () => {
  assert.equal(render("{tex}`C` if {tex}`j` of `b`").match(/<math/g)?.length, 2);
  assert.match(render("{tex}`C` if {tex}`j` of `b`"), /<\/math> if <math/);
});
