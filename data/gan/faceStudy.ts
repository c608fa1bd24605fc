import {type Classifier, classifierTraining} from "../../models/gan/classifier.js";
import {differences} from "../../models/gan/combinations.js";
import {
  type AttributeName,
  attributeNames,
  attributeSizes,
  attributes,
  drawLabels,
  type FaceLabel,
  facesSeed
} from "../../models/gan/faceLabels.js";
import {confusion, readEach, rightReadings, strangeness} from "../../models/gan/faceReading.js";
import type {FacesFile, PictureStrip, RankedFace, SpoiledRow, VisibleRow} from "../../models/gan/files.js";
import {halved, type Images, imagesOf} from "../../models/gan/images.js";
import {difference, mirrored, nearestOthers, pickPictures, pictureBytes, spoilings} from "../../models/gan/pictures.js";
import {rankChance} from "../../models/gan/ranking.js";
import type {Engine} from "../../models/nn/engine.js";
import {integer, random} from "../../models/random.js";
import {significant} from "../../models/round.js";
import {faceBytes} from "./faceArt.js";
import {sheetPng} from "./faceSheet.js";

/** Draws what the studies of the faces need, and puts what the models say of it in the shape of the file. */

const drawn = (labels: readonly FaceLabel[]) => imagesOf(faceBytes(labels, 32), 32);

/** Pictures in a row, to look at. */
export function strip(images: Images): PictureStrip {
  const png = Buffer.from(sheetPng(images, images.count)).toString("base64");
  return {png: `data:image/png;base64,${png}`, size: images.size, count: images.count};
}

/** How much a face changes when one attribute takes another value, at three sizes. */
export function visibility(faces: number): VisibleRow[] {
  const labels = drawLabels(faces, "visible");
  const source = random("visible values");
  const large = drawn(labels);
  const medium = halved(large);
  const small = halved(medium);
  return attributeNames.map((name, i) => {
    const others = labels.map((label) => {
      const step = integer(source, 1, attributeSizes[i]! - 1)();
      return {...label, [name]: (label[name] + step) % attributeSizes[i]!};
    });
    const changed = drawn(others);
    const half = halved(changed);
    const apart = (a: Images, b: Images) => {
      const sum = labels.reduce(
        (total, _, face) => total + difference(pictureBytes(a, face), pictureBytes(b, face)),
        0
      );
      return significant(sum / faces, 3);
    };
    return {name, at32: apart(large, changed), at16: apart(medium, half), at8: apart(small, halved(half))};
  });
}

/** Of the first faces, the pairs that lie closest together without being the same. */
export function nearPairs(
  images: Images,
  labels: readonly FaceLabel[],
  among: number,
  shown: number
): FacesFile["near"] {
  const taken = new Set<string>();
  const pairs = nearestOthers(halved(images), among)
    .sort((a, b) => a.apart - b.apart)
    .filter(({face, other}) => {
      // Each pair once, and each way to differ at most twice, so that there is something to see.
      const differ = differences(labels[face]!, labels[other]!).join();
      const key = `${differ} ${labels[face]!.hair}`;
      if (taken.has(key)) return false;
      taken.add(key);
      return true;
    })
    .slice(0, shown)
    .map(({face, other}) => ({
      faces: [face, other] as [number, number],
      apart: significant(difference(pictureBytes(images, face), pictureBytes(images, other)), 3),
      differ: differences(labels[face]!, labels[other]!) as AttributeName[]
    }));
  return {
    pairs,
    strip: strip(
      pickPictures(
        images,
        pairs.flatMap(({faces}) => faces)
      )
    )
  };
}

/** The share of eyes that the best reader could tell, for each kind of glasses: some look the same behind them. */
export function bestEyes(contexts: number): number[] {
  const {values} = attributes[attributeNames.indexOf("glasses")]!;
  const eyes = attributeSizes[attributeNames.indexOf("eyes")]!;
  return values.map((_, glasses) => {
    const labels = drawLabels(contexts, `glasses ${glasses}`).flatMap((label) =>
      Array.from({length: eyes}, (_, value) => ({...label, glasses, eyes: value}))
    );
    const images = drawn(labels);
    let told = 0;
    for (let i = 0; i < contexts; ++i)
      told += new Set(Array.from({length: eyes}, (_, value) => pictureBytes(images, i * eyes + value).join())).size;
    return told / (contexts * eyes);
  });
}

/** What the classifier makes of faces it never saw: read, ranked, and in a mirror; `all` are those from the first on. */
export function readingStudy(engine: Engine, classifier: Classifier, all: Images, tested: number, contexts: number) {
  const {until} = classifierTraining;
  const labels = drawLabels(until + tested, facesSeed).slice(until);
  const images = drawn(labels);
  const read = readEach(engine, classifier, images);
  const learnt = new Set<string>();
  const known = imagesOf(all.bytes.subarray(0, Math.min(until, all.count) * 32 * 32 * 3), 32);
  for (let i = 0; i < known.count; ++i) learnt.add(Buffer.from(pictureBytes(known, i)).toString("latin1"));
  const fresh = labels.map((_, i) => !learnt.has(Buffer.from(pictureBytes(images, i)).toString("latin1")));
  const best = bestEyes(contexts);
  const reading: FacesFile["reading"] = {
    tested,
    seen: fresh.filter((is) => !is).length,
    right: rightReadings(read.labels, labels),
    unseenRight: rightReadings(read.labels, labels, (i) => fresh[i]!),
    eyes: best.map((share, glasses) => ({
      tested: labels.filter((label) => label.glasses === glasses).length,
      right: rightReadings(read.labels, labels, (i) => labels[i]!.glasses === glasses).eyes,
      best: significant(share, 4)
    })),
    confusion: confusion("eyes", attributeSizes[attributeNames.indexOf("eyes")]!, read.labels, labels)
  };
  return {reading, ranking: ranking(), mirror: mirror()};

  function ranking(): FacesFile["ranking"] {
    const shown = 12;
    const order = labels.map((_, i) => i).sort((a, b) => read.sureness[a]! - read.sureness[b]!);
    const ranked = (i: number): RankedFace => ({
      face: until + i,
      sureness: significant(read.sureness[i]!, 4),
      label: labels[i]!,
      read: read.labels[i]!
    });
    const ends = [order.slice(0, shown), order.slice(-shown).reverse()] as const;
    const strange = strangeness(readEach(engine, classifier, pickPictures(known, spread(known.count, 2000))));
    const usual = strange(read.features);
    const negative = (values: readonly number[]) => values.map((value) => -value);
    const round = ({chance, error}: {chance: number; error: number}) => ({
      chance: significant(chance, 4),
      error: significant(error, 3)
    });
    const spoiled = Object.entries(spoilings).map(([kind, spoil]): SpoiledRow => {
      const found = readEach(engine, classifier, spoil(images));
      return {
        kind,
        sureness: round(rankChance(read.sureness, found.sureness)),
        distance: round(rankChance(negative(usual), negative(strange(found.features))))
      };
    });
    const one = pickPictures(images, [0]);
    const examples = Object.values(spoilings).map((spoil) => spoil(one));
    return {
      lowest: ends[0].map(ranked),
      highest: ends[1].map(ranked),
      strip: strip(pickPictures(images, ends.flat())),
      spoiled,
      examples: strip(joined([one, ...examples]))
    };
  }

  function mirror(): FacesFile["mirror"] {
    const other = mirrored(images);
    const seen = readEach(engine, classifier, other);
    const plain: FaceLabel = {hair: 0, hairColor: 7, skin: 1, eyes: 5, mouth: 1, glasses: 0, background: 0};
    const styles = attributes[attributeNames.indexOf("hair")]!.values.map((_, hair) => ({...plain, hair}));
    const portraits = drawn(styles);
    const reversed = mirrored(portraits);
    return {
      tested,
      right: rightReadings(seen.labels, labels),
      hair: confusion("hair", styles.length, seen.labels, labels).map((row, hair) => {
        const readAs = row.indexOf(Math.max(...row));
        const total = row.reduce((a, b) => a + b, 0);
        return {
          apart: significant(difference(pictureBytes(portraits, hair), pictureBytes(reversed, hair)), 3),
          readAs,
          share: total ? significant(row[readAs]! / total, 3) : 0
        };
      }),
      strip: strip(joined(styles.flatMap((_, i) => [pickPictures(portraits, [i]), pickPictures(reversed, [i])])))
    };
  }
}

/** `wanted` places spread evenly over `count`. */
function spread(count: number, wanted: number): number[] {
  return Array.from({length: wanted}, (_, i) => Math.floor((i * count) / wanted));
}

/** Pictures of one size, one after the other. */
function joined(parts: readonly Images[]): Images {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.bytes.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part.bytes, at);
    at += part.bytes.length;
  }
  return imagesOf(bytes, parts[0]!.size);
}
