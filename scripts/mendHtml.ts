/**
 * What Framework's pages lack for readers who zoom, use a keyboard or a screen reader. Applied to every built page and
 * to every page that the preview serves.
 */

/** Three coins, in the colours that the games have everywhere. Without an icon a browser asks the host for one. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E" +
  "%3Ccircle cx='8' cy='4.5' r='3.5' fill='%230072b2'/%3E%3Ccircle cx='4.2' cy='11.2' r='3.5' fill='%23e69f00'/%3E" +
  "%3Ccircle cx='11.8' cy='11.2' r='3.5' fill='%23009e73'/%3E%3C/svg%3E";

/** Tells whether the sidebar is shown, at the start and whenever the toggle is used. */
const toggleScript =
  "{const t=document.querySelector('#observablehq-sidebar-toggle'),n=document.querySelector('#observablehq-sidebar')," +
  "f=()=>t.setAttribute('aria-pressed',String(getComputedStyle(n).visibility!=='hidden'));" +
  "t.addEventListener('input',()=>setTimeout(f,200));f();}";

interface Mend {
  what: string;
  find: RegExp;
  put: string;
  /** Left out by some pages, such as those without a sidebar. */
  optional?: boolean;
}

const skipStyle =
  ".skip-link{position:absolute;left:-999px;top:0;z-index:10;padding:.5rem 1rem;background:Canvas;color:LinkText}" +
  ".skip-link:focus{left:0}#observablehq-main:focus{outline:none}";

/** Without scripts no slider comes: the room that waits for it is given back. */
const stillStyle =
  ".stage,.slot{min-height:0!important}.stage>.still{position:static!important}.stage>.observablehq{display:none}";

/** Folders of the site: what stands before them in an address is the site's own place on its host. */
const folders = "kelly|migration|gan|about|source|data|figures";

/**
 * Finds the site's own place from the address of something missing: it stands before the first folder that the site is
 * known to have; below any other folder, it is the nearest one upwards that has a home page.
 */
const placeScript =
  "{const path=location.pathname,put=base=>document.write('<base href=\"'+base+'\">')," +
  `known=/\\/(?:${folders})\\//.exec(path);` +
  "const there=base=>{try{const r=new XMLHttpRequest();r.open('HEAD',base+'index.html',false);r.send();return r.status===200}catch{return false}};" +
  "if(known)put(path.slice(0,known.index+1));" +
  "else for(let end=path.lastIndexOf('/');end>=0;end=path.lastIndexOf('/',end-1)){const base=path.slice(0,end+1);if(end===0||there(base)){put(base);break}}}";

const mends: Mend[] = [
  {what: "language", find: /<html>/, put: `<html lang="en">`},
  {
    // The page for what is missing is shown at any address, and Framework takes the site for the root of its host.
    what: "place of the site",
    find: /<base href="\/">/,
    put: `<script>${placeScript}</script>`,
    optional: true
  },
  {what: "zoom", find: /(<meta name="viewport" content="[^"]*?),\s*maximum-scale=1"/, put: `$1"`},
  {
    what: "icon and style",
    find: /<\/head>/,
    put: `<link rel="icon" href="${icon}">\n<style>${skipStyle}</style>\n<noscript><style>${stillStyle}</style></noscript>\n</head>`
  },
  {what: "skip link", find: /<body>/, put: `<body><a class="skip-link" href="#observablehq-main">Skip to the text</a>`},
  {what: "skip link target", find: /<main id="observablehq-main"/, put: `<main id="observablehq-main" tabindex="-1"`},
  {
    // A checkbox by its making, a button by what it does.
    what: "role and name of the sidebar toggle",
    find: /(<input id="observablehq-sidebar-toggle" type="checkbox") title="[^"]*"/,
    put: `$1 role="button" aria-pressed="false" aria-label="List of pages" title="Toggle sidebar"`,
    optional: true
  },
  {
    what: "state of the sidebar toggle",
    find: /(<\/nav>\s*<script>\{const \w+=document\.querySelector\("#observablehq-sidebar"\)[\s\S]*?<\/script>)/,
    put: `$1\n<script>${toggleScript.replaceAll("$", "$$$$")}</script>`,
    optional: true
  },
  {
    what: "hidden backdrop",
    find: /<label id="observablehq-sidebar-backdrop"/,
    put: `<label id="observablehq-sidebar-backdrop" aria-hidden="true"`,
    optional: true
  },
  {
    what: "name of the sidebar",
    find: /<nav id="observablehq-sidebar">/,
    put: `<nav id="observablehq-sidebar" aria-label="Pages">`,
    optional: true
  },
  {
    // A list may hold nothing but items; the label is placed by its id, wherever it stands in the list.
    what: "close button in an item",
    find: /(<label id="observablehq-sidebar-close" for="observablehq-sidebar-toggle"><\/label>)/,
    put: `<li aria-hidden="true" style="position:static">$1</li>`,
    optional: true
  },
  {
    what: "name of the search field",
    find: /<input type="search" placeholder="Search">/,
    put: `<input type="search" placeholder="Search" aria-label="Search the pages">`,
    optional: true
  },
  {
    what: "current page",
    find: /(<li class="observablehq-link observablehq-link-active"><a )/,
    put: `$1aria-current="page" `,
    optional: true
  },
  {
    what: "name of the contents",
    find: /(<aside id="observablehq-toc" data-selector="[^"]*">\s*)<nav>/,
    put: `$1<nav aria-label="On this page">`,
    optional: true
  },
  {
    // Framework takes the .html off a link and puts it back only where no other extension is left.
    what: "links to sources",
    find: /(href="(?:\.{1,2}\/)*\/?source\/[^"#?]*?\.\w+)(?<!\.html)(#[^"]*)?"/g,
    put: `$1.html$2"`,
    optional: true
  },
  {
    // Code wider than a phone scrolls, and a keyboard has to reach it to do so.
    what: "code that scrolls",
    find: /<pre data-language=/g,
    put: `<pre tabindex="0" data-language=`,
    optional: true
  },
  {
    what: "name of the pager",
    find: /(<footer id="observablehq-footer">\s*)<nav>/,
    put: `$1<nav aria-label="Before and after this page">`,
    optional: true
  }
];

/**
 * A page of Framework, mended. Throws if something that every page of Framework has cannot be found: a new version
 * must not undo the mending in silence.
 */
export function mendHtml(html: string): string {
  for (const {what, find, put, optional} of mends) {
    if (html.search(find) >= 0) html = html.replace(find, put);
    else if (!optional) throw new Error(`this page of Framework cannot be mended: ${what} (${find} not found)`);
  }
  return html;
}

/** Whether a text is a page made by Framework. */
export function isFrameworkPage(html: string): boolean {
  return html.includes(`<meta name="generator" content="Observable Framework`);
}
