import type {FacesFile} from "../../models/gan/files.js";
import {checkFacesFile} from "./facesFile.js";
import {mirrorView} from "./mirrorView.js";
import {rankingView} from "./rankingView.js";
import {readingView} from "./readingChart.js";
import {repeatsView} from "./repeatsChart.js";
import {balanceView} from "./visibleChart.js";

/** The figures that are filled from data/gan/faces.json, each to be put where the text speaks of it. */
export function facesStudy(data: Promise<FacesFile>) {
  const file = data.then(checkFacesFile);
  return {
    reading: readingView(file),
    balance: balanceView(file),
    repeats: repeatsView(file),
    ranking: rankingView(file),
    mirror: mirrorView(file)
  };
}
