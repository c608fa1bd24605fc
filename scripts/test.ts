/**
 * `npm test`: every check there is, each run even if an earlier one failed. The last line printed is the plain count
 * of tests passed and failed. `npm test -- --only unit,site` runs some steps.
 */
import {spawnSync} from "node:child_process";
import {existsSync, mkdirSync, readFileSync, rmSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {parseArgs} from "node:util";
import {listFiles} from "./targets.js";

interface Counts {
  passed: number;
  failed: number;
}

interface Step {
  name: string;
  what: string;
  run(): Counts;
}

const require = createRequire(import.meta.url);
const packageFolder = (name: string) => dirname(require.resolve(`${name}/package.json`));
const countsFile = join(process.cwd(), ".cache/test-counts.json");
const tests = listFiles(process.cwd(), "test").filter((path) => path.endsWith(".test.ts"));
const isSite = (path: string) => path.startsWith("test/site/");

function node(args: string[], env: Record<string, string> = {}): boolean {
  const {status} = spawnSync(process.execPath, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: {...process.env, ...env}
  });
  return status === 0;
}

/** A step that passes or fails as a whole. */
const once = (passed: boolean): Counts => (passed ? {passed: 1, failed: 0} : {passed: 0, failed: 1});

function runTests(files: string[], concurrency?: number): Counts {
  if (files.length === 0) return {passed: 0, failed: 0};
  rmSync(countsFile, {force: true});
  const passed = node(
    [
      "--import",
      "tsx",
      "--test",
      ...(concurrency ? [`--test-concurrency=${concurrency}`] : []),
      "--test-reporter=./scripts/testReporter.js",
      "--test-reporter-destination=stdout",
      ...files
    ],
    {THREE_GAMES_COUNTS: countsFile}
  );
  const counts: Counts = existsSync(countsFile) ? JSON.parse(readFileSync(countsFile, "utf8")) : {passed: 0, failed: 1};
  // A run that ended badly without naming a test has failed all the same.
  return passed || counts.failed ? counts : {...counts, failed: 1};
}

let built = true;

const steps: Step[] = [
  {name: "types", what: "types", run: () => once(node([join(packageFolder("typescript"), "bin/tsc"), "--noEmit"]))},
  {name: "cells", what: "types of page cells", run: () => once(node(["--import", "tsx", "scripts/checkPages.ts"]))},
  {
    name: "style",
    what: "format and lint",
    run: () =>
      once(
        node([
          join(packageFolder("@biomejs/biome"), "bin/biome"),
          "ci",
          "--error-on-warnings",
          `--colors=${process.stdout.isTTY ? "force" : "off"}`
        ])
      )
  },
  {name: "unit", what: "unit tests", run: () => runTests(tests.filter((path) => !isSite(path)))},
  {
    name: "build",
    what: "build for the tests",
    run() {
      built = node(["--import", "tsx", "scripts/build.ts"], {THREE_GAMES_PROFILE: "smoke"});
      return once(built);
    }
  },
  {
    name: "site",
    what: "tests of the built site in a browser",
    run() {
      if (!built) console.log("not run: there is no build to test");
      return built ? runTests(tests.filter(isSite), 1) : once(false);
    }
  }
];

const {values} = parseArgs({options: {only: {type: "string"}}});
const only = values.only?.split(",");
const unknown = only?.filter((name) => !steps.some((step) => step.name === name));
if (unknown?.length) {
  console.error(`no such step: ${unknown.join(", ")}; there are ${steps.map(({name}) => name).join(", ")}`);
  process.exit(2);
}

mkdirSync(dirname(countsFile), {recursive: true});
const total: Counts = {passed: 0, failed: 0};
const table: string[] = [];
for (const {name, what, run} of steps) {
  if (only && !only.includes(name)) continue;
  console.log(`\n— ${what}`);
  const start = performance.now();
  const {passed, failed} = run();
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
  table.push(
    `${failed ? "✖" : "✔"} ${what.padEnd(38)} ${seconds} s  ${failed ? `${failed} failed` : `${passed} passed`}`
  );
}
console.log(`\n${table.join("\n")}\n${total.passed} passed, ${total.failed} failed`);
if (total.failed) process.exitCode = 1;
