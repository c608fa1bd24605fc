import {readFileSync} from "node:fs";
import {readWall} from "../../../components/migration/wall.js";
import {wallStillOptions} from "../../../components/migration/wallStill.js";
import {type PackagesFile, readPackages, recordWar, replay} from "../../../models/migration/ecosystem.js";
import {wallLayout} from "../../../models/migration/ecosystemLayout.js";
import {still} from "../still.js";

const snapshot = new URL("../../../data/migration/debianPython3.json", import.meta.url);
const packages: PackagesFile = JSON.parse(readFileSync(snapshot, "utf8"));
const {graph} = readPackages(packages);
const {x, y, ...layout} = wallLayout(graph, {width: 1000, height: 640});
const wall = readWall(packages, {...layout, note: "", step: 1, x: [...x], y: [...y]});
const war = replay(recordWar({advantage: 1.5, dependencyWeight: 1}, {graph, seed: "wall"}));
war.seek(5);

const [width, height] = [1080, 480];
process.stdout.write(
  still(wallStillOptions(wall, war.place, width, height), {
    title:
      "The packages of Debian’s Python, in the order in which they wait for each other, five years into a migration",
    width,
    height
  })
);
