import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {axis, costOptions, energyText, priceText} from "../../../components/gan/costChart.js";
import {dataSizeOptions} from "../../../components/gan/dataSizeChart.js";
import {cellText} from "../../../components/gan/publishedTables.js";
import {costRows, energyOf, type PublishedFile, tableOf} from "../../../models/gan/published.js";
import {plotText} from "../kelly/plotText.js";

const file: PublishedFile = JSON.parse(readFileSync("data/gan/published.json", "utf8"));
const least = {gpuWatts: 100, coreWatts: 2, coreGigaflops: 150, price: 0.05};
const most = {gpuWatts: 400, coreWatts: 60, coreGigaflops: 5, price: 0.6};

test("the costs are drawn with every training named, at both ends of the sliders and in both widths", () => {
  for (const assumed of [least, most])
    for (const width of [330, 1080]) {
      const rows = costRows(file, assumed).map((row) => ({...row, energy: energyOf(row, assumed)}));
      const svg = plotText(costOptions({rows, price: assumed.price}, width), width, 400);
      assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
      for (const {name, energy} of rows) {
        assert.ok(svg.includes(name), name);
        assert.ok(energy > axis[0] && energy < axis[1], `${name} leaves the axis: ${energy}`);
      }
    }
});

test("FID over the number of pictures is drawn from the published table", () => {
  const points = tableOf(file, "diffaugment-size").rows.map(([dataset, n, method, fid]) => ({
    dataset: String(dataset),
    n: Number(n),
    method: String(method),
    fid: Number(fid)
  }));
  for (const width of [330, 1080]) {
    const svg = plotText(dataSizeOptions(points, width), width, 300);
    assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
    assert.ok(svg.includes("FFHQ") && svg.includes("LSUN Cat") && svg.includes("DiffAugment"));
  }
});

test("energies, prices and cells are short", () => {
  assert.equal(energyText(0.0251), "25 Wh");
  assert.equal(energyText(561.6), "562 kWh");
  assert.equal(energyText(134_250), "134 MWh");
  assert.equal(priceText(0.0074), "0.74 ¢");
  assert.equal(priceText(40_275), "$40,300");
  assert.equal(cellText(null), "–");
  assert.equal(cellText([320, 194]), "320, 194");
  assert.equal(cellText(true), "yes");
});

test("the watts that the page names give the energies that the source measured", () => {
  const of = (name: string, gpuWatts: number) =>
    energyOf(costRows(file, {...least, gpuWatts}).find((row) => row.name === name)!, {...least, gpuWatts}) / 1000;
  const page = readFileSync("src/gan/published.md", "utf8");
  const [, one, project] = /slider at (\d+) W the chart comes to the one, at (\d+) W to the other/.exec(page)!;
  assert.equal(of("StyleGAN2, faces", Number(one)).toFixed(2), "0.68");
  assert.ok(Math.abs(of("StyleGAN2, the whole project", Number(project)) / 131.61 - 1) < 0.002);
});

test("the notes of the tables speak to readers, not to editors", () => {
  for (const {note = ""} of file.tables)
    assert.doesNotMatch(note, /re-?check|verify|before (publishing|showing)|use it to|prefer|overlay|testable/i);
});
