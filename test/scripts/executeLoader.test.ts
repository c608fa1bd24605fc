import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {executeLoader, parseProgress} from "../../scripts/executeLoader.js";
import {freshen} from "../../scripts/freshen.js";
import {publishOutput} from "../../scripts/loaderStore.js";
import {listLoaders, loaderOf} from "../../scripts/targets.js";
import {countingLoader, type TempProject, withProject} from "./tempProject.js";

const files = {
  "models/a.ts": "export const a = 1;",
  "models/b.ts": "export const b = 1;",
  "data/x.json.ts": countingLoader(`import {a} from "../models/a.js";`, "{a}"),
  "data/y.json.ts": countingLoader(`import {b} from "../models/b.js";`, "{b}")
};

/** Runs what has to run, as a load does. Returns the files of the loaders that ran. */
async function load({project, has, read, write}: TempProject): Promise<string[]> {
  write("runs.log", "");
  for (const loader of await freshen(project))
    publishOutput(project, loader, (await executeLoader(project, loader)).path);
  return has("runs.log") ? read("runs.log").split("\n").filter(Boolean).sort() : [];
}

test("exactly the loaders whose inputs changed run, and none if nothing did", () =>
  withProject(files, async (temp) => {
    const output = (name: string) => temp.read(`src/.observablehq/cache/data/${name}.json`);
    assert.deepEqual(await load(temp), ["x.json.ts", "y.json.ts"]);
    assert.equal(output("x"), `{"a":1}`);
    assert.deepEqual(await load(temp), []);
    temp.write("models/a.ts", "export const a = 2;");
    assert.deepEqual(await load(temp), ["x.json.ts"]);
    assert.equal(output("x"), `{"a":2}`);
    assert.equal(output("y"), `{"b":1}`);
    temp.write("models/a.ts", "export const a = 1;");
    assert.deepEqual(await load(temp), [], "the output of an earlier version is still in the store");
    assert.equal(output("x"), `{"a":1}`);
  }));

test("an output without a loader, or one that was tampered with, does not survive", () =>
  withProject(files, async (temp) => {
    await load(temp);
    temp.write("src/.observablehq/cache/data/gone.json", "{}");
    temp.write("src/.observablehq/cache/data/x.json", `{"a":7}`);
    assert.deepEqual(await load(temp), []);
    assert.ok(!temp.has("src/.observablehq/cache/data/gone.json"));
    assert.equal(temp.read("src/.observablehq/cache/data/x.json"), `{"a":1}`);
  }));

test("a loader asked for twice at the same time runs once", () =>
  withProject(files, async ({project, read}) => {
    const loader = loaderOf("data/x.json.ts")!;
    const results = await Promise.all([executeLoader(project, loader), executeLoader(project, loader)]);
    assert.deepEqual(results.map(({ran}) => ran).sort(), [false, true]);
    assert.equal(results[0]!.path, results[1]!.path);
    assert.equal(read("runs.log"), "x.json.ts\n");
  }));

test("a loader whose inputs change while it runs runs again", () =>
  withProject(
    {
      "models/a.ts": "export const a = 1;",
      "data/x.json.ts": `import {readFileSync, writeFileSync} from "node:fs";
import {a} from "../models/a.js";
if (a === 1) writeFileSync("models/a.ts", "export const a = 2;");
process.stdout.write(JSON.stringify(a));`
    },
    async ({project}) => {
      const {path} = await executeLoader(project, loaderOf("data/x.json.ts")!);
      assert.equal(readFileSync(path, "utf8"), "2");
    }
  ));

const failures: [string, string, RegExp][] = [
  [
    "throws",
    `function deep() {\n  throw new Error("kaboom");\n}\ndeep();`,
    /data\/x\.json\.ts ended with 1[\s\S]*Error: kaboom[\s\S]*at deep .*x\.json\.ts/
  ],
  ["exits badly", "process.exit(3);", /data\/x\.json\.ts ended with 3/],
  ["writes nothing", "export {};", /data\/x\.json\.ts wrote nothing/],
  ["writes broken JSON", `process.stdout.write('{"a": NaN}');`, /data\/x\.json\.ts wrote malformed JSON/],
  ["has a mistake in its syntax", "const = 1;", /data\/x\.json\.ts cannot be read/]
];

for (const [what, code, message] of failures)
  test(`a loader that ${what} fails by its name and leaves no output`, () =>
    withProject({"data/x.json.ts": code}, async ({project}) => {
      const [loader] = listLoaders(project);
      await assert.rejects(executeLoader(project, loader!), ({message: text}: Error) => message.test(text));
      assert.equal((await freshen(project)).length, 1);
    }));

test("progress is read from lines of its own form", async () => {
  assert.deepEqual(parseProgress("progress 0.42 edge 0.6"), {done: 0.42, text: "edge 0.6"});
  assert.deepEqual(parseProgress("progress 1"), {done: 1, text: ""});
  for (const line of ["progress", "progress 1.2", "progress x", "the progress 0.2"])
    assert.equal(parseProgress(line), undefined);
  await withProject(
    {"data/x.json.ts": `console.error("progress 0.5 half");\nconsole.error("a warning");\nconsole.log(1);`},
    async ({project}) => {
      const seen: unknown[] = [];
      await executeLoader(project, loaderOf("data/x.json.ts")!, {
        onProgress: (progress) => seen.push(progress),
        onLine: (line) => seen.push(line)
      });
      assert.deepEqual(seen, [{done: 0.5, text: "half"}, "a warning"]);
    }
  );
});
