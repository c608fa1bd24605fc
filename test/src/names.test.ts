import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import matter from "gray-matter";

/** What a page calls itself. */
const headOf = (path: string) => matter(readFileSync(path, "utf8")).data as {title: string; question: string};

const linksOf = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match.slice(1));

test("home and the list of notebooks call every page what it calls itself", () => {
  const home = linksOf(readFileSync("src/index.md", "utf8"), /^- \[([^\]]+)\]\(\.\/(\S+)\)/gm);
  assert.ok(home.length >= 17);
  for (const [name, path] of home) assert.equal(name, headOf(`src/${path}.md`).question, path);
  const listed = linksOf(readFileSync("README.md", "utf8"), /^\| \[([^\]]+)\]\((src\/\S+\.md)\) \| ([^|]+) \|$/gm);
  assert.ok(listed.length >= 17);
  for (const [title, path, question] of listed) {
    const head = headOf(path!);
    assert.deepEqual([title, question], [head.title, head.question], path);
  }
});
