import type {PlaneFile} from "../../models/gan/files.js";
import {planeStudy} from "../../models/gan/planeStudy.js";

const smoke = process.env.THREE_GAMES_PROFILE === "smoke";
const study = planeStudy(smoke ? {seeds: 2, rounds: 60} : {seeds: 6, rounds: 600}, (done, label) =>
  process.stderr.write(`progress ${done.toFixed(2)} ${label}\n`)
);
const file = {
  note: "Points in the plane learnt in six ways, each from several seeds. Divergences are means of five looks over the last fifth of the rounds, to four digits; hit is the number of the ring’s eight modes hit at the end.",
  ...study
} satisfies PlaneFile;
process.stdout.write(JSON.stringify(file));
