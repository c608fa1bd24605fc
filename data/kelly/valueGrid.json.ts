import type {ValueGridFile} from "../../models/kelly/files.js";
import {valueGrid} from "../../models/kelly/valueGrid.js";

const axes = {
  edges: [0.51, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9],
  ceilings: [25, 50, 100, 250, 500],
  horizons: [10, 50, 100, 300]
};

process.stdout.write(JSON.stringify(valueGrid(axes, 40) satisfies ValueGridFile));
