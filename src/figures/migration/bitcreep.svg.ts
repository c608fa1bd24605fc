import {sharesOptions} from "../../../components/migration/bitcreepShares.js";
import {defaults} from "../../../models/migration/parameters.js";
import {still} from "../still.js";

const [width, height] = [1080, 420];
process.stdout.write(
  still(sharesOptions(defaults, width), {
    title: "What adopters and holdouts have beyond the world without the new platform, with bitcreep and without",
    width,
    height
  })
);
