import type {PennyGapFile} from "../../models/kelly/files.js";
import {defaultGame} from "../../models/kelly/game.js";
import {pennyGap} from "../../models/kelly/valueGrid.js";

process.stdout.write(JSON.stringify(pennyGap(defaultGame, [1, 0.25, 0.1, 0.05, 0.01], 160) satisfies PennyGapFile));
