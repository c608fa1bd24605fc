import assert from "node:assert/strict";
import {test} from "node:test";
import {isFrameworkPage, mendHtml} from "../../scripts/mendHtml.js";

const framework = `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<meta name="generator" content="Observable Framework v1.13.4">
</head>
<body>
<input id="observablehq-sidebar-toggle" type="checkbox" title="Toggle sidebar">
<nav id="observablehq-sidebar"><ol><label id="observablehq-sidebar-close" for="observablehq-sidebar-toggle"></label></ol></nav>
<main id="observablehq-main" class="observablehq">
<a href="../source/models/kelly/value.ts#L3">code</a> <a href="./source/a.ts.html">b</a> <a href="./source.html">c</a>
</main>
</body>
</html>`;

test("a page says its language, can be zoomed and skipped through", () => {
  assert.ok(isFrameworkPage(framework));
  const html = mendHtml(framework);
  assert.match(html, /<html lang="en">/);
  assert.match(html, /content="width=device-width, initial-scale=1">/);
  assert.match(html, /<body><a class="skip-link" href="#observablehq-main">/);
  assert.match(html, /<main id="observablehq-main" tabindex="-1"/);
  assert.match(html, /role="button" aria-pressed="false" aria-label="List of pages"/);
  assert.match(html, /<nav id="observablehq-sidebar" aria-label="Pages"><ol><li [^>]*><label/);
});

test("links to sources get back the ending that Framework took", () => {
  const html = mendHtml(framework);
  assert.match(html, /href="\.\.\/source\/models\/kelly\/value\.ts\.html#L3"/);
  assert.match(html, /href="\.\/source\/a\.ts\.html"/);
  assert.match(html, /href="\.\/source\.html"/);
});

test("the page for what is missing finds its place under a sub-path", () => {
  const html = mendHtml(framework.replace("<head>", '<head>\n<base href="/">'));
  assert.doesNotMatch(html, /^<base/m);
  const script = /<script>(\{const path[\s\S]*?)<\/script>/.exec(html)![1]!;
  const baseAt = (pathname: string, home = "/") => {
    const written: string[] = [];
    class Request {
      status = 0;
      address = "";
      open(_method: string, address: string) {
        this.address = address;
      }
      send() {
        this.status = this.address === `${home}index.html` ? 200 : 404;
      }
    }
    new Function("location", "document", "XMLHttpRequest", script)(
      {pathname},
      {write: (text: string) => written.push(text)},
      Request
    );
    return written.join();
  };
  assert.equal(baseAt("/some/where/kelly/nothing.html"), '<base href="/some/where/">');
  assert.equal(baseAt("/about/nothing"), '<base href="/">');
  assert.equal(baseAt("/nothing"), '<base href="/">');
  assert.equal(baseAt("/un/known/nothing"), '<base href="/">');
  assert.equal(baseAt("/some/un/known/", "/some/"), '<base href="/some/">');
  assert.equal(baseAt("/some/where/un/known", "/some/where/"), '<base href="/some/where/">');
});

test("without scripts the room of the sliders is given back", () => {
  assert.match(mendHtml(framework), /<noscript><style>[^<]*\.stage[^<]*min-height:0/);
});

test("a page that has changed too much to be mended is refused", () => {
  assert.throws(() => mendHtml(framework.replace("maximum-scale=1", "")), /cannot be mended: zoom/);
  assert.throws(() => mendHtml(framework.replace("<main id", "<div id")), /cannot be mended: skip link target/);
});
