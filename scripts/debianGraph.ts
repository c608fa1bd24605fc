/**
 * Writes data/migration/debianPython3.json anew: which Python packages of Debian depend on which, from the package index
 * of this machine's apt. The snapshot is committed with its date, so that a build needs no apt.
 *
 *     npx tsx scripts/debianGraph.ts                  from apt's own index of the main archive (run `apt-get update` first)
 *     npx tsx scripts/debianGraph.ts PACKAGES RELEASE from files of that archive: Packages (unpacked) and Release
 *     npx tsx scripts/debianGraph.ts PACKAGES RELEASE TARGET  the same, to another file
 */
import {execFileSync} from "node:child_process";
import {readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {type PackagesFile, packPackages} from "../models/migration/ecosystem.js";

const prefix = "python3-";

/** Not packages that migrate: documents, debug symbols, headers, and the interpreter, which is the platform itself. */
const leftOut = /-(doc|dbg|dev)$|^python3-minimal$/;

/** The text of the package index and of the release that it belongs to. */
function readIndex(): {packages: string; release: string} {
  const [packages, release] = process.argv.slice(2);
  if (packages && release) return {packages: readFileSync(packages, "utf8"), release: readFileSync(release, "utf8")};
  const format = "$(FILENAME)\t$(CODENAME)\t$(COMPONENT)\t$(LABEL)\t$(METAKEY)";
  const index = execFileSync("apt-get", ["indextargets", "--format", format, "Created-By: Packages"], {
    encoding: "utf8"
  })
    .trim()
    .split("\n")
    .map((line) => line.split("\t"))
    // Updates and security fixes have indexes of their own; the archive proper has a codename without a dash.
    .find(([, codename, component, label]) => label === "Debian" && component === "main" && !codename?.includes("-"));
  if (!index) throw new Error("apt knows no index of Debian's main archive here");
  const [path, , , , key] = index as [string, string, string, string, string];
  const unpacked = execFileSync("/usr/lib/apt/apt-helper", ["cat-file", path], {
    encoding: "utf8",
    maxBuffer: 2 ** 30
  });
  const start = path.slice(0, path.lastIndexOf(key.replaceAll("/", "_")));
  return {packages: unpacked, release: readFileSync(`${start}InRelease`, "utf8")};
}

/** One field of a paragraph, with its continuation lines left out. */
function field(paragraph: string, name: string): string | undefined {
  return new RegExp(`^${name}: (.*)$`, "m").exec(paragraph)?.[1];
}

/** Names in a dependency field, all alternatives of each; versions and architectures are dropped. */
function namesIn(text: string): string[] {
  return text.split(/[,|]/).map((item) => /^[^\s(:[]*/.exec(item.trim())![0]);
}

const {packages, release} = readIndex();
const needs = new Map<string, string[]>();
for (const paragraph of packages.split("\n\n")) {
  const name = field(paragraph, "Package");
  if (!name?.startsWith(prefix) || leftOut.test(name)) continue;
  needs.set(
    name,
    ["Pre-Depends", "Depends"].flatMap((kind) => namesIn(field(paragraph, kind) ?? ""))
  );
}
const kept = new Map(
  [...needs.keys()]
    .sort()
    .map((name) => [name, [...new Set(needs.get(name))].filter((need) => need !== name && needs.has(need))])
);
if (kept.size === 0) throw new Error(`the index names no package ${prefix}*`);
const released = new Date(field(release, "Date") ?? "");
if (Number.isNaN(released.getTime())) throw new Error("the release has no Date");
const date = released.toISOString().slice(0, 10);
const file: PackagesFile = {
  note: `Packages ${prefix}* and the Depends among them, every alternative counted; -doc, -dbg, -dev and the interpreter left out.`,
  source: `Debian ${field(release, "Version")} (${field(release, "Codename")}), main, amd64`,
  date,
  ...packPackages(prefix, kept)
};
const target = process.argv[4] ?? join(dirname(fileURLToPath(import.meta.url)), "../data/migration/debianPython3.json");
writeFileSync(target, `${JSON.stringify(file, null, 2)}\n`);
const edges = [...kept.values()].reduce((sum, list) => sum + list.length, 0);
console.log(`${kept.size} packages, ${edges} dependencies, ${file.source}, ${date}`);
