import type {Cell} from "@observablehq/framework/dist/markdown.js";

/**
 * A page as a TypeScript module, so that the compiler can check its cells. Every piece of code stays on the line and,
 * for cells, at the column that it has in the page.
 */

/** Types of what Framework gives to every cell. */
export const pageGlobals = `import type * as stdlib from "observablehq:stdlib";
type Resolved<T> = Awaited<T> extends AsyncGenerator<infer U> | Generator<infer U> ? U : Awaited<T>;
declare global {
  const FileAttachment: typeof stdlib.FileAttachment;
  const resize: typeof stdlib.resize;
  const Mutable: typeof stdlib.Mutable;
  const Generators: typeof stdlib.Generators;
  const width: number;
  const now: number;
  const dark: boolean;
  const invalidation: Promise<void>;
  const visibility: <T>(value?: T) => Promise<T>;
  const observable: {params: Record<string, string>};
  function display<T>(value: T): T;
  function view<T>(input: Element & {value: T}): AsyncGenerator<T>;
  type Cell<T extends () => Promise<any>, K extends keyof Awaited<ReturnType<T>>> = Resolved<Awaited<ReturnType<T>>[K]>;
}
`;

/** How many lines at the head of a cell hold imports; these must stay outside the function that the cell becomes. */
function importLines(body: string[]): number {
  return body.findLastIndex((line) => /^import\b|^\} from /.test(line)) + 1;
}

/** The names that a cell declares; what it imports the whole module sees anyway. */
function declaredNames({node}: Cell): string[] {
  const imported = node.body.body?.filter(({type}) => type === "ImportDeclaration") ?? [];
  const names = new Set(imported.flatMap(({specifiers}) => specifiers?.map(({local}) => local.name) ?? []));
  return node.declarations?.map(({name}) => name).filter((name) => !names.has(name)) ?? [];
}

/** The line, counted from 0, on which the text at `position` stands. */
function lineAt(text: string, position: number): number {
  return text.slice(0, position).split("\n").length - 1;
}

/**
 * The module of a page, given its text and the cells that Framework finds in it. Throws if a cell cannot be found
 * again in the text, because an unchecked cell would look like one without mistakes.
 */
export function pageModule(source: string, cells: Cell[]): string {
  const lines = source.split("\n");
  const out = lines.map(() => "");
  const isCode = lines.map(() => false);
  const blocks = cells.filter(({mode}) => mode === "block");
  let found = 0;
  for (let i = 0; i < lines.length; ++i) {
    const match = /^(`{3,}|~{3,})\s*([\w-]*)\b(.*)$/.exec(lines[i]!);
    if (!match) continue;
    const [, fence, tag, attributes] = match;
    const end = lines.findIndex((line, j) => j > i && line.startsWith(fence!) && /^[`~]+\s*$/.test(line));
    const last = end < 0 ? lines.length : end;
    isCode.fill(true, i, last + 1);
    if (/^(ts|js)$/.test(tag!) && !/\brun=false\b/.test(attributes!)) {
      const block = blocks[found++];
      if (!block)
        throw new Error(
          `the code at line ${i + 1} is not a cell that Framework can read: is there a mistake in its syntax?`
        );
      const body = lines.slice(i + 1, last);
      out.splice(i + 1, body.length, ...body);
      const id = `cell${found}`;
      const imports = importLines(body);
      out[i + imports] += `${imports ? " " : ""}const ${id} = async () => {`;
      const names = declaredNames(block);
      const types = names.map((name) => `declare const ${name}: Cell<typeof ${id}, "${name}">;`);
      out[last] = `return {${names.join(", ")}}; }; ${types.join(" ")}`;
    }
    i = last;
  }
  if (found !== blocks.length)
    throw new Error(`${blocks.length - found} cells cannot be found in the text of the page`);
  const prose = lines.map((line, i) => (isCode[i] ? " ".repeat(line.length) : line)).join("\n");
  let position = 0;
  for (const {node, mode} of cells) {
    if (mode !== "inline") continue;
    const at = prose.indexOf(`\${${node.input}}`, position);
    if (at < 0) throw new Error(`the expression \${${node.input}} cannot be found in the text of the page`);
    position = at + 1;
    // The semicolon keeps two expressions on a line apart.
    const pieces = `void (async () => (${node.input}));`.split("\n");
    for (const [j, piece] of pieces.entries()) out[lineAt(prose, at) + j] += piece;
  }
  return `${out.join("\n")}\nexport {};\n`;
}
