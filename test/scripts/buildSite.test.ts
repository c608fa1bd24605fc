import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {test} from "node:test";
import {checkDist} from "../../scripts/checkDist.js";
import {countingLoader, type TempProject, withProject} from "./tempProject.js";

const files = {
  "src/index.md": `---
description: The "home" page.
---
# Home & more
It costs $25, not {tex}\`\\frac{1}{2}\`. See [the value](./kelly/value#sec) and [line 1](/source/models/a.ts#L1).
`,
  "src/kelly/value.md": `---
title: The value
question: What is it worth?
description: About the value.
downloads: [data/x.json]
code: [models/a.ts]
---
# The value
## Sec
\`\`\`ts
import {double} from "../components/double.js";
const x = await FileAttachment("/data/x.json").json<{a: number}>();
display(double(x.a));
\`\`\`
`,
  "components/double.ts": `import {a} from "../models/a.js";\nexport const double = (x: number) => a * x;`,
  "models/a.ts": "/** Less < more. */\nexport const a = 1;",
  "data/x.json.ts": countingLoader(`import {a} from "../models/a.js";`, "{a}"),
  "data/raw.csv": "a,b\n1,2\n"
};

const canCutNetwork = spawnSync("unshare", ["-rn", "true"]).status === 0;

/** A build; its text is in the message if it does not end with `code`. */
async function build(temp: TempProject, code = 0, prefix: string[] = []): Promise<string> {
  const result = await temp.run("scripts/build.ts", [], prefix);
  assert.equal(result.code, code, result.text);
  return result.text;
}

test("a site is built, built again, and survives builds that fail", () =>
  withProject(files, async (temp) => {
    const {folder, read, has, write} = temp;
    // Where the system allows it, this build has no network.
    await build(temp, 0, canCutNetwork ? ["unshare", "-rn"] : []);
    assert.deepEqual(await checkDist(`${folder}/dist`), []);

    const home = read("dist/index.html");
    assert.match(home, /<html lang="en">/);
    assert.doesNotMatch(home, /maximum-scale/);
    assert.match(home, /<meta name="description" content="The &quot;home&quot; page.">/);
    assert.match(home, /<math[\s>].*<mfrac>/s);
    assert.match(home, /It costs \$25/);
    assert.match(home, /href="\.\/source\/models\/a\.ts\.html#L1"/);
    const value = read("dist/kelly/value.html");
    assert.match(value, /aria-current="page" href="\.\/value\.html">What is it worth\?</);
    assert.match(value, /data-downloads[^>]*>.*\.json" download/s);
    assert.match(value, /data-sources[^>]*>.*href="\.\.\/source\/models\/a\.ts\.html"/s);
    assert.match(value, /<meta property="og:title" content="The value">/);
    assert.equal(read("dist/data/x.json"), `{"a":1}`);
    assert.equal(read("dist/data/raw.csv"), "a,b\n1,2\n");
    assert.match(read("dist/source/models/a.ts.html"), /id="L1".*Less &lt; more/);
    assert.ok(has("dist/source/src/kelly/value.md.html"));
    assert.equal(read("runs.log"), "x.json.ts\n");

    assert.match(await build(temp), /0 loaders ran, 1 fresh/);
    assert.equal(read("runs.log"), "x.json.ts\n", "nothing changed, so no loader ran");

    write("models/a.ts", "export const a = 2;");
    await build(temp);
    assert.equal(read("dist/data/x.json"), `{"a":2}`);
    assert.equal(read("runs.log"), "x.json.ts\nx.json.ts\n");

    write("data/bad.json.ts", `function boom() {\n  throw new Error("kaboom");\n}\nboom();`);
    const thrown = await build(temp, 1);
    assert.match(thrown, /data\/bad\.json\.ts ended with 1/);
    assert.match(thrown, /Error: kaboom[\s\S]*at boom .*bad\.json\.ts:2/);
    assert.equal(read("dist/data/x.json"), `{"a":2}`);
    assert.ok(!has("dist/data/bad.json"));
    write("data/bad.json.ts", "console.log(1);");

    write("src/kelly/value.md", files["src/kelly/value.md"].replace("../components/double.js", "no-such-package"));
    assert.match(await build(temp, 1), /kelly\/value\.html: import "no-such-package" was not resolved/);
    assert.ok(!has("dist/data/bad.json"), "the site is still the one from before");
    assert.match(read("dist/kelly/value.html"), /What is it worth/);

    write("src/kelly/value.md", files["src/kelly/value.md"]);
    write("src/index.md", "# Home\n{tex}`\\frac{1}`\n");
    assert.match(await build(temp, 1), /index\.html: a cell or a formula has a mistake/);
  }));

test("a build for the tests goes to a place of its own", () =>
  withProject(
    files,
    async (temp) => {
      await build(temp);
      assert.ok(temp.has(".cache/smoke/dist/index.html"));
      assert.ok(!temp.has("dist"));
      assert.ok(!temp.has("src/.observablehq"));
    },
    "smoke"
  ));

test("a mistake in a cell is told at the line of the page", () =>
  withProject(
    {
      ...files,
      "src/kelly/value.md": `${files["src/kelly/value.md"]}
Words \${x.b} here, and \${x.a.toFixed(2)} there.

\`\`\`ts
const text: string = x.a;
\`\`\`
`
    },
    async ({run, write}) => {
      const {code, text} = await run("scripts/checkPages.ts");
      assert.equal(code, 1);
      assert.match(text, /^src\/kelly\/value\.md:16:\d+: error TS2339: Property 'b'/m);
      assert.match(text, /^src\/kelly\/value\.md:19:7: error TS2322/m);
      assert.equal(text.match(/error TS/g)!.length, 2, text);
      write("src/kelly/value.md", files["src/kelly/value.md"]);
      assert.deepEqual(await run("scripts/checkPages.ts"), {code: 0, text: "2 pages checked\n"});
    }
  ));
