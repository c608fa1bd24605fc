/** The few parts of Framework that are used here; it ships no types of its own. */

declare module "@observablehq/framework/dist/config.js" {
  import type MarkdownIt from "markdown-it";
  export interface FrameworkConfig {
    root: string;
    output: string;
    title?: string;
    pages: unknown[];
    sidebar: boolean;
    md: MarkdownIt;
    normalizePath(path: string): string;
    paths(): AsyncGenerator<string>;
    loaders: {find(path: string): {load(): Promise<string>} | undefined};
  }
  export function readConfig(configPath?: string, root?: string): Promise<FrameworkConfig>;
}

declare module "@observablehq/framework/dist/build.js" {
  import type {FrameworkConfig} from "@observablehq/framework/dist/config.js";

  interface Logger {
    log(...message: unknown[]): void;
    warn(...message: unknown[]): void;
    error(...message: unknown[]): void;
  }
  export class FileBuildEffects {
    constructor(
      outputRoot: string,
      cacheDir: string,
      options?: {logger?: Logger; output?: {write(text: string): unknown}}
    );
  }
  export function build(options: {config: FrameworkConfig}, effects?: FileBuildEffects): Promise<void>;
}

declare module "@observablehq/framework/dist/preview.js" {
  import type {IncomingMessage, Server, ServerResponse} from "node:http";
  export class PreviewServer {
    constructor(options: {config?: string; root?: string; server: Server; verbose?: boolean; origins?: string[]});
    _handleRequest(request: IncomingMessage, response: ServerResponse): Promise<void>;
  }
}

declare module "@observablehq/framework/dist/frontMatter.js" {
  export function readFrontMatter(input: string): {content: string; data: Record<string, unknown>};
}

declare module "observablehq:stdlib" {
  export interface FileAttachment {
    name: string;
    mimeType: string;
    size: number | undefined;
    lastModified: number | undefined;
    href: string;
    url(): Promise<string>;
    text(encoding?: string): Promise<string>;
    json<T = unknown>(): Promise<T>;
    arrayBuffer(): Promise<ArrayBuffer>;
    blob(): Promise<Blob>;
    stream(): Promise<ReadableStream<Uint8Array>>;
    image(props?: Partial<HTMLImageElement>): Promise<HTMLImageElement>;
    html(): Promise<Document>;
    xml(mimeType?: DOMParserSupportedType): Promise<Document>;
  }
  export function FileAttachment(name: string): FileAttachment;
  export function resize(render: (width: number, height: number) => Node): HTMLElement;
  export function Mutable<T>(value?: T): {value: T} & AsyncGenerator<T>;
  export const Generators: {
    observe<T>(init: (notify: (value: T) => void) => (() => void) | undefined): AsyncGenerator<T>;
    input<T = unknown>(element: Element): AsyncGenerator<T>;
    now(): Generator<number>;
    width(element: Element): AsyncGenerator<number>;
    dark(): AsyncGenerator<boolean>;
  };
}

declare module "@observablehq/framework/dist/markdown.js" {
  import type MarkdownIt from "markdown-it";
  export interface Cell {
    id: string;
    mode: "block" | "inline" | "jsx";
    node: {
      input: string;
      /** The names that the cell gives to others, imports among them; null for an expression. */
      declarations: {name: string}[] | null;
      /** The syntax tree, as acorn makes it. */
      body: {body?: {type: string; specifiers?: {local: {name: string}}[]}[]};
    };
  }
  export function createMarkdownIt(options?: {markdownIt?: (md: MarkdownIt) => MarkdownIt}): MarkdownIt;
  export function parseMarkdown(
    input: string,
    options: {path: string; md: MarkdownIt}
  ): {code: Cell[]; title: string | null; body: string; data: Record<string, unknown>};
}
