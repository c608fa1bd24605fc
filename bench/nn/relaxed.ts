import {setFlagsFromString} from "node:v8";
import {hasRelaxedSimd} from "../../models/nn/kernels.js";
import {kernelsRelaxedWasm} from "../../models/nn/kernelsRelaxedWasm.js";
import {besideJax} from "./training.js";

// A process of its own: prints what a row measured with relaxed SIMD, which browsers have and Node 20 has behind a flag.
setFlagsFromString("--experimental-wasm-relaxed-simd");
if (!hasRelaxedSimd()) process.exit(3);
console.log(JSON.stringify(await besideJax(32, "backward", kernelsRelaxedWasm)));
process.exit();
