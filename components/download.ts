/** Milliseconds after which the browser is done with what it was handed. */
const handed = 10_000;

/** Hands the reader a file of this name. */
export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  Object.assign(link, {href: url, download: name});
  // Some browsers follow only a link that is in the page.
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), handed);
}
