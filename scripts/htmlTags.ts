/** The opening tags of an HTML document, and the text inside its scripts and styles. Enough to check what we generate. */

export interface Tag {
  name: string;
  attributes: Map<string, string>;
  /** The raw text of a script or style; empty for all other tags. */
  text: string;
}

const entities: Record<string, string> = {amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0"};

/** Text made safe for HTML, in an element or in a quoted attribute. */
export function escapeHtml(text: unknown): string {
  return String(text).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text with its character references put back. */
export function unescapeHtml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, name) =>
    decimal || hex
      ? String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16))
      : (entities[name.toLowerCase()] ?? all)
  );
}

const tagPattern =
  /<!--[\s\S]*?-->|<([a-z][\w-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>/gi;
const attributePattern = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** Every opening tag of `html`, in order. */
export function* readTags(html: string): Generator<Tag> {
  for (let position = 0; ; ) {
    const pattern = new RegExp(tagPattern);
    pattern.lastIndex = position;
    const match = pattern.exec(html);
    if (!match) return;
    position = pattern.lastIndex;
    if (match[1] === undefined) continue; // a comment
    const name = match[1].toLowerCase();
    const attributes = new Map<string, string>();
    for (const [, key, double, single, bare] of match[2]!.matchAll(attributePattern))
      attributes.set(key!.toLowerCase(), unescapeHtml(double ?? single ?? bare ?? ""));
    let text = "";
    if (name === "script" || name === "style") {
      const end = html.toLowerCase().indexOf(`</${name}`, position);
      text = html.slice(position, end < 0 ? undefined : end);
      position = end < 0 ? html.length : end;
    }
    yield {name, attributes, text};
  }
}
