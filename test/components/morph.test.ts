import assert from "node:assert/strict";
import test from "node:test";
import * as Plot from "@observablehq/plot";
import {morph, redraw} from "../../components/morph.js";
import {openDocument} from "./dom.js";

openDocument();

const drawing = (text: string) => {
  const host = document.createElement("div");
  host.innerHTML = text;
  return host.firstElementChild!;
};

const cases: [name: string, from: string, to: string][] = [
  ["attributes come, change and go", `<g a="1" b="2"></g>`, `<g b="3" c="4"></g>`],
  ["texts change", `<g><b>one</b><b>two</b></g>`, `<g><b>one</b><b>three</b></g>`],
  ["children come", `<g><a></a></g>`, `<g><a></a><b>new</b>text</g>`],
  ["children go", `<g><a></a>text<b></b></g>`, `<g><a></a></g>`],
  ["children of another kind", `<g><a></a><b></b></g>`, `<g><i>x</i><b></b></g>`]
];

for (const [name, from, to] of cases)
  test(`a drawing becomes the new one: ${name}`, () => {
    const [old, made] = [drawing(from), drawing(to)];
    morph(old, made);
    assert.equal(old.outerHTML, drawing(to).outerHTML);
  });

test("what has not changed stays", () => {
  const old = drawing(`<g><a>same</a><b>old</b></g>`);
  const kept = [...old.children];
  morph(old, drawing(`<g><a>same</a><b>new</b></g>`));
  assert.deepEqual([...old.children], kept);
});

const chart = (share: number) =>
  Plot.plot({
    document,
    marks: [
      Plot.line(
        [
          [0, share],
          [1, 0.5]
        ],
        {clip: true}
      ),
      Plot.text([[0, share]], {text: [`${share}`]})
    ]
  });

test("a chart of Plot becomes the new one but for the names of its clips", () => {
  const host = document.createElement("div");
  const first = redraw(host, chart(0.2));
  const ids = [...first.querySelectorAll("[id]")].map((d) => d.id);
  assert.ok(ids.length > 0);
  const made = chart(0.9);
  const expected = made.outerHTML.replace(/plot-clip-\d+/g, "clip");
  assert.equal(redraw(host, made), first);
  assert.equal(first.outerHTML.replace(/plot-clip-\d+/g, "clip"), expected);
  assert.deepEqual(
    [...first.querySelectorAll("[id]")].map((d) => d.id),
    ids
  );
  for (const node of first.querySelectorAll("[clip-path]"))
    assert.ok(ids.some((id) => node.getAttribute("clip-path") === `url(#${id})`));
});
