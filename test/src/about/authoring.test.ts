import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join, resolve} from "node:path";
import {after, before, test} from "node:test";

const project = process.cwd();
const page = readFileSync("src/about/authoring.md", "utf8");

/** The files of the worked example: a heading with a path, and the first fence after it. */
const files = [...page.matchAll(/^### `([^`]+)`\n[\s\S]*?^(`{3,})\w+[^\n]*\n([\s\S]*?)^\2$/gm)].map(
  ([, path, , text]) => ({path: path!, text: text!})
);

let folder = "";

function run(...args: string[]): string {
  const {status, stdout, stderr} = spawnSync(process.execPath, args, {cwd: folder, encoding: "utf8"});
  assert.equal(status, 0, `${args.join(" ")}\n${stdout}${stderr}`);
  return stdout;
}

before(() => {
  folder = mkdtempSync(join(tmpdir(), "authoring-"));
  for (const name of [
    "models",
    "components",
    "scripts",
    "data",
    "package.json",
    "tsconfig.json",
    "src/figures/still.ts",
    "observablehq.config.ts"
  ])
    cpSync(name, join(folder, name), {recursive: true}); // no other page: this is about the new one
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "junction");
  for (const {path, text} of files) {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), text);
  }
});

after(() => rmSync(folder, {recursive: true, force: true}));

test("the worked example names eight files, none of which exists", () => {
  assert.deepEqual(
    files.map(({path}) => path),
    [
      "models/kelly/flipsFor.ts",
      "test/models/kelly/flipsFor.test.ts",
      "data/kelly/flips.json.ts",
      "components/kelly/flipsInputs.ts",
      "components/kelly/flipsPlot.ts",
      "components/kelly/flipsChart.ts",
      "src/figures/kelly/flips.svg.ts",
      "src/kelly/flips.md"
    ]
  );
  for (const {path} of files) assert.throws(() => readFileSync(join(project, path)), {code: "ENOENT"}, path);
});

test("its test passes", () => {
  const {NODE_TEST_CONTEXT: _, ...env} = process.env; // else the inner run takes itself for a part of this one
  const {status, stdout} = spawnSync(
    process.execPath,
    ["--import", "tsx", "--test", "--test-reporter=tap", "test/models/kelly/flipsFor.test.ts"],
    {cwd: folder, encoding: "utf8", env}
  );
  assert.equal(status, 0, stdout);
  assert.match(stdout, /^# pass 3$/m);
});

test("its loader writes the data that the chart reads", () => {
  const {rows} = JSON.parse(run("--import", "tsx", "data/kelly/flips.json.ts"));
  assert.equal(rows.length, 44);
  const flips: number[] = rows.map((d: {flips: number}) => d.flips);
  assert.ok(flips.every((n, i) => Number.isInteger(n) && (i === 0 || n <= flips[i - 1]!)));
});

test("its still picture is drawn", () => {
  const svg = run("--import", "tsx", "src/figures/kelly/flips.svg.ts");
  assert.match(svg, /^<svg [\s\S]*<path[\s\S]*<\/svg>$/);
  assert.doesNotMatch(svg, /NaN/);
});

test("the cells of its page have no mistake in their types", () => {
  run("--import", "tsx", "scripts/checkPages.ts");
});

test("its files are formatted as the house is", () => {
  const biome = join(project, "node_modules/@biomejs/biome/bin/biome");
  for (const {path, text} of files.filter((d) => d.path.endsWith(".ts"))) {
    const {status, stdout} = spawnSync(process.execPath, [biome, "format", `--stdin-file-path=${path}`], {
      cwd: project,
      encoding: "utf8",
      input: text
    });
    assert.equal(status, 0, path);
    assert.equal(stdout, text, path);
  }
});
