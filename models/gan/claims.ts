import type {Claim} from "../about/claims.js";
import {descend} from "./diracDescent.js";
import {diracField, flowPoint} from "./diracFlow.js";
import {criticalGamma, type DiracGame, defaultDirac, diracGame, flowEigenvalues} from "./diracGan.js";
import {frechetDistance} from "./frechet.js";
import {hoursInYear, hoursOf} from "./published.js";
import {stylegan2Discriminator, styleganGenerator} from "./styleganSize.js";

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

/** How much less one figure is than another, in percent. */
export function saving(before: number, after: number): number {
  return 100 * (1 - after / before);
}

/** Numbers that the generator of StyleGAN learns at 1024 pixels. */
export function styleganNumbers(): number {
  return styleganGenerator(1024);
}

/** Numbers that the discriminator of StyleGAN2 learns at 1024 pixels. */
export function stylegan2Numbers(): number {
  return stylegan2Discriminator(1024);
}

/** By what FID is divided where images are changed at random, with 1,000 of them: faces, cats. */
export function fewImages(): {text: string; agrees: boolean} {
  const parts = [62.16 / 25.66, 182.85 / 42.26];
  return {
    text: parts.map((part) => part.toFixed(1)).join(" and "),
    agrees: parts.every((part) => Math.round(part) >= 2 && Math.round(part) <= 4)
  };
}

/** Days that a training of 24,664 thousand images takes at 35 and at 70 seconds a thousand. */
export function daysOfPortraits(): {text: string; agrees: boolean} {
  const [fast, slow] = [35, 70].map((seconds) => (24_664 * seconds) / 86_400);
  return {text: `${fast!.toFixed(0)} to ${slow!.toFixed(0)} days`, agrees: slow! > 14};
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
      source: "Branwen 2019, “Making Anime Faces With StyleGAN”, from the times in NVlabs/stylegan’s README",
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
    note: "From 52.52 to 76.85 in Table 1. The table’s cells were written down from memory; that they give the percentage of the text speaks for them."
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
    note: "From 76.85 to 92.98 in Table 1. The table’s cells were written down from memory; that they give the percentage of the text speaks for them."
  },
  {
    id: "biggan-skip",
    group: figures,
    claim: "Feeding the latent to more layers raises it by around 4 %",
    source: "Brock, Donahue & Simonyan 2019, section 3.1",
    published: 4,
    unit: "%",
    within: 0.5,
    compute: () => gain(94.94, 98.76),
    code: {file, name: "gain"},
    note: "From 94.94 to 98.76 in Table 1. The table’s cells were written down from memory; that they give the percentage of the text speaks for them."
  },
  {
    id: "biggan-skip-speed",
    group: figures,
    claim: "and makes training faster by a further 18 %",
    source: "Brock, Donahue & Simonyan 2019, section 3.1",
    published: 18,
    unit: "%",
    within: 0.5,
    compute: () => saving(185, 152),
    code: {file, name: "saving"},
    note: "From 185,000 iterations to 152,000 in Table 1. The table’s cells were written down from memory; that they give the percentage of the text speaks for them."
  },
  {
    id: "stylegan-numbers",
    group: figures,
    claim: "The generator of StyleGAN learns 26,219,627 numbers",
    source: "NVlabs/stylegan, README (26.2 million in the paper)",
    published: 26_219_627,
    unit: "",
    within: 0.5,
    compute: styleganNumbers,
    code: {file, name: "styleganNumbers"},
    note: "Counted layer by layer, at 1024 pixels."
  },
  {
    id: "stylegan2-numbers",
    group: figures,
    claim: "The discriminator of StyleGAN2 learns 29,012,513",
    source: "The log that its program prints",
    published: 29_012_513,
    unit: "",
    within: 0.5,
    compute: stylegan2Numbers,
    code: {file, name: "stylegan2Numbers"},
    note: "Counted layer by layer, at 1024 pixels in the large configuration."
  },
  {
    id: "stylegan-fifth",
    group: figures,
    claim: "The style-based generator improves FID by almost 20 %",
    source: "Karras, Laine & Aila 2019, section 2",
    published: 20,
    unit: "%",
    within: 2,
    compute: () => saving(5.25, 4.42),
    code: {file, name: "saving"},
    note: "From configuration B to E on FFHQ, 5.25 to 4.42, it is 16 %. Turned round, B is 19 % worse than E, and that may be what is meant."
  },
  {
    id: "diffaugment-few",
    group: figures,
    claim: "Random changes of the images divide FID by 2 to 4, given 1,000 of them",
    source: "Zhao and others 2020, abstract",
    published: "2 to 4 times",
    compute: fewImages,
    code: {file, name: "fewImages"},
    note: "Faces from 62.16 to 25.66 and cats from 182.85 to 42.26, from the authors’ own table."
  },
  {
    id: "portraits-days",
    group: figures,
    claim: "Portraits by StyleGAN2 took over two weeks, at 35 to 70 seconds a thousand images",
    source: "Branwen 2019, “Making Anime Faces With StyleGAN”",
    published: "over 2 weeks",
    compute: daysOfPortraits,
    code: {file, name: "daysOfPortraits"},
    note: "24,664 thousand images; two weeks lie within the range, nearer to its slow end."
  },
  {
    id: "biggan-card-days",
    group: figures,
    claim: "BigGAN from scratch took about 250 days of a card",
    source: "Branwen 2019, “Making Anime With BigGAN”",
    published: 250,
    unit: "",
    within: 10,
    compute: () => cardHours(8, "32d") / 24,
    code: {file, name: "cardHours"},
    note: "Eight cards from 2 May to 3 June 2019."
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
