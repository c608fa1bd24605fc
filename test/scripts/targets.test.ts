import assert from "node:assert/strict";
import {test} from "node:test";
import {prepareRoot} from "../../scripts/prepareRoot.js";
import {openProject} from "../../scripts/project.js";
import {findLoader, listLoaders, listStatic, loaderOf} from "../../scripts/targets.js";
import {withProject} from "./tempProject.js";

test("a loader is a file with two extensions in data or src", () => {
  assert.equal(loaderOf("data/kelly/x.json.ts")!.target, "data/kelly/x.json");
  assert.equal(loaderOf("src/figures/x.svg.ts")!.target, "figures/x.svg");
  for (const path of [
    "data/kelly/x.ts",
    "models/x.json.ts",
    "components/x.worker.ts",
    "src/a.worker.ts",
    "data/x.d.ts"
  ])
    assert.equal(loaderOf(path), undefined);
  assert.throws(() => loaderOf("data/[name].json.ts"), /not supported/);
  assert.throws(() => loaderOf("data/x.zip.ts"), /not supported/);
});

test("loaders and files are listed once, however src is linked, in both profiles", () =>
  withProject(
    {
      "data/kelly/x.json.ts": "console.log(1)",
      "data/kelly/raw.csv": "a\n",
      "data/kelly/rows.ts": "export {}",
      "src/figures/y.svg.ts": "console.log(1)",
      "src/index.md": "# Home"
    },
    async ({folder, project}) => {
      const smoke = openProject(folder, "smoke");
      for (const each of [project, smoke, project]) {
        prepareRoot(each);
        assert.deepEqual(listLoaders(each), [
          {path: "data/kelly/x.json.ts", target: "data/kelly/x.json"},
          {path: "src/figures/y.svg.ts", target: "figures/y.svg"}
        ]);
        assert.deepEqual(listStatic(each), ["data/kelly/raw.csv"]);
        assert.equal(findLoader(each, `${each.root}/data/kelly/x.json.ts`).target, "data/kelly/x.json");
        assert.equal(findLoader(each, `${each.root}/figures/y.svg.ts`).target, "figures/y.svg");
      }
      assert.throws(() => findLoader(project, "src/data/kelly/rows.ts"), /not a loader/);
    }
  ));

test("the source root of the tests follows src: what is gone there is gone here", () =>
  withProject({"src/index.md": "# Home", "src/old.md": "# Old"}, async ({folder, has, write}) => {
    const {rmSync} = await import("node:fs");
    const smoke = openProject(folder, "smoke");
    prepareRoot(smoke);
    assert.ok(has(".cache/smoke/src/old.md"));
    rmSync(`${folder}/src/old.md`);
    write("src/new.md", "# New");
    prepareRoot(smoke);
    assert.ok(!has(".cache/smoke/src/old.md"));
    assert.ok(has(".cache/smoke/src/new.md"));
  }));

test("a folder in the place of a link is left alone, and told", () =>
  withProject({"src/data/mine.txt": "precious"}, async ({project, read}) => {
    assert.throws(() => prepareRoot(project), /src\/data is a folder/);
    assert.equal(read("src/data/mine.txt"), "precious");
  }));

test("the profile is one of two", () => {
  assert.throws(() => openProject("/x", "quick"), /^RangeError: THREE_GAMES_PROFILE is "quick"/);
  assert.notEqual(openProject("/x", "smoke").output, openProject("/x", "report").output);
});
