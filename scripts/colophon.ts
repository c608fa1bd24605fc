/** What a notebook's front matter says of its data and code. */
export interface Colophon {
  title?: string | undefined;
  downloads?: string[] | undefined;
  code?: string[] | undefined;
}

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/**
 * The foot of a notebook: the data behind its charts, the code that computed it, and how to cite it. `path` is the
 * page's own, such as `/kelly/value`; all links are relative, so that the site works under a sub-path.
 */
export function colophon({title, downloads = [], code = []}: Colophon, path: string): string {
  const up = "../".repeat(path.split("/").length - 2) || "./";
  const parts: string[] = [];
  if (downloads.length)
    parts.push(
      `<h2>Data behind the charts</h2><ul data-downloads>${downloads
        .map(
          (file) => `<li><a href="${up}${escapeHtml(file)}" download>${escapeHtml(file.split("/").at(-1)!)}</a></li>`
        )
        .join("")}</ul>`
    );
  if (code.length)
    parts.push(
      `<h2>Code that computes them</h2><ul data-sources>${code
        .map((file) => `<li><a href="${up}source/${escapeHtml(file)}.html">${escapeHtml(file)}</a></li>`)
        .join("")}</ul>`
    );
  if (title !== undefined && parts.length)
    parts.push(
      `<h2>To cite</h2><p>Three Games, “${escapeHtml(title)}”. Each address holds the settings of its sliders, so a link cites a view.</p>`
    );
  return parts.length
    ? `<section class="colophon" aria-label="Data, code and citation">${parts.join("")}</section>`
    : "";
}
