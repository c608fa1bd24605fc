import {html} from "htl";
import {valueChances} from "../../models/gan/combinations.js";
import {type AttributeName, drawLabels, facesSeed} from "../../models/gan/faceLabels.js";
import {figure, fill} from "../figure.js";
import {count as counted} from "../format.js";
import type {View} from "../view.js";
import {faceCard} from "./faceCard.js";
import {type FaceQuery, faceFilter, matches} from "./faceFilter.js";
import {faceGrid} from "./faceGrid.js";
import type {FacesSettings} from "./facesInputs.js";
import {describeFace} from "./faceWords.js";
import {type SheetPicture, sheetPicture} from "./sheetPicture.js";

/** Ways to get the sheets: one with the first faces, one with all of them, which takes longer. */
export interface SheetSources {
  first(): Promise<HTMLImageElement>;
  all(): Promise<HTMLImageElement>;
}

/** How many of so many faces have what is asked for if chance is fair, and the binomial standard deviation. */
export function expectedMatches(query: FaceQuery, faces: number): {mean: number; sd: number} {
  const asked = Object.entries(query) as [AttributeName, number][];
  const chance = asked.reduce((product, [name, value]) => product * valueChances(name)[value]!, 1);
  return {mean: faces * chance, sd: Math.sqrt(faces * chance * (1 - chance))};
}

/** What the sheet shows, in words. */
export function sheetWords(query: FaceQuery, found: number, faces: number, shown: number): string {
  const {mean, sd} = expectedMatches(query, faces);
  const few =
    shown < found
      ? ` The sheet shows ${shown === 1 ? "one" : `the first ${shown.toLocaleString("en-US")}`} of them.`
      : "";
  if (Object.keys(query).length === 0)
    return `${counted(faces, "face")}, each drawn from a label of seven attributes.${few} Click on one to read its label, and on a value to ask for more like it.`;
  return `${counted(found, "face")} of ${faces.toLocaleString("en-US")} ${found === 1 ? "has" : "have"} what is asked for; chance would give ${mean.toFixed(1)} ± ${sd.toFixed(1)}.${few}`;
}

/** The contact sheet: faces that have what is asked for, at the size asked for, and one of them with its label. */
export function contactSheet(sources: SheetSources): View<FacesSettings> {
  let settings: FacesSettings | undefined;
  let sheet: SheetPicture | undefined;
  let labels = drawLabels(1000, facesSeed);
  let picks: number[] = [];
  let chosen = 0;
  let among = "";
  let stop = () => {};

  const filter = faceFilter(() => {
    chosen = 0;
    draw();
  });
  const grid = faceGrid({
    height: "clamp(300px, 38cqw, 410px)",
    label: "Faces",
    pick(place) {
      chosen = place;
      draw(false);
    }
  });
  const card = faceCard((name, value) => filter.toggle(name, value));
  const spoken = html`<span class="spoken" role="status"></span>`;
  const frame = figure({
    main: true,
    title: "The faces",
    children: [html`<div class="face-sheet">${grid.node}${card.node}</div>`, spoken]
  });
  const node = html`<div>${filter.node}${frame.node}</div>` as HTMLElement;

  let faces: ReturnType<SheetPicture["faces"]> | undefined;
  function draw(anew = true): void {
    if (!sheet || !settings) return;
    const {query} = filter;
    const size = Number(settings.pixels);
    if (anew || !faces) {
      const found = matches(labels, query);
      picks = found.slice(0, settings.shown);
      faces = sheet.faces(picks, size);
      frame.key(found.length.toLocaleString("en-US"), `of ${labels.length.toLocaleString("en-US")} faces`);
      frame.summary(sheetWords(query, found.length, labels.length, picks.length));
    }
    chosen = Math.min(chosen, picks.length - 1);
    grid.update({faces, chosen});
    const face = picks[Math.max(0, chosen)];
    card.node.classList.toggle("face-card-empty", face === undefined);
    if (face === undefined) return;
    const label = labels[face]!;
    card.update({face, label, picture: sheet.faces([face], size), query});
    if (!anew) spoken.textContent = `Face ${face}: ${describeFace(label)}`;
  }

  return {
    node,
    update(next) {
      settings = next;
      if (next.among === among) return draw();
      among = next.among;
      stop();
      stop = fill(frame, next.among === "all" ? sources.all() : sources.first(), (image) => {
        sheet = sheetPicture(image);
        labels = drawLabels(sheet.count, facesSeed);
        draw();
      });
    }
  };
}
