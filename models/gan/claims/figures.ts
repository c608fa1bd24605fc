import type {Claim} from "../../about/claims.js";
import {frechetDistance} from "../frechet.js";
import {hoursInYear, hoursOf} from "../published.js";
import {stylegan2Discriminator, styleganGenerator} from "../styleganSize.js";

const file = "models/gan/claims/figures.ts";
const group = "Forgers: published figures";

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

const gains: [
  id: string,
  claim: string,
  printed: number,
  compute: () => number,
  name: "gain" | "saving",
  note: string
][] = [
  [
    "biggan-batch",
    "Eight times the batch: Inception score up 46 %",
    46,
    () => gain(52.52, 76.85),
    "gain",
    "From 52.52 to 76.85"
  ],
  [
    "biggan-width",
    "Half as many channels again: up a further 21 %",
    21,
    () => gain(76.85, 92.98),
    "gain",
    "From 76.85 to 92.98"
  ],
  [
    "biggan-skip",
    "The latent fed to more layers: up by around 4 %",
    4,
    () => gain(94.94, 98.76),
    "gain",
    "From 94.94 to 98.76"
  ],
  [
    "biggan-skip-speed",
    "and makes training faster by a further 18 %",
    18,
    () => saving(185, 152),
    "saving",
    "From 185,000 iterations to 152,000"
  ]
];

/** Published figures of large generators that follow from others. */
export const figureClaims: readonly Claim[] = [
  {
    id: "fid-formula",
    group,
    claim: "Of Gaussians ‖Δμ‖² + tr(Σ + Σ′ − 2(ΣΣ′)^½): 25 + 2",
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
      group,
      claim: `${cards} V100 for ${time}: ${printed.toLocaleString("en-US")} hours of a card (StyleGAN)`,
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
    group,
    claim: "One run of StyleGAN2 takes 0.23 years of a V100",
    source: "Karras and others 2020, Table 5; time from NVlabs/stylegan2, README",
    published: 0.23,
    unit: "",
    within: 0.005,
    compute: () => cardYears(8, "9d 18h"),
    code: {file, name: "cardYears"},
    note: "Eight cards for 9 days and 18 hours, as the README has it, come to 0.214 years. The paper’s figure may include what the README’s does not, such as the measuring of progress."
  },
  ...gains.map(
    ([id, claim, published, compute, name, note]): Claim => ({
      id,
      group,
      claim,
      source: "Brock, Donahue & Simonyan 2019, section 3.1",
      published,
      unit: "%",
      within: 0.5,
      compute,
      code: {file, name},
      note: `${note} in Table 1. The table’s cells were written down from memory; that they give the percentage of the text speaks for them.`
    })
  ),
  {
    id: "stylegan-numbers",
    group,
    claim: "StyleGAN’s generator learns 26,219,627 numbers",
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
    group,
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
    group,
    claim: "A style-based generator cuts FID by almost 20 %",
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
    group,
    claim: "Random changes of the images divide FID by 2 to 4, given 1,000 of them",
    source: "Zhao and others 2020, abstract",
    published: "2 to 4 times",
    compute: fewImages,
    code: {file, name: "fewImages"},
    note: "Faces from 62.16 to 25.66 and cats from 182.85 to 42.26, from the authors’ own table."
  },
  {
    id: "portraits-days",
    group,
    claim: "Portraits by StyleGAN2 took over two weeks, at 35 to 70 seconds a thousand images",
    source: "Branwen 2019, “Making Anime Faces With StyleGAN”",
    published: "over 2 weeks",
    compute: daysOfPortraits,
    code: {file, name: "daysOfPortraits"},
    note: "24,664 thousand images; two weeks lie within the range, nearer to its slow end."
  },
  {
    id: "biggan-card-days",
    group,
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
    group,
    claim: "Adaptive augmentation brings the FID on CIFAR-10 from 5.59 to 2.42",
    source: "Karras and others 2020, abstract",
    published: "5.59 → 2.42",
    note: "A result of a training that no laptop repeats; the FID needs a network that is not part of this project."
  },
  {
    id: "biggan-abstract",
    group,
    claim: "BigGAN reaches an Inception score of 166.5 and an FID of 7.4",
    source: "Brock, Donahue & Simonyan 2019, abstract",
    published: "166.5 and 7.4",
    note: "A result of a training on hundreds of processors, quoted as it was printed."
  }
];
