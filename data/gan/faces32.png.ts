import {sheetImages, sheetPng} from "./faceSheet.js";

process.stdout.write(sheetPng(sheetImages()));
