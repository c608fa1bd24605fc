import type {Claim} from "../about/claims.js";
import {descend} from "./diracDescent.js";
import {diracField, flowPath} from "./diracFlow.js";
import {criticalGamma, type DiracGame, defaultDirac, diracGame, flowEigenvalues} from "./diracGan.js";
import {frechetDistance} from "./frechet.js";
import {hoursInYear, hoursOf} from "./published.js";

const file = "models/gan/claims.ts";
const game = "Forgers: the smallest game";
const figures = "Forgers: published figures";
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

/** The greatest change of θ² + ψ² along a turn of the flow without a penalty, as a part of it. */
export function lostOnTheWay(): number {
  const times = Float64Array.from({length: 101}, (_, i) => i / 8);
  const {theta, psi} = flowPath(plain(), [1, 0], times);
  return Math.max(...times.map((_, i) => Math.abs(theta[i]! ** 2 + psi[i]! ** 2 - 1)));
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

/** Hours of a graphics card that so many cards for so long come to. */
export function cardHours(cards: number, time: string): number {
  return cards * hoursOf(time);
}

/** Years of a graphics card. */
export function cardYears(cards: number, time: string): number {
  return cardHours(cards, time) / hoursInYear;
}

/** The gain of one figure over another, in percent. */
export function gain(before: number, after: number): number {
  return 100 * (after / before - 1);
}

/** The Fréchet distance of two Gaussians in the plane with means (0, 0) and (3, 4) and covariances 1 and 4 times the unit. */
export function knownDistance(): number {
  const of = (mean: number[], variance: number) => ({
    count: 10,
    mean: Float64Array.from(mean),
    covariance: Float64Array.from([variance, 0, 0, variance])
  });
  return frechetDistance(of([0, 0], 1), of([3, 4], 4));
}

const hours: [cards: number, time: string, printed: number][] = [
  [1, "41d 4h", 988],
  [2, "21d 22h", 1052],
  [4, "11d 8h", 1088],
  [8, "6d 14h", 1264]
];

/** What the sources of the third game state that can be computed or counted. */
export const ganClaims: readonly Claim[] = [
  {
    id: "dirac-eigenvalues",
    group: game,
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
    group: game,
    claim: "With R1 they are −γ/2 ± √(γ²/4 − ¼): at γ = ½ the real part is −¼",
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
    group: game,
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
    group: game,
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
    group: game,
    claim: "A simultaneous step leads outwards, by √(1 + h²/4) near the middle",
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
    group: game,
    claim: "The only place to rest is the perfect forger",
    source: mescheder,
    published: "θ = ψ = 0",
    compute: restingPlace,
    code: {file, name: "restingPlace"},
    note: "Whether it is reached is another matter."
  },
  {
    id: "fid-formula",
    group: figures,
    claim: "FID of Gaussians: ‖Δμ‖² + tr(Σ + Σ′ − 2(ΣΣ′)^½), here 25 + 2",
    source: "Heusel and others 2017, by the formula",
    published: 27,
    unit: "",
    within: 1e-9,
    compute: knownDistance,
    code: {file, name: "knownDistance"},
    note: "A case worked out by hand: means 5 apart, variances 1 and 4 in the plane."
  },
  ...hours.map(
    ([cards, time, printed]): Claim => ({
      id: `stylegan-hours-${cards}`,
      group: figures,
      claim: `StyleGAN on ${cards} V100 for ${time} is ${printed.toLocaleString("en-US")} hours of a card`,
      source: "NVlabs/stylegan, README",
      published: printed,
      unit: "",
      within: 0.5,
      compute: () => cardHours(cards, time),
      code: {file, name: "cardHours"},
      note: "Days and hours times cards. Wherever it agrees, more cards make it faster and dearer."
    })
  ),
  {
    id: "stylegan2-years",
    group: figures,
    claim: "One run of StyleGAN2 takes 0.23 years of a V100",
    source: "Karras and others 2020, Table 5; time from NVlabs/stylegan2, README",
    published: 0.23,
    unit: "",
    within: 0.005,
    compute: () => cardYears(8, "9d 18h"),
    code: {file, name: "cardYears"},
    note: "Eight cards for 9 days and 18 hours, as the README has it, come to 0.214 years. The paper’s figure may include what the README’s does not, such as the measuring of progress."
  },
  {
    id: "biggan-batch",
    group: figures,
    claim: "Eight times the batch raises the Inception score by 46 %",
    source: "Brock, Donahue & Simonyan 2019, section 3.1",
    published: 46,
    unit: "%",
    within: 0.5,
    compute: () => gain(52.52, 76.85),
    code: {file, name: "gain"},
    note: "From 52.52 to 76.85, as the first table has it."
  },
  {
    id: "biggan-width",
    group: figures,
    claim: "Half as many channels again raise it by a further 21 %",
    source: "Brock, Donahue & Simonyan 2019, section 3.1",
    published: 21,
    unit: "%",
    within: 0.5,
    compute: () => gain(76.85, 92.98),
    code: {file, name: "gain"},
    note: "From 76.85 to 92.98."
  },
  {
    id: "ada-cifar",
    group: figures,
    claim: "Adaptive augmentation brings the FID on CIFAR-10 from 5.59 to 2.42",
    source: "Karras and others 2020, abstract",
    published: "5.59 → 2.42",
    note: "A result of a training that no laptop repeats; the FID needs a network that is not part of this project."
  },
  {
    id: "biggan-abstract",
    group: figures,
    claim: "BigGAN reaches an Inception score of 166.5 and an FID of 7.4",
    source: "Brock, Donahue & Simonyan 2019, abstract",
    published: "166.5 and 7.4",
    note: "A result of a training on hundreds of processors, quoted as it was printed."
  }
];
