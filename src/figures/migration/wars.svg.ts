import {growingLinesPlot} from "../../../components/growingLines.js";
import {shareGround, shareLines} from "../../../components/migration/warShareChart.js";
import {defaults} from "../../../models/migration/parameters.js";
import {sandboxWar, sandboxYears} from "../../../models/migration/sandboxWar.js";
import {logOf} from "../../../models/migration/warLog.js";
import {still} from "../still.js";

const [width, height, side] = [1080, 340, 100];
const war = sandboxWar(defaults, {side, seed: "1"});
const [outlook, band] = [war.outlook(), war.outlook(side * side)];
const log = logOf(war.advanceTo(sandboxYears));
const picture = shareLines(log, shareGround({outlook, band, changes: []}));

process.stdout.write(
  still(growingLinesPlot(picture, width, height), {
    title: "A war of ten thousand users over the exact law",
    width,
    height
  })
);
