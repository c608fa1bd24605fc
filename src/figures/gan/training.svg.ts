import {readFileSync} from "node:fs";
import {panelState} from "../../../components/gan/runPanels.js";
import {runPlotOptions} from "../../../components/gan/runPlot.js";
import {flagshipRun} from "../../../components/gan/runSet.js";
import {still} from "../still.js";

const [width, height] = [1080, 340];
const text = readFileSync(new URL("../../../data/gan/flagship.json", import.meta.url), "utf8");
const state = panelState("fd", flagshipRun(JSON.parse(text)), true);
const options = runPlotOptions({...state, named: true}, width);
process.stdout.write(
  still(
    {...options, width, height},
    {title: "The Fréchet distance of forged faces falls as training goes on", width, height}
  )
);
