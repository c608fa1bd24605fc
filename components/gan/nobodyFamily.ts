import {html} from "htl";
import type {FaceRequest} from "../../models/gan/faceForge.js";
import type {FlagshipFile} from "../../models/gan/files.js";
import {parseLineage} from "../../models/gan/lineage.js";
import {nobodyRequest} from "../../models/gan/nobody.js";
import {childrenOf, faceOfVisit, mutantsOf, partnerOf, type Visit} from "../../models/gan/visit.js";
import {figure} from "../figure.js";
import type {Scaling} from "./faceCanvas.js";
import {type FacePicker, facePicker} from "./facePicker.js";
import type {Forge} from "./forge.js";
import type {NobodySettings} from "./nobodyInputs.js";

export interface FamilyState {
  visit: Visit;
  file: FlagshipFile;
  settings: NobodySettings;
}

/** Faces in each row. */
const [parents, children, mutants, keepable] = [2, 6, 6, 8];

/** The relatives of the present face: its partner and their children, its mutations, and the faces that were kept. */
export function nobodyFamily(forge: Forge, go: (lineage: string) => void) {
  let lineages: string[][] = [[], [], [], []];
  const row = (which: number, count: number, label: string): FacePicker =>
    facePicker({count, label, className: `nobody-row nobody-row-${count}`}, (i) => {
      const lineage = lineages[which]?.[i];
      if (lineage) go(lineage);
    });
  const rows = [
    row(0, parents, "Parents"),
    row(1, children, "Children"),
    row(2, mutants, "Mutations"),
    row(3, keepable, "Kept faces")
  ];
  const heads = ["This face and another", "Their children", "Mutations of this face", "Kept"];
  const parts = rows.map(({node}, i) => html`<div><p class="nobody-head">${heads[i]}</p>${node}</div>` as HTMLElement);
  const frame = figure({
    title: "Its family",
    children: [html`<div class="nobody-family">${parts.slice(0, 3)}</div>`, parts[3]!]
  });
  /** For whom the faces are that have been asked for. */
  const groupsOf = new WeakMap<object, {groups: string[][]; scaling: Scaling}>();
  const ask = forge.line<FaceRequest[]>(
    ({images}, asked) => {
      const {groups, scaling} = groupsOf.get(asked)!;
      let at = 0;
      groups.forEach((group, i) => {
        rows[i]!.paint(images.slice(at, at + group.length), scaling);
        at += group.length;
      });
    },
    (message) => frame.status("error", `The family could not be made: ${message}.`)
  );

  return {
    node: frame.node,
    update({visit, file, settings}: FamilyState) {
      const face = faceOfVisit(visit);
      const partner = partnerOf(visit);
      try {
        lineages = [
          [face, partner],
          childrenOf(face, partner, children),
          mutantsOf(face, settings.mutation, mutants),
          visit.kept.slice(-keepable)
        ];
      } catch {
        frame.status(
          "error",
          "This family has grown so old that it can no longer be written down. Begin with another face."
        );
        return;
      }
      frame.status("ready");
      const names = (which: number, what: string) => lineages[which]!.map((text, i) => `${what} ${i + 1}: ${text}`);
      rows[0]!.name([`This face: ${face}`, `The other: ${partner}`], -1);
      rows[1]!.name(names(1, "Child"), -1);
      rows[2]!.name(names(2, "Mutation"), -1);
      const kept = names(3, "Kept");
      rows[3]!.name([...kept, ...Array.from({length: keepable - kept.length}, () => "No face kept here")], -1);
      rows[3]!.node.querySelectorAll("button").forEach((button, i) => {
        button.hidden = i >= kept.length;
      });
      parts[3]!.hidden = kept.length === 0;
      frame.summary(
        `Children have each number of their latent, and each thing that was asked for, from either parent. A mutation turns the latent by ${Math.round(90 * settings.mutation)}° and draws each thing asked for anew with a chance of ${Math.round(100 * settings.mutation)} %. Click on one to meet it.`
      );
      const requests = lineages
        .flat()
        .map((text) => nobodyRequest(parseLineage(text), file.config.generator, settings.psi));
      groupsOf.set(requests, {groups: lineages, scaling: settings.pixels});
      ask(requests);
    }
  };
}
