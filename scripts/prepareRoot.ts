import {copyFileSync, existsSync, lstatSync, mkdirSync, readdirSync, realpathSync, rmSync, symlinkSync} from "node:fs";
import {dirname, join, relative} from "node:path";
import {type Project, sharedFolders} from "./project.js";

/**
 * Libraries that Framework's client names whether or not a page uses them. It asks the npm registry for a version of
 * each unless its cache has a folder for one; an empty folder is enough, because no page ever loads them.
 */
const namedByFramework = [
  "@observablehq/plot@0.6.17",
  "@observablehq/sample-datasets@1.0.1",
  "apache-arrow@21.2.0",
  "arquero@8.0.3",
  "d3@7.9.0",
  "d3-dsv@3.0.1",
  "echarts@6.1.0",
  "htl@0.3.1",
  "leaflet@1.9.4",
  "lodash@4.17.21",
  "mapbox-gl@3.32.0",
  "parquet-wasm@0.8.0",
  "react@19.3.1",
  "react-dom@19.3.1",
  "topojson-client@3.1.0"
];

/** Makes `at` lead to `to`. A file is copied where the system refuses a link to it (Windows without the privilege). */
function link(to: string, at: string): void {
  const isFolder = lstatSync(realpathSync(to)).isDirectory();
  const found = lstatSync(at, {throwIfNoEntry: false});
  if (found?.isSymbolicLink() && existsSync(at) && realpathSync(at) === realpathSync(to)) return;
  if (found?.isDirectory()) throw new Error(`${at} is a folder, but a link to ${to} belongs there`);
  rmSync(at, {force: true});
  try {
    // A junction needs no privilege on Windows but must be absolute; elsewhere the type is ignored.
    const target =
      process.platform === "win32" ? realpathSync(to) : relative(realpathSync(dirname(at)), realpathSync(to));
    symlinkSync(target, at, isFolder ? "junction" : "file");
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return; // another process made it in the meantime
    if (isFolder) throw error;
    copyFileSync(to, at);
  }
}

/**
 * Makes the source root of a project complete: the links by which Framework, which serves a single root, sees data,
 * components and models; for the smoke profile the links to every page too; and the cache folders that keep it off
 * the network. Safe to run again and beside another process.
 */
export function prepareRoot({folder, profile, root}: Project): void {
  const at = join(folder, root);
  const wanted = new Map<string, string>();
  for (const name of sharedFolders) if (existsSync(join(folder, name))) wanted.set(name, join(folder, name));
  if (profile !== "report") {
    const own = (name: string) => name !== ".observablehq" && !(sharedFolders as readonly string[]).includes(name);
    for (const name of readdirSync(join(folder, "src"))) if (own(name)) wanted.set(name, join(folder, "src", name));
    mkdirSync(at, {recursive: true});
    for (const name of readdirSync(at)) {
      if (name !== ".observablehq" && !wanted.has(name)) rmSync(join(at, name), {recursive: true, force: true});
    }
  }
  for (const [name, to] of wanted) link(to, join(at, name));
  for (const spec of namedByFramework) mkdirSync(join(at, ".observablehq/cache/_npm", spec), {recursive: true});
}
