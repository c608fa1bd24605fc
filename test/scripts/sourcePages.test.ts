import assert from "node:assert/strict";
import {test} from "node:test";
import {prepareRoot} from "../../scripts/prepareRoot.js";
import {listSources, renderSource} from "../../scripts/sourcePages.js";
import {withProject} from "./tempProject.js";

const files = {
  "models/kelly/a.ts": `/* over\n   two lines <b> */\nexport const a = "x & y";\n`,
  "data/x.json.ts": "console.log(1);",
  "data/raw.bin": "\u0000",
  "components/b.ts": "export {};",
  "src/kelly/p.md": "# P"
};

test("models, data, components and pages have a page, once each", () =>
  withProject(files, async ({project}) => {
    prepareRoot(project);
    assert.deepEqual(listSources(project), [
      "data/x.json.ts",
      "components/b.ts",
      "models/kelly/a.ts",
      "src/kelly/p.md",
      "src/style.css"
    ]);
  }));

test("each line has an address, and the text is what the file says", () =>
  withProject(files, async ({project}) => {
    const html = renderSource(project, "models/kelly/a.ts");
    assert.match(html, /<html lang="en">/);
    assert.match(html, /<title>models\/kelly\/a\.ts \|/);
    assert.match(html, /href="\.\.\/\.\.\/\.\.\/index\.html"/);
    const lines = [...html.matchAll(/<span class="line" id="L(\d+)">(.*?)<\/span>(?=<span class="line"|<\/code>)/g)];
    assert.deepEqual(
      lines.map(([, number]) => number),
      ["1", "2", "3"]
    );
    for (const [, , line] of lines)
      assert.equal(
        line!.match(/<span/g)?.length ?? 0,
        line!.match(/<\/span>/g)?.length ?? 0,
        "tags are balanced in a line"
      );
    assert.match(lines[1]![2]!, /two lines &lt;b&gt;/);
    assert.match(lines[2]![2]!, /x &amp; y/);
    assert.doesNotMatch(html, /https?:/);
  }));

test("a file too large for a page says so", () =>
  withProject({"data/big.csv": "a,b\n".repeat(300_000)}, async ({project}) => {
    assert.match(renderSource(project, "data/big.csv"), /1,200,000 bytes, too many for a page/);
  }));
