import type {TrainingFile} from "../../models/gan/files.js";
import {fiveMinutes} from "../../models/gan/recipes.js";
import {scale, trainingFile} from "./trainingFile.js";

const steps = Math.round(9000 / scale.shrink);
process.stdout.write(JSON.stringify(trainingFile("32 pixels", [fiveMinutes(1, steps)]) satisfies TrainingFile));
