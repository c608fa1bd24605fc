import {mkdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {dirname, extname, join} from "node:path";
import hljs from "highlight.js";
import {escapeHtml} from "./htmlTags.js";
import {type Project, sharedFolders} from "./project.js";
import {listFiles, listPageFiles} from "./targets.js";

/**
 * The code and the data as pages of the site, with a number and an address for each line, so that a chart can point at
 * the line that computes it.
 */

const languages: Record<string, string> = {
  ".ts": "typescript",
  ".js": "javascript",
  ".md": "markdown",
  ".css": "css",
  ".json": "json",
  ".svg": "xml",
  ".csv": "plaintext",
  ".txt": "plaintext"
};

/** Beyond this many bytes a file is offered as it is in place of a page. */
const largest = 1_000_000;

const style = `
:root{color-scheme:light dark;--fg:#1b1e23;--bg:#fff;--faint:#6b7280;--mark:#fff3c4;--kw:#8250df;--str:#0a6c3b;--num:#0550ae;--fn:#953800}
@media (prefers-color-scheme:dark){:root{--fg:#dfdfd6;--bg:#161616;--faint:#9aa0a6;--mark:#43381a;--kw:#d2a8ff;--str:#8ddb8c;--num:#79c0ff;--fn:#ffa657}}
body{margin:0 auto;padding:1rem 1.5rem 4rem;max-width:1080px;background:var(--bg);color:var(--fg);font:15px/1.5 system-ui,sans-serif}
h1{font:600 1.1rem ui-monospace,Menlo,Consolas,monospace;margin:.75rem 0 1rem;overflow-wrap:anywhere}
a{color:var(--num)}
pre{margin:0;font:13px/1.55 ui-monospace,Menlo,Consolas,monospace;white-space:pre-wrap;overflow-wrap:anywhere;tab-size:2}
.line{display:block;padding-left:4.5em;text-indent:-4.5em;min-height:1.55em}
.line:target{background:var(--mark)}
.line>a{display:inline-block;width:3.5em;margin-right:1em;text-align:right;text-indent:0;color:var(--faint);text-decoration:none;user-select:none}
.line>a::before{content:attr(data-n)}
.line>a:hover{text-decoration:underline}
.hljs-comment,.hljs-quote{color:var(--faint)}.hljs-keyword,.hljs-built_in,.hljs-type{color:var(--kw)}
.hljs-string,.hljs-regexp{color:var(--str)}.hljs-number,.hljs-literal,.hljs-attr{color:var(--num)}.hljs-title{color:var(--fn)}
`;

/** The files that have a page: models, data and components, and the pages and loaders in src. */
export function listSources(project: Project): string[] {
  const shared = sharedFolders.flatMap((name) => listFiles(project.folder, name));
  return [...shared, ...listPageFiles(project)].filter((path) => extname(path) in languages);
}

/** Highlighted code cut into lines; a span that runs over several lines is closed and opened again on each. */
function highlightLines(text: string, language: string): string[] {
  const open: string[] = [];
  return hljs
    .highlight(text.replace(/\r?\n$/, ""), {language})
    .value.split(/\r?\n/)
    .map((line) => {
      const before = open.join("");
      for (const [tag] of line.matchAll(/<span [^>]*>|<\/span>/g)) tag === "</span>" ? open.pop() : open.push(tag);
      return before + line + "</span>".repeat(open.length);
    });
}

/** The page for a file of the project, as a whole HTML document that needs nothing else. */
export function renderSource({folder}: Project, path: string, siteTitle = "Three Games"): string {
  const home = "../".repeat(path.split("/").length);
  const at = join(folder, path);
  const size = statSync(at).size;
  const lines = size > largest ? [] : highlightLines(readFileSync(at, "utf8"), languages[extname(path)]!);
  const body = lines.map(
    (line, i) =>
      `<span class="line" id="L${i + 1}"><a href="#L${i + 1}" data-n="${i + 1}" tabindex="-1" aria-label="Line ${i + 1}"></a>${line}</span>`
  );
  const large = `<p>${escapeHtml(path)} has ${size.toLocaleString("en")} bytes, too many for a page.`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(path)} | ${escapeHtml(siteTitle)}</title>
<link rel="icon" href="data:,">
<meta name="description" content="The source of ${escapeHtml(path)}, line by line.">
<style>${style}</style>
</head>
<body>
<nav aria-label="Site"><a href="${home}index.html">${escapeHtml(siteTitle)}</a></nav>
<main>
<h1>${escapeHtml(path)}</h1>
${size > largest ? large : `<pre><code>${body.join("")}</code></pre>`}
</main>
</body>
</html>
`;
}

/** Writes the page of every source below `to`/source. Returns how many. */
export function writeSources(project: Project, to: string): number {
  const paths = listSources(project);
  for (const path of paths) {
    const at = join(to, "source", `${path}.html`);
    mkdirSync(dirname(at), {recursive: true});
    writeFileSync(at, renderSource(project, path));
  }
  return paths.length;
}
