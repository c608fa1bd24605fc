import {
  combinationCount,
  combinationKinds,
  distinctCombinations,
  labelKey,
  repeatCount
} from "../../models/gan/combinations.js";
import {drawLabels, facesSeed} from "../../models/gan/faceLabels.js";

/** Faces that there are. */
const faces = 10_000;

const repeats = () => distinctCombinations(faces, combinationKinds());
const covered = (combinations: number) => distinctCombinations(2000, [{count: combinations, chance: 1 / combinations}]);

/** Numbers that src/gan/faces.md quotes. */
export const facesQuotes: Record<string, () => string> = {
  "faces.count": () => faces.toLocaleString("en-US"),
  "faces.combinations": () => combinationCount.toLocaleString("en-US"),
  "faces.expected": () => (faces - repeats().mean).toFixed(1),
  "faces.deviation": () => repeats().sd.toFixed(1),
  "faces.found": () => String(repeatCount(drawLabels(faces, facesSeed).map(labelKey))),
  "faces.coverage": () => covered(512).mean.toFixed(1),
  "faces.coverageDeviation": () => covered(512).sd.toFixed(1)
};
