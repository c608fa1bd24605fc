import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {cellOf, costRows, energyOf, hoursOf, type PublishedFile, tableOf} from "../../../models/gan/published.js";
import {shortRun, smallRun} from "../../../models/gan/recipes.js";
import {discriminatorFlops, flopsAnImage, generatorFlops, trainingCost} from "../../../models/gan/trainingCost.js";

const file: PublishedFile = JSON.parse(readFileSync("data/gan/published.json", "utf8"));
const assumed = {gpuWatts: 300, coreWatts: 15, coreGigaflops: 60, price: 0.3};

test("tables have rows as wide as their columns, ids of their own, and a source", () => {
  assert.equal(new Set(file.tables.map(({id}) => id)).size, file.tables.length);
  for (const {id, columns, rows, source, label} of file.tables) {
    assert.ok(source && label in file.labels, id);
    for (const row of rows) assert.equal(row.length, columns.length, id);
  }
});

test("times are read, and what is none is refused", () => {
  assert.equal(hoursOf("9d 18h"), 234);
  assert.equal(hoursOf("7d 0h"), 168);
  assert.equal(hoursOf("5h"), 5);
  assert.throws(() => hoursOf("soon"), /^RangeError: text is "soon"/);
  assert.throws(() => hoursOf(""), RangeError);
});

test("a cell is found by its row and column, and what is not there is named", () => {
  assert.equal(cellOf(tableOf(file, "stylegan2-energy"), ["entire project"], "MWh"), 131.61);
  assert.throws(() => tableOf(file, "nothing"), /^RangeError: id is "nothing"/);
  assert.throws(() => cellOf(tableOf(file, "stylegan2-energy"), ["x"], "MWh"), /no MWh of x/);
});

test("published trainings take the hours that their sources say", () => {
  const rows = costRows(file, assumed);
  const hours = (name: string) => rows.find((d) => d.name === name)!.hours;
  assert.equal(hours("StyleGAN, faces"), 1264);
  assert.equal(hours("StyleGAN2, faces"), 1872);
  assert.ok(Math.abs(hours("StyleGAN2, the whole project") - 51.05 * 8766) < 1e-6);
  const row = rows.find((d) => d.name === "StyleGAN2, faces")!;
  assert.ok(Math.abs(energyOf(row, assumed) - 561.6) < 1e-9);
  assert.ok(rows.every((d) => d.hours > 0 && Number.isFinite(energyOf(d, assumed))));
});

test("the arithmetic of small networks is what one counts by hand", () => {
  const shape = {latent: 2, style: 3, mapping: 2, channels: [4, 5], classes: [1]};
  const mapping = 2 * (2 * 3 + 3 * 3);
  const first = 2 * 16 * (9 * 4 * 4 + 4 * 12) + 2 * 3 * (4 + 4);
  const second = 2 * 64 * (9 * 4 * 5 + 9 * 5 * 5 + 5 * 12) + 2 * 3 * (4 + 5 + 5);
  assert.equal(generatorFlops(shape), mapping + first + second);
  assert.equal(generatorFlops(shape, 1), mapping + first);
  const judge = {channels: [2, 3, 4] as const, features: 5, classes: [1]};
  const below = 2 * 64 * 9 * 3 * 4 + 2 * 16 * 9 * 4 * 4 + 2 * (64 * 5 + 5);
  assert.equal(discriminatorFlops(judge, 16), 2 * 64 * 9 * 12 * 3 + below);
  assert.equal(discriminatorFlops(judge, 32), 2 * 256 * 9 * (12 * 2 + 2 * 3) + below);
});

test("a training that grows costs less early on, and the cost is in proportion to its steps", () => {
  const {config} = shortRun(1);
  assert.ok(flopsAnImage(config, 2) < flopsAnImage(config) / 2);
  const {images, flops} = trainingCost(config);
  assert.equal(images, 16 * 9000);
  const by = 16 * (3000 * flopsAnImage(config, 2) + 6000 * flopsAnImage(config));
  assert.ok(Math.abs(flops / by - 1) < 1e-12);
  const small = smallRun(1).config;
  assert.equal(trainingCost({...small, steps: 2 * small.steps}).flops, 2 * trainingCost(small).flops);
});
