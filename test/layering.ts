import {dirname, join} from "node:path/posix";
import {parse} from "acorn";
import {transformSync} from "esbuild";

/** The floors of the house: what a file of each may import, besides packages. */
const floors: Record<string, {may: string[]; node: boolean}> = {
  models: {may: ["models"], node: false},
  data: {may: ["models", "data"], node: true},
  components: {may: ["components", "models"], node: false},
  page: {may: ["components", "models"], node: false},
  src: {may: ["components", "models", "data", "src"], node: true} // loaders of pages and figures; they draw art as loaders do
};

/** What a model may not name: the page, the machine, the network, the clock. */
const outside = new Set(
  `document window self globalThis navigator location history localStorage sessionStorage fetch XMLHttpRequest WebSocket
  Worker process require Buffer performance setTimeout setInterval setImmediate requestAnimationFrame crypto console
  FileAttachment`.split(/\s+/)
);

const importPattern =
  /(?:^|[\s;])(?:import|export)\b[^"'`;()]*?\bfrom\s*["']([^"']+)["']|(?:^|[\s;])import\s*["']([^"']+)["']|\bimport\(\s*["'`]([^"'`]+)["'`]|\bimport\.meta\.resolve\(\s*["'`]([^"'`]+)["'`]/g;

/** The code of a file: its cells if it is a page, without the examples that do not run. */
function codeOf(path: string, text: string): string {
  if (!path.endsWith(".md")) return text;
  return [...text.matchAll(/^```(?:ts|js)\b(?!.*\brun=false\b).*\n([\s\S]*?)^```/gm)]
    .map(([, code]) => code)
    .join("\n");
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");
}

// biome-ignore lint/suspicious/noExplicitAny: acorn's nodes have too many shapes to tell apart here
type AnyNode = Record<string, any>;

/** The names that a pattern binds: a plain name, `{a, b: c = 1, ...rest}` or `[a, b]`. */
function* bindings(pattern: AnyNode | null): Generator<string> {
  if (!pattern) return;
  if (pattern.type === "Identifier") yield pattern.name;
  for (const property of pattern.properties ?? []) yield* bindings(property.value ?? property.argument);
  for (const element of pattern.elements ?? []) yield* bindings(element);
  if (pattern.type === "AssignmentPattern") yield* bindings(pattern.left);
  if (pattern.type === "RestElement") yield* bindings(pattern.argument);
}

/** Every name that a syntax tree uses or binds, and what it takes from Math and Date. */
function* names(node: AnyNode): Generator<{name: string; bound: boolean}> {
  const {type} = node;
  const bind = function* (pattern: AnyNode) {
    for (const name of bindings(pattern)) yield {name, bound: true};
  };
  if (type === "Identifier") yield {name: node.name, bound: false};
  if (type === "MemberExpression" && !node.computed) {
    if (node.object.name === "Math" && node.property.name === "random") yield {name: "Math.random", bound: false};
    if (node.object.name === "Date" && node.property.name === "now") yield {name: "Date.now", bound: false};
    return yield* names(node.object);
  }
  if (type === "NewExpression" && node.callee.name === "Date" && node.arguments.length === 0)
    yield {name: "new Date()", bound: false};
  if (type === "VariableDeclarator") yield* bind(node.id);
  if (/Function/.test(type)) for (const param of node.params) yield* bind(param);
  if (/^Import\w*Specifier$/.test(type)) return yield {name: node.local.name, bound: true};
  for (const [key, value] of Object.entries(node)) {
    if (key === "key" && !node.computed) continue;
    for (const child of Array.isArray(value) ? value : [value])
      if (child && typeof child.type === "string") yield* names(child);
  }
}

function impurities(code: string): string[] {
  const js = transformSync(code, {loader: "ts", target: "es2022"}).code;
  const found = [...names(parse(js, {ecmaVersion: 2022, sourceType: "module"}))];
  const bound = new Set(found.filter((entry) => entry.bound).map(({name}) => name));
  const forbidden = (name: string) => (outside.has(name) && !bound.has(name)) || /^(Math\.|Date\.|new )/.test(name);
  return [...new Set(found.map(({name}) => name).filter(forbidden))];
}

/**
 * What a file does that its floor does not allow: a line for each import that goes up or sideways, and for each thing
 * outside itself that a model or a component names. `path` is relative to the project.
 */
export function layeringFaults(path: string, text: string): string[] {
  const top = path.split("/")[0]!;
  const own = path.endsWith(".md") ? "page" : top;
  const floor = floors[own];
  if (!floor) return [];
  const code = codeOf(path, text);
  const faults: string[] = [];
  for (const match of withoutComments(code).matchAll(importPattern)) {
    const specifier = match.slice(1).find((part) => part !== undefined)!;
    if (specifier.startsWith("node:") && !floor.node) faults.push(`${path} imports ${specifier}`);
    if (specifier.startsWith("npm:") || /^https?:/.test(specifier)) faults.push(`${path} imports ${specifier}`);
    if (!/^\.{0,2}\//.test(specifier)) continue;
    const at = specifier.startsWith("/") ? specifier.slice(1) : join(dirname(path), specifier);
    const to = at.replace(/^src\/(?=(components|models|data)\/)/, "").split("/")[0]!;
    if (!floor.may.includes(to)) faults.push(`${path} imports ${specifier}, which is in ${to}`);
  }
  if (own === "models") for (const name of impurities(code)) faults.push(`${path} uses ${name}`);
  if (own === "components" && !path.endsWith(".d.ts"))
    for (const name of impurities(code))
      if (/^(fetch|XMLHttpRequest|FileAttachment|process|require)$/.test(name)) faults.push(`${path} uses ${name}`);
  return faults;
}
