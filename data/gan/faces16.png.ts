import {halved} from "../../models/gan/images.js";
import {sheetImages, sheetPng} from "./faceSheet.js";

process.stdout.write(sheetPng(halved(sheetImages())));
