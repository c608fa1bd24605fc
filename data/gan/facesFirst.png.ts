import {pickPictures} from "../../models/gan/pictures.js";
import {sheetImages, sheetPng} from "./faceSheet.js";

// The first faces by themselves: a page that shows some of them need not send all.
const images = sheetImages();
const count = Math.min(1000, images.count);
process.stdout.write(
  sheetPng(
    pickPictures(
      images,
      Array.from({length: count}, (_, i) => i)
    )
  )
);
