import type {TrainingFile} from "../../models/gan/files.js";
import {smallRun} from "../../models/gan/recipes.js";
import {scale, trainingFile} from "./trainingFile.js";

const steps = Math.round(4000 / scale.shrink);
const runs = [1, 2, 3].map((seed) => smallRun(seed, steps));
process.stdout.write(JSON.stringify(trainingFile("16 pixels", runs) satisfies TrainingFile));
