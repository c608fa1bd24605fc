import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {openProject} from "../scripts/project.js";
import {listFiles, listPageFiles} from "../scripts/targets.js";
import {layeringFaults} from "./layering.js";

test("imports only go down, and models depend on nothing outside themselves", () => {
  const project = openProject();
  const files = [
    ...["models", "data", "components"].flatMap((name) => listFiles(project.folder, name)),
    ...listPageFiles(project)
  ];
  const code = files.filter((path) => /\.(ts|md)$/.test(path));
  assert.ok(code.some((path) => path.startsWith("models/")));
  assert.deepEqual(
    code.flatMap((path) => layeringFaults(path, readFileSync(path, "utf8"))),
    []
  );
});

const planted: [string, string, string][] = [
  ["a model that imports a component", "models/kelly/x.ts", `import {a} from "../../components/a.js";`],
  ["a model that imports a type from above", "models/x.ts", `import type {A} from "../data/a.js";`],
  ["a model that imports over several lines", "models/x.ts", `import {\n  a\n} from "../components/a.js";`],
  ["a model that reads files", "models/x.ts", `import {readFileSync} from "node:fs";`],
  ["a model that exports from above", "models/x.ts", `export {a} from "../src/a.js";`],
  ["a model that imports when it runs", "models/x.ts", `const a = await import("../components/a.js");`],
  ["a model that draws lots", "models/x.ts", "export const a = () => Math.random();"],
  ["a model with a clock", "models/x.ts", "export const a = () => Date.now();"],
  ["a model with a date", "models/x.ts", "export const a = () => new Date();"],
  ["a model with a stopwatch", "models/x.ts", "export const a = () => performance.now();"],
  ["a model that knows the page", "models/x.ts", `export const a = () => document.createElement("p");`],
  ["a model that fetches", "models/x.ts", `export const a = () => fetch("x");`],
  ["a loader that imports a component", "data/kelly/x.json.ts", `import {a} from "../../components/a.js";`],
  ["a component that imports a loader", "components/x.ts", `import {a} from "../data/a.js";`],
  ["a component that reads files", "components/x.ts", `import {readFileSync} from "node:fs";`],
  ["a component that fetches", "components/x.ts", `export const a = () => fetch("x");`],
  ["a page that imports a loader", "src/kelly/x.md", '# x\n```ts\nimport {a} from "../data/a.js";\n```\n'],
  ["a page that imports from a CDN", "src/kelly/x.md", '# x\n```js\nimport * as d3 from "npm:d3";\n```\n']
];

for (const [what, path, text] of planted)
  test(`the check finds ${what}`, () => assert.equal(layeringFaults(path, text).length, 1, text));

test("the check lets through what is allowed", () => {
  const allowed: [string, string][] = [
    [
      "models/kelly/x.ts",
      `import {check} from "../check.js";\nexport const window = 3;\nexport const a = window + {document: 1}.document;`
    ],
    [
      "models/x.ts",
      "/** See document and import {a} from '../components/a.js' */\nexport const a = (location: number, {history}: {history: 1}) => location + history;"
    ],
    [
      "data/kelly/x.json.ts",
      `import {readFileSync} from "node:fs";\nimport {value} from "../../models/kelly/value.js";`
    ],
    ["components/kelly/x.ts", `import * as d3 from "d3";\nimport {a} from "../theme.js";\ndocument.title = "x";`],
    ["src/figures/x.svg.ts", `import {JSDOM} from "jsdom";\nimport {a} from "../../components/a.js";`],
    ["src/about/x.md", '```ts run=false\nimport assert from "node:assert/strict";\n```\n'],
    ["src/kelly/x.md", '```ts\nimport {a} from "../components/a.js";\nimport {v} from "../models/v.js";\n```\n']
  ];
  for (const [path, text] of allowed) assert.deepEqual(layeringFaults(path, text), []);
});
