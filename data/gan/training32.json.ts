import type {TrainingFile} from "../../models/gan/files.js";
import {shortRun} from "../../models/gan/recipes.js";
import {scale, trainingFile} from "./trainingFile.js";

const steps = Math.round(9000 / scale.shrink);
process.stdout.write(JSON.stringify(trainingFile("32 pixels", [shortRun(1, steps)]) satisfies TrainingFile));
