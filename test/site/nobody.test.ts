import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {decode} from "fast-png";
import type {BrowserContextOptions, Page} from "playwright-core";
import type {FlagshipFile} from "../../models/gan/files.js";
import {settle, visibleText} from "./browser.js";
import {startReader} from "./reader.js";

/** Somebody who does not exist, as a reader meets them: keys, links, files, no network, less motion. */

const reader = startReader();

const {config}: FlagshipFile = JSON.parse(readFileSync("data/gan/flagship.json", "utf8"));
const still: BrowserContextOptions = {reducedMotion: "reduce"};

const visit = (query: string, use: (page: Page) => Promise<void>, options = still) =>
  reader.visit((page) => open(page, query), use, options);

const summary = (page: Page) => page.locator("figure[data-main] figcaption");

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`${reader.url}gan/nobody.html${query}`);
  await summary(page).filter({hasText: "Face "}).waitFor();
  await settle(page);
}

/** Waits until a face is shown. */
const shown = (page: Page, lineage: string) =>
  summary(page)
    .filter({hasText: `Face ${lineage}. `})
    .waitFor();

const sketch = (page: Page) => visibleText(page.locator(".nobody-words"));

/** The pixels of the face, as one text. */
const pixels = (page: Page) =>
  page.locator("canvas.nobody-face").evaluate((node) => (node as HTMLCanvasElement).toDataURL());

const press = async (page: Page, key: string) => {
  await page.locator(".nobody").focus();
  await page.keyboard.press(key);
};

test("keys lead on, back, to a child, to a mutation and to the list of those kept", () =>
  visit("?face=41", async (page) => {
    const first = await pixels(page);
    await press(page, "ArrowRight");
    await shown(page, "42");
    assert.notEqual(await pixels(page), first);
    await press(page, "ArrowLeft");
    await shown(page, "41");
    assert.equal(await pixels(page), first);
    await press(page, "k");
    await page.getByRole("button", {name: "Kept 1: 41"}).waitFor();
    await press(page, "ArrowRight");
    await shown(page, "42");
    await press(page, "b");
    await shown(page, "b(42,41,1)");
    await press(page, "M");
    await shown(page, "m(b(42,41,1),0.25,1)");
    await page.waitForFunction(() => new URLSearchParams(location.search).get("face")?.startsWith("m(b("));
    // What is kept is there after a reload, and the face as well.
    const [face, text] = [await pixels(page), await sketch(page)];
    await page.reload();
    await shown(page, "m(b(42,41,1),0.25,1)");
    assert.deepEqual([await pixels(page), await sketch(page)], [face, text]);
    await page.getByRole("button", {name: "Kept 1: 41"}).click();
    await shown(page, "41");
  }));

test("the same link is the same person in another browser, another ψ another face", async () => {
  const seen: string[][] = [];
  for (const query of ["?face=b(7,9,2)&psi=0.6", "?face=b(7,9,2)&psi=0.6", "?face=b(7,9,2)&psi=1"])
    await visit(query, async (page) => void seen.push([await pixels(page), await sketch(page)]));
  assert.deepEqual(seen[1], seen[0]);
  assert.notEqual(seen[2]![0], seen[0]![0]);
});

test("a link that names nobody is met with a word and a face", () =>
  visit("?face=m(1", async (page) => {
    await shown(page, "1");
    const message = page.locator("figure[data-main] .message");
    await message.filter({hasText: "The address names no face that could be made"}).waitFor();
    await press(page, "ArrowRight");
    await shown(page, "2");
    assert.equal(await message.textContent(), "");
  }));

test("children and mutations stand beside their parents, and lead on", () =>
  visit("?face=5&mutation=0.5", async (page) => {
    await page.getByRole("button", {name: "Child 3: b(5,6,3)"}).click();
    await shown(page, "b(5,6,3)");
    await page.getByRole("button", {name: "Mutation 2: m(b(5,6,3),0.5,2)"}).click();
    await shown(page, "m(b(5,6,3),0.5,2)");
  }));

test("with the network gone the next faces come all the same", () =>
  visit("?face=100", async (page) => {
    await page.context().setOffline(true);
    for (const face of ["101", "102", "103"]) {
      await press(page, "ArrowRight");
      await shown(page, face);
      assert.ok((await sketch(page)).length > 0);
    }
    await press(page, "b");
    await shown(page, "b(103,102,1)");
    await page.context().setOffline(false);
  }));

test("a picture is large, and the file of a latent makes the face again", () =>
  visit("?face=12&pixels=square", async (page) => {
    const saved = async (act: () => Promise<void>) => {
      const [download] = await Promise.all([page.waitForEvent("download"), act()]);
      return {name: download.suggestedFilename(), bytes: readFileSync(await download.path())};
    };
    const picture = await saved(() => press(page, "d"));
    assert.equal(picture.name, "face-12.png");
    const {width, height} = decode(picture.bytes);
    assert.deepEqual([width, height], [512, 512]);
    const record = await saved(() => page.getByRole("button", {name: "Latent"}).click());
    assert.equal(record.name, "face-12.json");
    const {lineage, psi, latent} = JSON.parse(record.bytes.toString());
    assert.deepEqual([lineage, psi, latent.length], ["12", 0.8, config.generator.latent]);
    const sketched = JSON.parse(record.bytes.toString()).sketch;
    assert.equal(sketched, await sketch(page));
  }));

test("a new face comes by itself after the seconds that are set, quietly, until it is held", () =>
  visit(
    "?face=20&seconds=5",
    async (page) => {
      assert.match(await visibleText(page.locator(".nobody-clock")), /^[1-5] s$/);
      await shown(page, "21");
      assert.equal(await page.locator("figure[data-main] .spoken").textContent(), "");
      await press(page, " ");
      assert.equal(await visibleText(page.locator(".nobody-clock")), "held");
      const held = await summary(page).textContent();
      await page.waitForTimeout(6000);
      assert.equal(await summary(page).textContent(), held);
      // What the reader asks for is said aloud.
      await press(page, "ArrowRight");
      await page.locator("figure[data-main] .spoken").filter({hasText: "Face "}).waitFor({state: "attached"});
    },
    {}
  ));

test("a reader who wants less motion keeps the face until they ask for another", () =>
  visit("?face=30&seconds=5", async (page) => {
    assert.equal(await visibleText(page.locator(".nobody-clock")), "held");
    await page.waitForTimeout(6000);
    await shown(page, "30");
    await press(page, " ");
    await shown(page, "31");
  }));

test("the full screen is entered and left by a key", () =>
  visit("?face=3", async (page) => {
    await press(page, "f");
    await page.waitForFunction(() => document.fullscreenElement?.classList.contains("nobody"));
    await page.keyboard.press("ArrowRight");
    await shown(page, "4");
    await page.keyboard.press("f");
    await page.waitForFunction(() => !document.fullscreenElement);
  }));
