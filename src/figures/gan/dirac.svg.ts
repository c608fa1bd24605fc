import {defaultSettings} from "../../../components/gan/diracInputs.js";
import {planeOptions} from "../../../components/gan/diracPlane.js";
import {diracState} from "../../../components/gan/diracState.js";
import {still} from "../still.js";

const [width, height] = [1080, 410];

process.stdout.write(
  still(planeOptions(diracState(defaultSettings), width, height), {
    title: "A forger and a judge of one number each: the flow circles, training spirals out",
    width,
    height
  })
);
