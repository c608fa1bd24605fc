import {readFileSync} from "node:fs";
import {readWall, type Wall} from "../../../components/migration/wall.js";
import {type Graph, type PackagesFile, packPackages, readPackages} from "../../../models/migration/ecosystem.js";
import {wallLayout} from "../../../models/migration/ecosystemLayout.js";
import type {WallLayoutFile, WallRunsFile} from "../../../models/migration/files.js";

/** The snapshot that the site ships. */
export const snapshot: PackagesFile = JSON.parse(readFileSync("data/migration/debianPython3.json", "utf8"));

/** A layout file of a graph. */
export function layoutFile(graph: Graph): WallLayoutFile {
  const {width, height, x, y, slabs} = wallLayout(graph, {width: 400, height: 200});
  return {note: "", width, height, step: 1, x: [...x], y: [...y], slabs};
}

/** A wall of the packages named, each with what it depends on. */
export function smallWall(needs: Record<string, string[]>): Wall {
  const prefixed = Object.entries(needs).map(([name, list]): [string, string[]] => [
    `python3-${name}`,
    list.map((need) => `python3-${need}`)
  ]);
  const file = {note: "", source: "", date: "", ...packPackages("python3-", new Map(prefixed.sort()))};
  return readWall(file, layoutFile(readPackages(file).graph));
}

/** Runs that hold every case: won, lost, in part, and behind a hard gate. */
export function runsFile(): WallRunsFile {
  const run = (graph: string, first: "random" | "hubs", weight: number | null, reached: number, mean: number) => ({
    graph,
    first,
    weight,
    seeds: 10,
    reached,
    reachedError: 0.1,
    mean,
    error: 0.2,
    median: reached > 0.5 ? mean : null
  });
  const ids = ["debian", "linked", "randomOrder", "preferential", "layered", "smallWorld"];
  return {
    note: "",
    advantage: 1.5,
    years: 40,
    graphs: ids.map((id) => ({
      id,
      nodes: 4182,
      edges: 10622,
      free: 100,
      depth: 11,
      deadlocked: id === "debian" ? 383 : 0
    })),
    runs: ids.flatMap((id) => [
      run(id, "random", 1, 1, 6.7),
      run(id, "random", null, 0, 40),
      run(id, "random", 2, 0.9, 26),
      run(id, "random", 0, 1, 3.7)
    ]),
    curves: [0, 2, null].map((weight) => ({
      weight,
      time: [0, 0.5, 20, 40],
      mean: [0.05, 0.06, weight === null ? 0.05 : 0.8, weight === null ? 0.05 : 1],
      low: [0.05, 0.05, 0.05, 0.05],
      high: [0.05, 0.1, 1, 1]
    }))
  };
}
