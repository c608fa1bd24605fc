import {readFileSync} from "node:fs";
import {join} from "node:path";
import {listFiles} from "../../scripts/targets.js";
import {dist} from "./server.js";

export interface BuiltPage {
  /** Relative to the site, such as "kelly/value.html". */
  path: string;
  html: string;
  /** The data files that it loads, relative to the page. */
  data: string[];
  /** A notebook has charts with sliders; home and the pages about the site have not. */
  isNotebook: boolean;
}

/** Every page of the built site but the listings of the sources. */
export function builtPages(): BuiltPage[] {
  return listFiles(dist, ".")
    .filter((path) => path.endsWith(".html") && !path.startsWith("source/"))
    .map((path) => {
      const html = readFileSync(join(dist, path), "utf8");
      const data = [...html.matchAll(/registerFile\(.*?"path":"([^"]+\/_file\/data\/[^"]+)"/g)].map(
        ([, file]) => file!
      );
      return {path, html, data, isNotebook: path.includes("/") && !path.startsWith("about/")};
    });
}
