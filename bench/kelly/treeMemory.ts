import {decisionTree} from "../../models/kelly/decisionTree.js";
import {defaultGame} from "../../models/kelly/game.js";

// A process of its own, so that its peak is the tree's: prints the most memory that was resident, in megabytes.
const tree = decisionTree({...defaultGame, unit: 0.01});
if (tree.values.length !== 301 * 25_001) throw new Error(`${tree.values.length} values`);
console.log((process.resourceUsage().maxRSS / 1024).toFixed(1));
