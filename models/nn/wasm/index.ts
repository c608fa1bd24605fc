/** The kernels of the training engine: AssemblyScript, compiled by scripts/compileKernels.ts into ../kernelsWasm.ts. */
export {blend, combine, contract, fill, reduce} from "./broadcast";
export {conv3, conv3Weights, flipKernel, padImage} from "./convolution";
export {biasLeaky, leakyGradient, leakyGradientSums, unary} from "./elementwise";
export {gemm, packColumns, transpose} from "./gemm";
export {winogradKernel, winogradKernelAdjoint, winogradPlanes} from "./kernelPlanes";
export {copyBlocks, gatherRows, scatterRows} from "./move";
export {adam, allFinite, hash} from "./optimise";
export {gemmTransposed} from "./outer";
export {fillNormal, fillUniform, uniform} from "./random";
export {logSumExp, softmax} from "./softmax";
export {bilinear, bilinearAdjoint, depthToSpace, downsample, upsample} from "./spatial";
export {winogradConvolve, winogradGradients, winogradScratch} from "./winograd";
