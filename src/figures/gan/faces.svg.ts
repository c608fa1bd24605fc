import {JSDOM} from "jsdom";
import {faceBytes} from "../../../data/gan/faceArt.js";
import {sheetPng} from "../../../data/gan/faceSheet.js";
import {drawLabels, facesSeed} from "../../../models/gan/faceLabels.js";
import {imagesOf} from "../../../models/gan/images.js";

/** The first faces as a picture: what the contact sheet shows when the page opens. */
const [columns, rows] = [20, 6];
const png = sheetPng(imagesOf(faceBytes(drawLabels(columns * rows, facesSeed), 32), 32), columns);
const {document} = new JSDOM("").window;
const create = (name: string, attributes: Record<string, string | number>) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
};
const side = 54;
const [width, height] = [columns * side, rows * side];
const svg = create("svg", {
  xmlns: "http://www.w3.org/2000/svg",
  role: "img",
  width,
  height,
  viewBox: `0 0 ${width} ${height}`
});
const title = create("title", {});
title.textContent = `The first ${columns * rows} faces`;
const image = create("image", {
  href: `data:image/png;base64,${Buffer.from(png).toString("base64")}`,
  width,
  height,
  style: "image-rendering: pixelated"
});
svg.append(title, image);
process.stdout.write(svg.outerHTML);
