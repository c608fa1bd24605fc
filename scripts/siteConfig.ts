import {existsSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {fileURLToPath} from "node:url";
import matter from "gray-matter";
import type MarkdownIt from "markdown-it";
import {type Colophon, colophon} from "./colophon.js";
import {escapeHtml} from "./htmlTags.js";
import {markdownMath} from "./markdownMath.js";
import {markdownQuotes, type Quotes} from "./markdownQuotes.js";
import {prepareRoot} from "./prepareRoot.js";
import {openProject, type Project} from "./project.js";
import {listLoaders, listPageFiles, listStatic} from "./targets.js";

/** A part of the sidebar: the pages of a folder of src, `first` in the given order and any others after them. */
export interface Group {
  name: string;
  folder: string;
  first: string[];
}

interface SiteOptions {
  title: string;
  description: string;
  groups: Group[];
  /** Computed numbers that prose may quote. */
  quotes?: Quotes;
  project?: Project;
}

/** The front matter of a page and its text. Framework drops the keys that it does not know. */
function readPage({folder}: Project, path: string): {data: Record<string, unknown>; content: string} {
  const at = join(folder, path);
  if (!existsSync(at)) return {data: {}, content: ""};
  const {data, content} = matter(readFileSync(at, "utf8"), {}); // the options keep gray-matter from caching
  return {data, content};
}

/** What the sidebar calls a page: the question that it answers, else its title, else its file's name. */
function pageName(project: Project, path: string): string {
  const {data, content} = readPage(project, path);
  return String(data.question ?? data.title ?? /^# (.+)$/m.exec(content)?.[1] ?? basename(path, ".md"));
}

/** The sidebar, from the pages that exist. */
export function sidebar(project: Project, groups: Group[]): {name: string; pages: {name: string; path: string}[]}[] {
  const files = listPageFiles(project).filter((path) => path.endsWith(".md"));
  return groups
    .map(({name, folder, first}) => {
      const known = first.map((page) => `src/${folder}/${page}.md`);
      const here = files.filter((path) => path.startsWith(`src/${folder}/`));
      const ordered = [...known.filter((path) => here.includes(path)), ...here.filter((path) => !known.includes(path))];
      const pages = ordered.map((path) => ({
        name: pageName(project, path),
        path: path.slice("src".length, -".md".length)
      }));
      return {name, pages};
    })
    .filter(({pages}) => pages.length > 0);
}

/**
 * Framework's configuration for a site. Loaders run through scripts/runLoader.ts, so that whoever asks for data gets
 * what belongs to the present state of the code.
 */
export function siteConfig({title, description, groups, quotes = {}, project = openProject()}: SiteOptions): object {
  prepareRoot(project);
  return {
    root: project.root,
    output: project.output,
    title,
    pages: sidebar(project, groups),
    sidebar: true,
    toc: false, // the measure belongs to the charts
    style: "style.css",
    globalStylesheets: [], // the default asks another host for a font
    preserveExtension: true, // links end in .html, so that any static host can serve the site
    search: true,
    head: (page: {title: string | null; path: string}) => {
      const text = escapeHtml(readPage(project, `src${page.path}.md`).data.description ?? description);
      const name = escapeHtml(page.title ?? title);
      return `<meta name="description" content="${text}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${escapeHtml(title)}">
<meta property="og:title" content="${name}">
<meta property="og:description" content="${text}">`;
    },
    footer: (page: {title: string | null; path: string}) => {
      const file = `src${page.path}.md`;
      // What is not there has no sources, and nobody cites it.
      if (page.path === "/404" || !existsSync(join(project.folder, file))) return null;
      const {downloads, code = []} = readPage(project, file).data as Colophon;
      return colophon({title: page.title ?? title, downloads, code: [file, ...code]}, page.path);
    },
    markdownIt: (md: MarkdownIt) => {
      markdownMath(md);
      markdownQuotes(md, quotes);
      return md;
    },
    interpreters: {
      ".ts": [
        process.execPath,
        "--import",
        import.meta.resolve("tsx"),
        fileURLToPath(new URL("runLoader.ts", import.meta.url))
      ]
    },
    // Data and figures keep an address that does not change with their contents, for downloads and other programs.
    dynamicPaths: () => addresses(project)
  };
}

async function* addresses(project: Project): AsyncGenerator<string> {
  const targets = listLoaders(project).map(({target}) => target);
  for (const path of [...targets, ...listStatic(project)]) if (!path.endsWith(".md")) yield `/${path}`;
}
