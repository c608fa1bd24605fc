import {landscapeOptions} from "../../../components/migration/landscapeChart.js";
import {tippingState} from "../../../components/migration/tippingState.js";
import {checkParameters, presets} from "../../../models/migration/parameters.js";
import {still} from "../still.js";

const [width, height] = [1080, 360];
const state = tippingState(checkParameters(presets.stuck));
process.stdout.write(
  still(landscapeOptions(state, width), {title: "The landscape in which the crowd rolls", width, height})
);
