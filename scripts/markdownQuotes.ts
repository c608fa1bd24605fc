import type MarkdownIt from "markdown-it";

/** Numbers that prose may quote, by name, each computed when a page is rendered. */
export type Quotes = Record<string, () => string>;

/**
 * A markdown-it plugin for numbers in prose: {quote}`name` is replaced, when the page is built, by what the function
 * of that name returns. The reader gets plain text, with scripts or without, and no number is typed by hand.
 *
 * @throws Error naming a quote that does not exist, and the ones that do.
 */
export function markdownQuotes(md: MarkdownIt, quotes: Quotes): void {
  md.core.ruler.push("quotes", (state) => {
    for (const block of state.tokens) {
      const tokens = block.children ?? [];
      tokens.forEach((token, i) => {
        const before = tokens[i - 1];
        if (token.type !== "code_inline" || before?.type !== "text" || !before.content.endsWith("{quote}")) return;
        const quote = quotes[token.content];
        if (!quote) throw new Error(`no quote is named ${token.content}; there are ${Object.keys(quotes).join(", ")}`);
        before.content = before.content.slice(0, -"{quote}".length);
        token.type = "text";
        token.tag = "";
        token.content = quote();
      });
    }
  });
}
