import type {Claim} from "../../about/claims.js";
import {descend} from "../diracDescent.js";
import {diracField, flowPoint} from "../diracFlow.js";
import {criticalGamma, type DiracGame, defaultDirac, diracGame, flowEigenvalues} from "../diracGan.js";

const file = "models/gan/claims/smallestGame.ts";
const group = "Forgers: the smallest game";
const mescheder = "Mescheder, Geiger & Nowozin 2018";

/** A training in which nothing has been chosen but the penalty. */
const plain = (gamma = 0): DiracGame => diracGame({...defaultDirac, loss: "minimax", gamma});

/** The greatest imaginary part of the eigenvalues without a penalty: they are ±i times this. */
export function eigenvalueWithoutPenalty(): number {
  return Math.max(...flowEigenvalues(plain()).map(({im}) => im));
}

/** The real part of the eigenvalues with a penalty of ½, where they are still a pair. */
export function realPartWithPenalty(): number {
  return flowEigenvalues(plain(0.5))[0].re;
}

/** The weight of the penalty from which the eigenvalues are real. */
export function realEigenvaluesFrom(): number {
  return criticalGamma(plain());
}

/** The greatest change of θ² + ψ² along a turn of the flow without a penalty, by a method that does not know of it. */
export function lostOnTheWay(): number {
  let point: readonly [number, number] = [1, 0];
  let lost = 0;
  for (let i = 0; i < 100; ++i) {
    point = flowPoint(plain(), point, 0.13, 100);
    lost = Math.max(lost, Math.abs(point[0] ** 2 + point[1] ** 2 - 1));
  }
  return lost;
}

/** By how much a simultaneous step of size h = 1 takes a training away from the middle, near it. */
export function stepOutwards(): number {
  const step = descend(diracGame({...plain(), rateG: 1, rateD: 1, order: "simultaneous"}));
  const start = 1e-5;
  return Math.hypot(...step([start, 0])) / start;
}

/** Whether the flow stands still where the forger is perfect. */
export function restingPlace(): {text: string; agrees: boolean} {
  const [theta, psi] = diracField(plain())(0, 0);
  const still = Math.hypot(theta, psi) === 0;
  return {text: still ? "it stands still at θ = ψ = 0" : "it moves on", agrees: still};
}

/** What is said of a forger and a judge of one number each. */
export const smallestGameClaims: readonly Claim[] = [
  {
    id: "dirac-eigenvalues",
    group,
    claim: "Without a penalty the eigenvalues are ± i/2",
    source: mescheder,
    published: 0.5,
    unit: "",
    within: 5e-10,
    compute: eigenvalueWithoutPenalty,
    code: {file, name: "eigenvalueWithoutPenalty"},
    note: "Of the flow linearised where forger and judge rest; the real part is 0."
  },
  {
    id: "dirac-penalty",
    group,
    claim: "With R1 their real part at γ = ½ is −¼",
    source: mescheder,
    published: -0.25,
    unit: "",
    within: 5e-10,
    compute: realPartWithPenalty,
    code: {file, name: "realPartWithPenalty"},
    note: "From the matrix of the linearised flow."
  },
  {
    id: "dirac-critical",
    group,
    claim: "They become real at γ = 1",
    source: `${mescheder}, from the formula`,
    published: 1,
    unit: "",
    within: 5e-10,
    compute: realEigenvaluesFrom,
    code: {file, name: "realEigenvaluesFrom"},
    note: "No weight brings the flow home faster."
  },
  {
    id: "dirac-conserved",
    group,
    claim: "Without a penalty θ² + ψ² does not change along the flow",
    source: mescheder,
    published: 0,
    unit: "",
    within: 1e-9,
    compute: lostOnTheWay,
    code: {file, name: "lostOnTheWay"},
    note: "Of the flow itself, not only near the middle; the greatest change over a turn, by numerical integration."
  },
  {
    id: "dirac-step",
    group,
    claim: "A simultaneous step leads outwards by √(1 + h²/4)",
    source: mescheder,
    published: Math.sqrt(1.25),
    unit: "",
    within: 1e-6,
    compute: stepOutwards,
    code: {file, name: "stepOutwards"},
    note: "At h = 1, by taking the step."
  },
  {
    id: "dirac-rest",
    group,
    claim: "The only place to rest is the perfect forger",
    source: mescheder,
    published: "θ = ψ = 0",
    compute: restingPlace,
    code: {file, name: "restingPlace"},
    note: "Whether it is reached is another matter."
  }
];
