import {html} from "htl";
import {attributes} from "../../models/gan/faceLabels.js";
import type {FacesFile} from "../../models/gan/files.js";
import {figure, fill} from "../figure.js";
import {percent} from "../format.js";
import {captioned, stripFaces} from "./stripView.js";

/** A percentage that does not break from its sign. */
const whole = (share: number) => percent(share, 0).replace(" ", "\u00a0");

/** Every style of hair, a face of it beside its mirror image, and what the mirror image is taken for. */
export function mirrorView(data: Promise<FacesFile>): HTMLElement {
  const strip = html`<div class="strip strip-pairs"></div>`;
  const frame = figure({title: "The mirror trap: each style of hair and its mirror image", children: [strip]});
  const {values} = attributes.find((d) => d.name === "hair")!;
  fill(frame, data, ({mirror}) => {
    const faces = stripFaces(
      mirror.strip,
      values.flatMap((value, i) => [
        {place: 2 * i, alt: `${value}, as drawn`},
        {place: 2 * i + 1, alt: `${value}, mirrored`}
      ])
    );
    strip.replaceChildren(
      ...mirror.hair.map(({readAs, share}, i) =>
        captioned(
          faces.slice(2 * i, 2 * i + 2),
          share === 0
            ? "not among the tested"
            : readAs === i
              ? `still itself, ${whole(share)}`
              : `${values[readAs]}, ${whole(share)}`
        )
      )
    );
    const right = mirror.right.hair / mirror.tested;
    const least = Math.min(...mirror.hair.map((d) => d.apart));
    frame.summary(
      `Under each pair: what the classifier most often takes the mirror image for, and how often. It reads the hair of a mirrored face right in ${percent(right, 0)}. No style looks like its own mirror image: the least change is a mean of ${least} of 255 a pixel.`
    );
  });
  return frame.node;
}
