import {choice, controls, slider} from "../inputs/controls.js";

/** How many faces the contact sheet shows, how large each is in pixels of its own, and which faces there are. */
export function facesInputs() {
  return controls(
    {
      shown: slider({label: "Faces on the sheet", min: 10, max: 400, step: 10, value: 120}),
      pixels: choice({label: "Pixels along a face", options: {"32": "32", "16": "16", "8": "8"}, value: "32"}),
      among: choice({label: "Of", options: {first: "the first 1,000", all: "all 10,000 (8 MB)"}, value: "first"})
    },
    {label: "The contact sheet"}
  );
}

export type FacesSettings = ReturnType<typeof facesInputs>["value"];
