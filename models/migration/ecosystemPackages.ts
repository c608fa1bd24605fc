import {type Edge, type Graph, makeGraph} from "./ecosystemGraph.js";

/** A snapshot of a real ecosystem, as `data/migration/debianPython3.json` holds it. */
export interface PackagesFile {
  /** What was kept and what was left out. */
  note: string;
  /** Where it comes from, and the date of that release, as YYYY-MM-DD. */
  source: string;
  date: string;
  /** What each name begins with. */
  prefix: string;
  /** Names without the prefix, sorted, apart by spaces. */
  names: string;
  /** For each name in order, the places of those it depends on, apart by spaces; packages are apart by commas. */
  dependencies: string;
}

/** A real ecosystem: the graph, and the name of each node. */
export interface Packages {
  graph: Graph;
  names: string[];
}

/**
 * The graph in a snapshot.
 *
 * @throws RangeError naming the field that is wrong: no names, a number of lists other than that of names, or a place
 * out of range.
 */
export function readPackages({prefix, names, dependencies}: PackagesFile): Packages {
  const list = names.split(" ").filter(Boolean);
  if (list.length === 0) throw new RangeError("names has 0 entries, but must have at least 1");
  const rows = dependencies.split(",");
  if (rows.length !== list.length)
    throw new RangeError(`dependencies has ${rows.length} lists, but must have ${list.length}: one for each name`);
  const edges: Edge[] = rows.flatMap((row, i) =>
    row
      .split(" ")
      .filter(Boolean)
      .map((place): Edge => [i, Number(place)])
  );
  return {graph: makeGraph(list.length, edges), names: list.map((name) => prefix + name)};
}

/**
 * The two texts of a snapshot from names and what each depends on; the inverse of `readPackages`. Names must not repeat,
 * be sorted and start with the prefix.
 *
 * @throws RangeError naming a dependency that is none of the names.
 */
export function packPackages(
  prefix: string,
  packages: ReadonlyMap<string, readonly string[]>
): Pick<PackagesFile, "prefix" | "names" | "dependencies"> {
  const places = new Map([...packages.keys()].map((name, i) => [name, i]));
  const rows = [...packages].map(([name, needs]) =>
    needs
      .map((need) => {
        const place = places.get(need);
        if (place === undefined)
          throw new RangeError(`${name} depends on ${need}, but must depend on one of the names`);
        return place;
      })
      .sort((a, b) => a - b)
      .join(" ")
  );
  return {
    prefix,
    names: [...packages.keys()].map((name) => name.slice(prefix.length)).join(" "),
    dependencies: rows.join(",")
  };
}
