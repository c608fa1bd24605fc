import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {test} from "node:test";
import {cycles, dependenciesOf, type PackagesFile, readPackages} from "../../models/migration/ecosystem.js";

/** A package index of a few paragraphs, with everything in it that the real one has. */
const index = `Package: python3-b
Architecture: all
Depends: python3:any, python3-a (>= 1.2~rc1), libc6 (>= 2.36), python3-nowhere
Description: something
 Depends: python3-d is not a field here

Package: python3-a
Pre-Depends: python3-c:any (<< 2)
Depends: python3-b | python3-d [amd64], python3-a
Recommends: python3-e

Package: python3-c
Suggests: python3-a

Package: python3-d
Depends: python3-c, python3-c (>= 1)

Package: python3-e
Depends: python3-d-doc, python3-minimal

Package: python3-d-doc
Depends: python3-d

Package: python3-x-dbg

Package: python3-y-dev

Package: python3-minimal

Package: python-old
Depends: python3-a
`;
const release = "Origin: Debian\nVersion: 99.1\nCodename: planted\nDate: Sat, 11 Jul 2026 09:59:30 UTC\n";

/** Runs the script on two texts, and returns its output and what it wrote. */
function derive(packages: string, about: string): {status: number | null; text: string; file?: PackagesFile} {
  const folder = mkdtempSync(join(tmpdir(), "debian-graph-"));
  try {
    const [a, b, target] = ["Packages", "Release", "graph.json"].map((name) => join(folder, name)) as [
      string,
      string,
      string
    ];
    writeFileSync(a, packages);
    writeFileSync(b, about);
    const {status, stdout, stderr} = spawnSync(
      process.execPath,
      ["--import", "tsx", "scripts/debianGraph.ts", a, b, target],
      {encoding: "utf8"}
    );
    const text = stdout + stderr;
    return status === 0 ? {status, text, file: JSON.parse(readFileSync(target, "utf8"))} : {status, text};
  } finally {
    rmSync(folder, {recursive: true});
  }
}

test("a planted index becomes the graph of its python3 packages", () => {
  const {text, file} = derive(index, release);
  assert.match(text, /5 packages, 5 dependencies, Debian 99\.1 \(planted\), main, amd64, 2026-07-11/);
  assert.equal(file!.date, "2026-07-11");
  const {graph, names} = readPackages(file!);
  assert.deepEqual(
    names,
    ["a", "b", "c", "d", "e"].map((name) => `python3-${name}`)
  );
  // Alternatives and Pre-Depends count; itself, repetitions, Recommends, documents and what is not there do not.
  assert.deepEqual(
    names.map((_, i) => [...dependenciesOf(graph, i)]),
    [[1, 2, 3], [0], [], [2], []]
  );
  assert.deepEqual(cycles(graph), [[0, 1]]);
});

test("an index without Python, or a release without a date, is refused in words", () => {
  const none = derive("Package: bash\nDepends: libc6\n", release);
  assert.notEqual(none.status, 0);
  assert.match(none.text, /the index names no package python3-\*/);
  const undated = derive(index, "Version: 99.1\nCodename: planted\n");
  assert.notEqual(undated.status, 0);
  assert.match(undated.text, /the release has no Date/);
});
