import {html} from "htl";
import {type AttributeName, attributes, type FaceLabel} from "../../models/gan/faceLabels.js";
import type {Images} from "../../models/gan/images.js";
import type {View} from "../view.js";
import {describeFace, labelWords} from "./faceWords.js";
import {paintFaces} from "./sheetPicture.js";

/** A face to look at: its place among all of them, its label, and the face alone. */
export interface FaceCardState {
  face: number;
  label: FaceLabel;
  picture: Images;
  /** What is asked for now. */
  query: Partial<FaceLabel>;
}

/** One face, large, with its label; each value is a button that asks for it. */
export function faceCard(ask: (name: AttributeName, value: number) => void): View<FaceCardState> {
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", "A face");
  const title = html`<p class="face-number"></p>`;
  let shown: FaceLabel | undefined;
  // The buttons stay, so that one that was pressed keeps the focus.
  const rows = attributes.map(({name, label}) => {
    const button = html`<button type="button" class="face-value" aria-pressed="false"></button>` as HTMLButtonElement;
    button.addEventListener("click", () => shown && ask(name, shown[name]));
    return {name, button, node: html`<tr><th scope="row" class="face-what">${label}</th><td>${button}</td></tr>`};
  });
  const node =
    html`<div class="face-card">${canvas}<div>${title}<table><tbody>${rows.map((d) => d.node)}</tbody></table></div></div>` as HTMLElement;
  return {
    node,
    update({face, label, picture, query}) {
      shown = label;
      paintFaces(canvas, picture, 1);
      canvas.setAttribute("aria-label", describeFace(label));
      title.textContent = `Face ${face.toLocaleString("en-US")}`;
      const words = labelWords(label);
      rows.forEach(({name, button}, i) => {
        button.textContent = words[i]!.value;
        button.setAttribute("aria-pressed", String(query[name] === label[name]));
      });
    }
  };
}
