import assert from "node:assert/strict";
import {test} from "node:test";
import {dependencies, loaderKey, loaderKeys} from "../../scripts/loaderKeys.js";
import {openProject} from "../../scripts/project.js";
import {listLoaders} from "../../scripts/targets.js";
import {withProject} from "./tempProject.js";

const files = {
  "models/a.ts": `import {b} from "./b.js";\nexport const a = b + 1;`,
  "models/b.ts": "export const b = 1;",
  "models/c.ts": "export const c = 1;",
  "models/types.ts": "export interface Shape {x: number}",
  "data/kelly/x.json.ts": `import type {Shape} from "../../models/types.js";
import {a} from "../../models/a.js";
const rows = new URL("./rows.csv", import.meta.url);
console.log(JSON.stringify({x: a, rows: String(rows)} as unknown as Shape));`,
  "data/kelly/rows.csv": "a,b\n",
  "data/kelly/y.json.ts": `const {c} = await import("../../models/c.js");\nconsole.log(c);`,
  "data/kelly/z.json.ts": `new URL("./part.ts", import.meta.url);\nconsole.log(1);`,
  "data/kelly/part.ts": `import {c} from "../../models/c.js";\nconsole.log(c);`
};

const names = ["x", "y", "z"].map((name) => `data/kelly/${name}.json`);

test("a key changes exactly when the loader or something that it reaches changes", () =>
  withProject(files, async ({project, write}) => {
    const keys = async () => loaderKeys(project, listLoaders(project));
    let before = await keys();
    assert.deepEqual([...before.keys()], names);
    assert.deepEqual(await keys(), before);
    const changes: [string, string, string[]][] = [
      ["models/b.ts", "export const b = 2;", ["data/kelly/x.json"]],
      ["models/c.ts", "export const c = 2;", ["data/kelly/y.json", "data/kelly/z.json"]],
      ["data/kelly/rows.csv", "a,b\n1,2\n", ["data/kelly/x.json"]],
      ["data/kelly/y.json.ts", "console.log(3);", ["data/kelly/y.json"]],
      ["models/types.ts", "export interface Shape {y: number}", []],
      ["models/unused.ts", "export const u = 1;", []],
      ["package-lock.json", `{"version": 2}`, names]
    ];
    for (const [path, text, expected] of changes) {
      write(path, text);
      const after = await keys();
      assert.deepEqual(
        names.filter((name) => after.get(name) !== before.get(name)),
        expected,
        path
      );
      before = after;
    }
  }));

test("a key does not depend on when a file was written, and does on the profile", () =>
  withProject(files, async ({project, folder, write}) => {
    const [loader] = listLoaders(project);
    const key = await loaderKey(project, loader!);
    write("models/b.ts", files["models/b.ts"]);
    assert.equal(await loaderKey(project, loader!), key);
    assert.notEqual(await loaderKey(openProject(folder, "smoke"), loader!), key);
  }));

test("the dependencies of a loader are what it imports and the files that it names", () =>
  withProject(files, async ({folder}) => {
    assert.deepEqual(await dependencies(folder, "data/kelly/x.json.ts"), [
      "data/kelly/rows.csv",
      "data/kelly/x.json.ts",
      "models/a.ts",
      "models/b.ts"
    ]);
    assert.deepEqual(await dependencies(folder, "data/kelly/z.json.ts"), [
      "data/kelly/part.ts",
      "data/kelly/z.json.ts",
      "models/c.ts"
    ]);
  }));

test("one loader that cannot be read does not hide the others", () =>
  withProject({...files, "data/kelly/w.json.ts": `import {q} from "../../models/q.js";`}, async ({project}) => {
    const keys = await loaderKeys(project, listLoaders(project));
    const broken = keys.get("data/kelly/w.json");
    assert.ok(broken instanceof Error);
    assert.match(broken.message, /data\/kelly\/w\.json\.ts cannot be read[\s\S]*models\/q\.js/);
    for (const name of names) assert.equal(typeof keys.get(name), "string");
  }));
