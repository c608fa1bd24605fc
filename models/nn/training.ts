/**
 * What training needs beside operations and layers: parameters, streams of random numbers, Adam, averages, schedules,
 * checkpoints and logs. One door to their modules.
 */
export {Adam, type AdamOptions} from "./adam.js";
export {checkpointMeta, restoreCheckpoint, type Saved, saveCheckpoint} from "./checkpoint.js";
export {Ema, emaDecay} from "./ema.js";
export {type ParameterOptions, Parameters} from "./parameters.js";
export {cosineDecay, linearDecay, warmUp} from "./schedule.js";
export {Stream} from "./stream.js";
export {type LogRow, TrainingLog, TrainingStoppedError} from "./trainingLog.js";
