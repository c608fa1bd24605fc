/**
 * Framework's interpreter for loaders: `runLoader.ts src/data/kelly/x.json.ts` writes the loader's output to stdout,
 * from the store if nothing that it depends on has changed.
 */
import {createReadStream} from "node:fs";
import {pipeline} from "node:stream/promises";
import {executeLoader} from "./executeLoader.js";
import {openProject} from "./project.js";
import {findLoader} from "./targets.js";

const [path] = process.argv.slice(2);
if (!path) {
  console.error("usage: runLoader.ts LOADER");
  process.exit(2);
}
const project = openProject();
try {
  const {path: output} = await executeLoader(project, findLoader(project, path), {
    onLine: (line) => process.stderr.write(`${path}: ${line}\n`)
  });
  await pipeline(createReadStream(output), process.stdout, {end: false});
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
