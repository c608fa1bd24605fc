import type MarkdownIt from "markdown-it";
import temml from "temml";
import {escapeHtml} from "./htmlTags.js";

/**
 * Formulas in pages, set as MathML when the page is built: no script, no font, readable with scripts off.
 *
 * Inline: {tex}`V(w, b)`. On lines of its own: a fence marked `tex`. Dollars stay dollars.
 */

/**
 * MathML for a formula in TeX. A formula with a mistake becomes its message, marked as an error: an author at work
 * sees it on the page, and the check of a build refuses it.
 */
export function renderMath(tex: string, {display = false}: {display?: boolean} = {}): string {
  try {
    const math = temml.renderToString(tex.trim(), {displayMode: display, throwOnError: true});
    // On a phone a long formula is scrolled, which a keyboard must be able to do too.
    return display ? math.replace("<math", `<math tabindex="0"`) : math;
  } catch (error) {
    const tag = display ? "div" : "span";
    const message = `${error instanceof Error ? error.message : error} in ${tex.trim()}`;
    return `<${tag} class="observablehq--inspect observablehq--error">${escapeHtml(message)}</${tag}>`;
  }
}

/** A plugin for markdown-it that reads both kinds of formula. */
export function markdownMath(md: MarkdownIt): MarkdownIt {
  md.inline.ruler.before("backticks", "tex", (state, silent) => {
    const match = /^\{tex\}(`+)([^`](?:[\s\S]*?[^`])??)\1(?!`)/.exec(state.src.slice(state.pos, state.posMax));
    if (!match) return false;
    if (!silent) state.push("tex", "math", 0).content = match[2]!;
    state.pos += match[0].length;
    return true;
  });
  md.renderer.rules.tex = (tokens, index) => renderMath(tokens[index]!.content);
  const fence = md.renderer.rules.fence!;
  md.renderer.rules.fence = (tokens, index, ...rest) =>
    /^tex\b/.test(tokens[index]!.info.trim())
      ? `${renderMath(tokens[index]!.content, {display: true})}\n`
      : fence(tokens, index, ...rest);
  return md;
}
