import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import fc from "fast-check";
import {
  cycles,
  deadlocked,
  dependenciesOf,
  hubs,
  keystones,
  linkedPart,
  type PackagesFile,
  packPackages,
  readPackages,
  summarise,
  waves
} from "../../../models/migration/ecosystem.js";
import {wallFacts} from "../../../models/migration/wallFacts.js";

const snapshot: PackagesFile = JSON.parse(readFileSync("data/migration/debianPython3.json", "utf8"));
const about = {note: "", source: "", date: ""};

test("what is packed is read back", () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9.-]{0,8}$/), {minLength: 1, maxLength: 12});
  fc.assert(
    fc.property(
      names.chain((list) =>
        fc.record({
          list: fc.constant(list.toSorted()),
          pairs: fc.array(fc.tuple(fc.nat(list.length - 1), fc.nat(list.length - 1)))
        })
      ),
      ({list, pairs}) => {
        const all = list.map((name) => `p-${name}`);
        const needs = new Map(
          all.map((name, i) => [
            name,
            [...new Set(pairs.filter(([a, b]) => a === i && b !== i).map(([, b]) => all[b]!))]
          ])
        );
        const {graph, names: back} = readPackages({...about, ...packPackages("p-", needs)});
        assert.deepEqual(back, all);
        all.forEach((name, i) => {
          const found = [...dependenciesOf(graph, i)].map((to) => all[to]!);
          assert.deepEqual(found.sort(), needs.get(name)!.toSorted());
        });
      }
    )
  );
});

test("a snapshot that is wrong is refused by the name of its field", () => {
  const file = {...about, prefix: "p-", names: "a b", dependencies: "1,"};
  const bad: [Partial<PackagesFile>, RegExp][] = [
    [{names: "", dependencies: ""}, /^names has 0 entries, but must have at least 1/],
    [{dependencies: "1"}, /^dependencies has 1 lists, but must have 2/],
    [{dependencies: "2,"}, /^edges\[0\] to is 2/],
    [{dependencies: "x,"}, /^edges\[0\] to is NaN/],
    [{dependencies: "0,"}, /^edges\[0\] is 0 to 0/]
  ];
  for (const [part, message] of bad)
    assert.throws(() => readPackages({...file, ...part}), {name: "RangeError", message});
  assert.throws(() => packPackages("p-", new Map([["p-a", ["p-b"]]])), {
    name: "RangeError",
    message: /^p-a depends on p-b/
  });
});

test("the real snapshot is what the page says it is", () => {
  const {graph, names} = readPackages(snapshot);
  const {nodes, edges, free, alone, cycles: found, deadlocked: stuck, depth} = summarise(graph);
  assert.match(snapshot.source, /^Debian/);
  assert.match(snapshot.date, /^\d{4}-\d\d-\d\d$/);
  assert.ok(nodes > 4000 && nodes < 4400 && edges > 9500 && edges < 11_500, `${nodes} nodes, ${edges} edges`);
  assert.equal(new Set(names).size, nodes);
  const [top] = hubs(graph, 1);
  const onCycles = found.flat().length;
  assert.deepEqual(
    {
      nodes,
      edges,
      free,
      alone,
      cycles: found.length,
      onCycles,
      stuck,
      hub: names[top!.node],
      hubDependents: top!.dependents
    },
    {
      nodes: wallFacts.nodes,
      edges: wallFacts.edges,
      free: wallFacts.free,
      alone: wallFacts.alone,
      cycles: wallFacts.cycles,
      onCycles: wallFacts.onCycles,
      stuck: wallFacts.stuck,
      hub: `python3-${wallFacts.hub}`,
      hubDependents: wallFacts.hubDependents
    }
  );
  assert.equal(keystones(graph).left, wallFacts.leftByKeystones);
  assert.equal(linkedPart(graph)!.graph.size, nodes - alone);
  assert.equal(Math.max(...waves(graph)), depth);
});

test("cycles of the real snapshot are kept, fonttools and ufolib2 among them", () => {
  const {graph, names} = readPackages(snapshot);
  const node = (name: string) => names.indexOf(`python3-${name}`);
  const [fonttools, ufolib2] = [node("fonttools"), node("ufolib2")];
  assert.ok(dependenciesOf(graph, fonttools).includes(ufolib2));
  assert.ok(dependenciesOf(graph, ufolib2).includes(fonttools));
  assert.ok(cycles(graph).some((cycle) => cycle.includes(fonttools) && cycle.includes(ufolib2)));
  const stuck = deadlocked(graph);
  assert.ok(stuck.includes(node("matplotlib")), "matplotlib needs fonttools");
  assert.ok(!stuck.includes(node("numpy")));
  assert.ok(!deadlocked(graph, [fonttools]).includes(ufolib2), "one of the two moved by hand frees the other");
});
