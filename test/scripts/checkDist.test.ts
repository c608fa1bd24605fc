import assert from "node:assert/strict";
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {test} from "node:test";
import {checkDist} from "../../scripts/checkDist.js";

/** A sound site of two pages, to which a test adds a fault. */
const page = (head = "", body = "") =>
  `<!DOCTYPE html><html lang="en"><head><title>A</title><meta name="description" content="B">${head}</head><body>${body}</body></html>`;
const sound = {
  "index.html": page(
    `<link rel="stylesheet" href="./a.css"><script type="module">import {a} from "./a.js"; import("./a.js");</script>`,
    `<h1 id="top">A</h1><a href="./kelly/b.html?x=1#place">b</a><a href="https://example.org">out</a><img src="data:,">`
  ),
  "kelly/b.html": page("", `<h2 id="place">B</h2><a href="../">home</a><a href="#place">here</a>`),
  "a.js": `export const a = "https://example.org/not-loaded"; let c; try {c = require("crypto")} catch {} // import "comment"`,
  "a.css": "body {background: url(./dot.png)}",
  "dot.png": "x"
};

async function faults(changes: Record<string, string>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "dist-"));
  try {
    for (const [path, text] of Object.entries({...sound, ...changes})) {
      mkdirSync(dirname(join(folder, path)), {recursive: true});
      writeFileSync(join(folder, path), text);
    }
    return await checkDist(folder);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

test("a sound site has no faults", async () => assert.deepEqual(await faults({}), []));

const planted: [string, Record<string, string>, RegExp][] = [
  ["a bare import", {"b.js": `import*as d from"d3";`}, /^b\.js: import "d3" was not resolved$/],
  ["a bare import in a page", {"c.html": page(`<script type="module">import "d3";</script>`)}, /^c\.html: import "d3"/],
  ["a bare dynamic import", {"b.js": `const d = await import("mathjs");`}, /"mathjs" was not resolved/],
  ["a bare export", {"b.js": `export * from "d3";`}, /"d3" was not resolved/],
  ["a bare worker", {"b.js": `new Worker(import.meta.resolve("worker"))`}, /"worker" was not resolved/],
  [
    "an import from a CDN",
    {"b.js": `import "https://cdn.example.org/d3.js";`},
    /b\.js: loads https:\/\/cdn.* another host/
  ],
  ["an import of a missing file", {"b.js": `import "./c.js";`}, /b\.js: \.\/c\.js does not exist/],
  ["an import from the root of the host", {"b.js": `import "/a.js";`}, /begins at the root of the host/],
  ["a module that cannot be read", {"b.js": "import {"}, /b\.js: not a module that can be read/],
  [
    "a script from elsewhere",
    {"c.html": page(`<script src="//x.org/a.js"></script>`)},
    /loads \/\/x\.org\/a\.js from another/
  ],
  ["a style from elsewhere", {"c.html": page(`<link rel="stylesheet" href="https://x.org/a.css">`)}, /another host/],
  ["a font from elsewhere", {"b.css": `@import "https://x.org/f.css";`}, /b\.css: loads https:\/\/x\.org\/f\.css/],
  ["a background from elsewhere", {"b.css": `p {background: url("https://x.org/a.png")}`}, /b\.css: loads https/],
  ["a picture from elsewhere", {"c.html": page("", `<img src="https://x.org/a.png">`)}, /c\.html: loads https/],
  ["a style in an attribute", {"c.html": page("", `<p style="background: url(https://x.org/a)">`)}, /c\.html: loads/],
  ["a missing picture", {"c.html": page("", `<img src="./no.png">`)}, /c\.html: \.\/no\.png does not exist/],
  ["a missing picture in a set", {"c.html": page("", `<img srcset="./dot.png 1x, ./no.png 2x">`)}, /no\.png does not/],
  ["a missing background", {"b.css": "p {background: url('no.png')}"}, /b\.css: no\.png does not exist/],
  [
    "a missing data file",
    {"c.html": page(`<script type="module">registerFile("x", {"name":"x","path":"./_file/x.json"});</script>`)},
    /c\.html: \.\/_file\/x\.json does not exist/
  ],
  ["a broken link", {"c.html": page("", `<a href="./no.html">x</a>`)}, /c\.html: link \.\/no\.html leads nowhere/],
  [
    "a link to a missing place",
    {"c.html": page("", `<a href="./index.html#no">x</a>`)},
    /index\.html#no: there is no such/
  ],
  ["a link to a missing place here", {"c.html": page("", `<a href="#no">x</a>`)}, /link #no: there is no such place/],
  ["a link out of the site", {"c.html": page("", `<a href="../x.html">x</a>`)}, /leaves the site/],
  ["a link from the root of the host", {"c.html": page("", `<a href="/index.html">x</a>`)}, /root of the host/],
  [
    "a page without a language",
    {"c.html": page().replace(` lang="en"`, "")},
    /c\.html: the page does not say its language/
  ],
  ["a page without a title", {"c.html": page().replace("<title>A</title>", "")}, /c\.html: no title/],
  ["a page without a description", {"c.html": page().replace(`content="B"`, `content=" "`)}, /c\.html: no description/],
  [
    "a cell with a mistake",
    {"c.html": page("", `<p class="observablehq--inspect observablehq--error">SyntaxError</p>`)},
    /mistake: SyntaxError/
  ],
  ["a library from a CDN, kept here", {"_npm/d3/a.js": "export {};"}, /_npm: a page uses a library from a CDN/]
];

for (const [what, changes, message] of planted)
  test(`${what} is found`, async () => {
    const found = await faults(changes);
    assert.equal(found.length, 1, found.join("\n"));
    assert.match(found[0]!, message);
  });

test("a site without a home page is found", async () => {
  const found = await faults({"index.html": ""});
  assert.ok(found.length > 0);
});
