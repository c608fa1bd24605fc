import assert from "node:assert/strict";
import {test} from "node:test";
import * as Plot from "@observablehq/plot";
import {JSDOM} from "jsdom";
import {crowdWords} from "../../components/home/crowd.js";
import {crowdFilm, crowdSide, crowdStill} from "../../components/home/crowdChart.js";
import {outlook} from "../../models/migration/outlook.js";
import {defaults} from "../../models/migration/parameters.js";

test("a film is one war: shares are those of the places, and the seed settles it", () => {
  const film = crowdFilm(1);
  assert.equal(film.share[0], defaults.initialShare);
  assert.equal(film.time.at(-1), 40);
  film.places.forEach((places, i) => {
    assert.equal(places.length, crowdSide ** 2);
    assert.equal(places.filter((place) => place === 1).length / places.length, film.share[i]);
  });
  assert.deepEqual(crowdFilm(1).share, film.share);
  assert.notDeepEqual(crowdFilm(2).share, film.share);
});

test("the band holds the share of wars that it is said to hold", () => {
  const {low, high} = outlook(defaults, {time: 0, share: 0.05, gone: 0, switchingCost: 1});
  // At year 8, where wars differ most; looks are ten a year there and two a year in the band.
  const wars = 200;
  let inside = 0;
  for (let seed = 1; seed <= wars; ++seed) {
    const x = crowdFilm(seed).share[80]!;
    if (x >= low[16]! && x <= high[16]!) ++inside;
  }
  const z = (inside - 0.9 * wars) / Math.sqrt(0.09 * wars);
  assert.ok(Math.abs(z) < 4, `${inside} of ${wars} inside, z = ${z.toFixed(2)}`);
});

test("the still picture is whole at any width, and words tell the end", () => {
  const {document} = new JSDOM("").window;
  for (const width of [200, 1080])
    assert.doesNotMatch(Plot.plot({...crowdStill(width), width, document}).outerHTML, /NaN|undefined/);
  assert.match(crowdWords(crowdFilm(1)), /after \d+\.\d years$/);
  assert.equal(crowdWords({time: [0, 40], share: [0.05, 0.1], places: []}), "after 40 years 10 % have moved");
});
