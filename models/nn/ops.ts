/**
 * The operations on tensors. Each gives a tensor that goes when the step ends; each can be differentiated twice and
 * more. One door to their modules.
 *
 *     const y = conv(x, w);
 *     const [gx] = grad(sum(y), [x], {create: true});
 */
export {detach, type GradOptions, grad} from "./autodiff.js";
export {add, blend, broadcastTo, divide, multiply, multiplySum, scale, subtract, sumTo} from "./opsArithmetic.js";
export {conv, convBiasLeakyRelu} from "./opsConvolution.js";
export {
  abs,
  biasLeakyRelu,
  cos,
  exp,
  type LeakyOptions,
  leakyRelu,
  log,
  reciprocal,
  rsqrt,
  sigmoid,
  sin,
  softplus,
  sqrt,
  square,
  tanh
} from "./opsElementwise.js";
export {logSumExp, meanSquareNorm, softmax, softmaxCrossEntropy} from "./opsLoss.js";
export {type MatmulOptions, matmul} from "./opsMatrix.js";
export {concat, gather, mean, reshape, slice, sum, transpose} from "./opsShape.js";
export {averagePool, depthToSpace, spaceToDepth, upsample, upsampleBilinear} from "./opsSpatial.js";
