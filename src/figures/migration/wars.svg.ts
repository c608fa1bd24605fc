import {lineMarks} from "../../../components/migration/warLines.js";
import {shareGround, shareLines} from "../../../components/migration/warShareChart.js";
import {defaults} from "../../../models/migration/parameters.js";
import {sandboxWar, sandboxYears} from "../../../models/migration/sandboxWar.js";
import {logOf} from "../../../models/migration/warLog.js";
import {still} from "../still.js";

const [width, height, side] = [1080, 340, 100];
const war = sandboxWar(defaults, {side, seed: "1"});
const [outlook, band] = [war.outlook(), war.outlook(side * side)];
const {time, share, holdouts} = logOf(war.advanceTo(sandboxYears));
const picture = {time, share, holdouts, outlook, band, changes: []};
const ground = shareGround(picture, width);

process.stdout.write(
  still(
    {...ground, marks: [...(ground.marks ?? []), ...lineMarks(shareLines(picture), height - 60, [0, 100])]},
    {title: "A war of ten thousand users over the exact law", width, height}
  )
);
