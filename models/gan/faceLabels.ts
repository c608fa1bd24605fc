import {checkWhole} from "../check.js";
import {integer, random} from "../random.js";

/** One thing that a face is labelled with. */
export interface Attribute {
  name: AttributeName;
  label: string;
  /** What each value looks like, in words that fit into a sentence; the number of a value is its place here. */
  values: readonly string[];
}

/** The attributes of a face, in the order in which labels hold them. */
export const attributeNames = ["hair", "hairColor", "skin", "eyes", "mouth", "glasses", "background"] as const;

export type AttributeName = (typeof attributeNames)[number];

/** The label of a face: the number of its value for each attribute. */
export type FaceLabel = Record<AttributeName, number>;

/** Every attribute and what it may be. */
export const attributes: readonly Attribute[] = [
  {
    name: "hair",
    label: "Hair",
    values: [
      "a short ponytail",
      "tied-up hair with loose strands",
      "a tousled ponytail",
      "a bun and a sweeping fringe",
      "long hair over one eye",
      "short parted curls",
      "long waves",
      "parted waves",
      "long curls",
      "long hair with a straight fringe",
      "long hair over the shoulder",
      "short spikes",
      "a straight bob",
      "long parted hair",
      "a round bob",
      "a flipped bob"
    ]
  },
  {
    name: "hairColor",
    label: "Hair colour",
    values: ["black", "brown", "blond", "pink", "blue", "green", "purple", "red"]
  },
  {name: "skin", label: "Skin", values: ["pale", "light", "tan", "brown"]},
  {
    name: "eyes",
    label: "Eyes",
    values: ["wide eyes", "narrowed eyes", "closed eyes", "small eyes", "sparkling eyes", "a sideways glance"]
  },
  {
    name: "mouth",
    label: "Mouth",
    values: ["a smile", "a broad grin", "an open mouth", "a pout", "a frown", "a half smile"]
  },
  {name: "glasses", label: "Glasses", values: ["no glasses", "round glasses", "square glasses"]},
  {name: "background", label: "Background", values: ["blue", "pink", "yellow", "green", "lilac"]}
];

/** How many values each attribute has. */
export const attributeSizes: readonly number[] = attributes.map(({values}) => values.length);

/** The seed of the faces that everything is trained on. */
export const facesSeed = "faces";

/** Seven in ten go without glasses; the two kinds share the rest. All other values are equally likely. */
export const withoutGlasses = 0.7;

/** Labels of `count` faces, drawn independently; the first of many are those of fewer. The seed settles them. */
export function drawLabels(count: number, seed: string | number): FaceLabel[] {
  checkWhole("count", count, 0, 10_000_000);
  const source = random(seed);
  const pick = attributes.map(({values}) => integer(source, 0, values.length - 1));
  return Array.from({length: count}, () => {
    const label = {} as FaceLabel;
    attributeNames.forEach((name, i) => {
      if (name !== "glasses") label[name] = pick[i]!();
      else label[name] = source() < withoutGlasses ? 0 : 1 + Math.floor(source() * 2);
    });
    return label;
  });
}
