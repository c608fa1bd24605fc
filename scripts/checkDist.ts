import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {dirname, join} from "node:path/posix";
import {build} from "esbuild";
import {readTags, type Tag} from "./htmlTags.js";

/** What is wrong with a built site that Framework lets pass. */

interface Page {
  ids: Set<string>;
  links: string[];
  faults: string[];
}

/** Attributes by which a page loads something; `link` and `srcset` are looked at on their own. */
const loading: Record<string, string[]> = {
  script: ["src"],
  img: ["src"],
  source: ["src"],
  iframe: ["src"],
  video: ["src", "poster"],
  audio: ["src"],
  track: ["src"],
  embed: ["src"],
  object: ["data"],
  input: ["src"],
  image: ["href"],
  use: ["href"]
};

const isRemote = (address: string) => /^(?:[a-z][\w+.-]*:)?\/\//i.test(address);
const isInline = (address: string) => /^(?:data|blob|about|mailto|tel|javascript):/i.test(address);

/** Addresses in a style sheet. */
function* styleAddresses(css: string): Generator<string> {
  for (const [, quoted, bare] of css.matchAll(/@import\s+(?:"([^"]*)"|'([^']*)')/g)) yield quoted ?? bare!;
  for (const [, double, single, bare] of css.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')]*?))\s*\)/g))
    yield double ?? single ?? bare!;
}

/** Addresses that a tag makes the browser load. */
function* loadedBy({name, attributes, text}: Tag): Generator<string> {
  for (const key of loading[name] ?? []) if (attributes.has(key)) yield attributes.get(key)!;
  if (name === "link" && !/^(canonical|alternate|author|license)$/.test(attributes.get("rel") ?? ""))
    yield attributes.get("href") ?? "";
  for (const part of attributes.get("srcset")?.split(",") ?? []) yield part.trim().split(/\s+/)[0]!;
  if (name === "style") yield* styleAddresses(text);
  if (attributes.has("style")) yield* styleAddresses(attributes.get("style")!);
  // The files that Framework registers for FileAttachment.
  if (name === "script")
    for (const [, path] of text.matchAll(/registerFile\("[^"]*", \{.*?"path":"([^"]+)"/g)) yield path!;
}

/** What is wrong with an address that `file` loads, or undefined. */
function loadFault(folder: string, file: string, address: string): string | undefined {
  if (address === "" || address.startsWith("#") || isInline(address)) return;
  if (isRemote(address)) return `${file}: loads ${address} from another host`;
  if (address.startsWith("/")) return `${file}: ${address} begins at the root of the host, so a sub-path breaks it`;
  const path = join(dirname(file), decodeURI(address.replace(/[?#].*/, "")));
  if (!existsSync(join(folder, path))) return `${file}: ${address} does not exist`;
}

/**
 * Framework's own client can load many libraries, by dynamic imports that only pages which name such a library without
 * importing it would follow. They are not part of the site, unless Framework found a page that does.
 */
const isClient = (file: string) => /^_observablehq\/(client|stdlib)\.\w+\.js$/.test(file);

/** The specifiers that a module imports, read by esbuild, so that strings and comments do not count. */
async function importsOf(text: string, client: boolean): Promise<string[]> {
  const found: string[] = [];
  await build({
    stdin: {contents: text, loader: "js"},
    bundle: true,
    write: false,
    format: "esm",
    logLevel: "silent",
    plugins: [
      {
        name: "record",
        setup({onResolve}) {
          onResolve({filter: /.*/}, ({path, kind}) => {
            // What is left of require() stands in a try, for Node alone.
            const counts = kind === "import-statement" || (kind === "dynamic-import" && !client);
            if (counts) found.push(path);
            return {path, external: true};
          });
        }
      }
    ]
  });
  if (client) return found;
  for (const [, path] of text.matchAll(/import\.meta\.resolve\(\s*["'`]([^"'`$]+)["'`]/g)) found.push(path!);
  return found;
}

async function moduleFaults(folder: string, file: string, text: string): Promise<string[]> {
  let imports: string[];
  try {
    imports = await importsOf(text, isClient(file));
  } catch (error) {
    return [`${file}: not a module that can be read: ${error instanceof Error ? error.message : error}`];
  }
  return imports.flatMap((path) => {
    if (!/^(\.{0,2}\/|[a-z][\w+.-]*:)/i.test(path)) return `${file}: import "${path}" was not resolved`;
    return loadFault(folder, file, path) ?? [];
  });
}

async function readPage(folder: string, file: string): Promise<Page> {
  const html = readFileSync(join(folder, file), "utf8");
  const page: Page = {ids: new Set(), links: [], faults: []};
  const {ids, links, faults} = page;
  const base = file === "404.html" ? "index.html" : file; // the page for what is missing is shown at any address
  let [language, description] = ["", ""];
  for (const tag of readTags(html)) {
    const {name, attributes} = tag;
    for (const key of ["id", "name"]) if (attributes.has(key)) ids.add(attributes.get(key)!);
    if (name === "html") language = attributes.get("lang") ?? "";
    if (name === "meta" && attributes.get("name") === "description") description = attributes.get("content") ?? "";
    if ((name === "a" || name === "area") && attributes.has("href")) links.push(attributes.get("href")!);
    if (/\bobservablehq--error\b/.test(attributes.get("class") ?? "")) {
      const [, text] = /observablehq--error"[^>]*>([^<]*)/.exec(html) ?? [];
      faults.push(`${file}: a cell or a formula has a mistake: ${text}`);
    }
    for (const address of loadedBy(tag)) faults.push(loadFault(folder, base, address) ?? "");
    if (name === "script" && attributes.get("type") === "module" && tag.text.trim())
      faults.push(...(await moduleFaults(folder, base, tag.text)));
  }
  if (!language) faults.push(`${file}: the page does not say its language`);
  if (!/<title>\s*[^<\s]/.test(html)) faults.push(`${file}: no title`);
  if (!description.trim()) faults.push(`${file}: no description`);
  return page;
}

/** What is wrong with a link to another page or to a place in one, or undefined. */
function linkFault(folder: string, file: string, link: string, pages: Map<string, Page>): string | undefined {
  if (isRemote(link) || isInline(link)) return;
  if (link.startsWith("/")) return `${file}: link ${link} begins at the root of the host, so a sub-path breaks it`;
  const [, address, anchor] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(link)!;
  let path = address ? join(dirname(file), decodeURI(address)) : file;
  if (path.startsWith("../")) return `${file}: link ${link} leaves the site`;
  if (statSync(join(folder, path), {throwIfNoEntry: false})?.isDirectory()) path = join(path, "index.html");
  if (!existsSync(join(folder, path))) return `${file}: link ${link} leads nowhere`;
  const target = pages.get(path);
  if (anchor && target && !target.ids.has(decodeURIComponent(anchor)))
    return `${file}: link ${link}: there is no such place on the page`;
}

/**
 * Looks through a built site. Returns a line for each fault: imports that were left unresolved (the page would be dead,
 * silently), anything loaded from another host, addresses that break under a sub-path, files, links and anchors that
 * do not exist, cells and formulas with mistakes, and pages without language, title or description.
 */
export async function checkDist(folder: string): Promise<string[]> {
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"})
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
  const faults: (string | undefined)[] = [];
  const pages = new Map<string, Page>();
  for (const file of files) {
    if (file.endsWith(".html")) pages.set(file, await readPage(folder, file));
    else if (file.endsWith(".js"))
      faults.push(...(await moduleFaults(folder, file, readFileSync(join(folder, file), "utf8"))));
    else if (file.endsWith(".css"))
      for (const address of styleAddresses(readFileSync(join(folder, file), "utf8")))
        faults.push(loadFault(folder, file, address));
  }
  for (const name of ["_npm", "_jsr", "_duckdb"])
    if (existsSync(join(folder, name)))
      faults.push(`${name}: a page uses a library from a CDN: import it from a package`);
  if (!pages.has("index.html")) faults.push("there is no index.html");
  for (const [file, {links, faults: own}] of pages) {
    const base = file === "404.html" ? "index.html" : file;
    faults.push(...own, ...links.map((link) => linkFault(folder, base, link, pages)));
  }
  return [...new Set(faults.filter((fault) => fault !== undefined))].filter((fault) => fault !== "");
}
