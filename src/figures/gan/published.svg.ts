import {readFileSync} from "node:fs";
import {costOptions} from "../../../components/gan/costChart.js";
import {costRows, energyOf, type PublishedFile} from "../../../models/gan/published.js";
import {still} from "../still.js";

const [width, height] = [1080, 400];
const file: PublishedFile = JSON.parse(
  readFileSync(new URL("../../../data/gan/published.json", import.meta.url), "utf8")
);
const assumed = {gpuWatts: 300, coreWatts: 15, coreGigaflops: 60, price: 0.3};
const rows = costRows(file, assumed).map((row) => ({...row, energy: energyOf(row, assumed)}));
process.stdout.write(
  still(
    {...costOptions({rows, price: assumed.price}, width), width, height},
    {
      title: "The electricity of large trainings and of ours",
      width,
      height
    }
  )
);
