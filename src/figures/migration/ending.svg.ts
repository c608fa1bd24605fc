import {cellsOf, cellsOptions} from "../../../components/migration/endingCells.js";
import {judgePlan, meanFieldPlans} from "../../../models/migration/interventions.js";
import {still} from "../still.js";

const [width, height] = [1080, 400];
const cells = cellsOf(
  meanFieldPlans().map((plan) => judgePlan({}, plan)),
  undefined,
  () => false
);
process.stdout.write(
  still(cellsOptions({cells, focus: "believed"}, width, height), {
    title: "Share on the new platform over twenty years under each plan to end the war, beside doing nothing",
    width,
    height
  })
);
