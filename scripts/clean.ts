/** `npm run clean`: removes everything that can be made again. */
import {lstatSync, rmSync} from "node:fs";
import {sharedFolders} from "./project.js";

for (const name of sharedFolders)
  if (lstatSync(`src/${name}`, {throwIfNoEntry: false})?.isSymbolicLink()) rmSync(`src/${name}`);
for (const path of ["dist", ".cache", "src/.observablehq"]) rmSync(path, {recursive: true, force: true});
