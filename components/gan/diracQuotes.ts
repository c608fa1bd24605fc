import {bestGamma, leastGamma, spectralRadius, train} from "../../models/gan/diracDescent.js";
import {flowPath, orbitTime} from "../../models/gan/diracFlow.js";
import {criticalGamma, diracGame, flowEigenvalues, flowRate} from "../../models/gan/diracGan.js";
import {radiusText} from "./diracWords.js";

const plain = diracGame();
const alternating = diracGame({order: "alternating"});
const short = (value: number, digits = 3) => String(Number(value.toPrecision(digits))).replace("-", "−");
const grown = (iterations: number) => train(plain, [1, 0], iterations).distance.at(-1)!;

/** Numbers that src/gan/dirac.md quotes. */
export const diracQuotes: Record<string, () => string> = {
  "dirac.rate": () => short(plain.rateG),
  "dirac.turn": () => short(orbitTime(plain, 0)!),
  "dirac.turn1": () => short(orbitTime(plain, 1)!),
  "dirac.turn3": () => short(orbitTime(plain, 3)!),
  "dirac.radius": () => radiusText(spectralRadius(plain)),
  "dirac.grown": () => short(grown(600)),
  "dirac.critical": () => short(criticalGamma(plain)),
  "dirac.bestRate": () => short(flowRate(diracGame({gamma: 1}))),
  "dirac.halving": () => short(Math.LN2 / flowRate(diracGame({gamma: 1})), 2),
  "dirac.slow": () => short(flowEigenvalues(diracGame({gamma: 3}))[0].re),
  "dirac.slowTimes": () => short(flowRate(diracGame({gamma: 1})) / flowRate(diracGame({gamma: 3})), 2),
  "dirac.least": () => short(leastGamma(plain)),
  "dirac.best": () => short(bestGamma(plain).gamma),
  "dirac.bestRadius": () => radiusText(bestGamma(plain).radius),
  "dirac.bestAlternating": () => short(bestGamma(alternating).gamma),
  "dirac.skewed": () => short(criticalGamma(diracGame({rateG: 0.4, rateD: 0.1}))),
  "dirac.saturating": () => {
    const {logDistance} = flowPath(diracGame({loss: "nonSaturating"}), [2, 0], [0, 60, 600]);
    return `${short(Math.exp(logDistance[1]!), 2)} after 60 and ${short(Math.exp(logDistance[2]!), 2)} after 600`;
  }
};
