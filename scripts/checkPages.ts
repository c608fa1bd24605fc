/** Type-checks the cells of every page and the expressions in its prose, at the page's own lines. */
process.env.OBSERVABLE_TELEMETRY_DISABLE = "1";

import {spawnSync} from "node:child_process";
import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join, relative} from "node:path";

const {readConfig} = await import("@observablehq/framework/dist/config.js");
const {parseMarkdown} = await import("@observablehq/framework/dist/markdown.js");
const {pageGlobals, pageModule} = await import("./pageModule.js");
const {openProject, sharedFolders} = await import("./project.js");
const {listFiles, listPageFiles} = await import("./targets.js");

const project = openProject();
const {md} = await readConfig();
const to = ".cache/check";
const faults: string[] = [];
const files = ["globals.ts"];
rmSync(to, {recursive: true, force: true});
mkdirSync(to, {recursive: true});

for (const path of listPageFiles(project).filter((name) => name.endsWith(".md"))) {
  try {
    const source = readFileSync(path, "utf8");
    const {code} = parseMarkdown(source, {md, path: path.slice("src".length, -".md".length)});
    const module = path.replace(/\.md$/, ".ts");
    mkdirSync(dirname(join(to, module)), {recursive: true});
    writeFileSync(join(to, module), pageModule(source, code));
    files.push(module);
  } catch (error) {
    faults.push(`${path}: ${error instanceof Error ? error.message : error}`);
  }
}

const up = relative(to, ".").replaceAll("\\", "/");
writeFileSync(join(to, "globals.ts"), pageGlobals);
const types = relative(to, new URL("framework.d.ts", import.meta.url).pathname).replaceAll("\\", "/");
const declarations = sharedFolders
  .flatMap((name) => listFiles(project.folder, name))
  .filter((path) => path.endsWith(".d.ts"));
const ambient = declarations.map((path) => `${up}/${path}`);
const settings = {
  extends: `${up}/tsconfig.json`,
  compilerOptions: {rootDirs: ["src", `${up}/src`, up], noUnusedLocals: false, noEmit: true},
  files: [...files, types, ...ambient],
  include: []
};
writeFileSync(join(to, "tsconfig.json"), JSON.stringify(settings));
const compiler = createRequire(import.meta.url).resolve("typescript/package.json");
const {stdout, stderr, status} = spawnSync(
  process.execPath,
  [join(dirname(compiler), "bin/tsc"), "--pretty", "false", "-p", to],
  {encoding: "utf8"}
);
const text = `${stdout}${stderr}`.trim().replace(/^\.cache\/check\/(src\/.*?)\.ts\((\d+),(\d+)\)/gm, "$1.md:$2:$3");
if (status !== 0) faults.push(text || `tsc ended with ${status}`);
console.log(faults.length ? faults.join("\n") : `${files.length - 1} pages checked`);
if (faults.length) process.exitCode = 1;
