import assert from "node:assert/strict";
import {test} from "node:test";
import type {Locator, Page} from "playwright-core";
import {visibleText} from "./browser.js";
import {startReader} from "./reader.js";

/** The page on sampling as its reader meets it: faces that appear, seeds, classes, ψ, mixing, a way, coordinates. */

const reader = startReader();

/** The bytes of canvases, each as a text. */
const pixels = (canvases: Locator) =>
  canvases.evaluateAll((nodes) =>
    nodes.map((node) => {
      const {width, height} = node as HTMLCanvasElement;
      return (node as HTMLCanvasElement).getContext("2d")!.getImageData(0, 0, width, height).data.join();
    })
  );

/** Waits until canvases look as they should, and gives their bytes. */
async function until(canvases: Locator, sound: (faces: string[]) => boolean): Promise<string[]> {
  for (let i = 0; i < 300; ++i) {
    const faces = await pixels(canvases);
    if (faces.length > 0 && faces.every((face) => /[1-9]/.test(face)) && sound(faces)) return faces;
    await canvases.page().waitForTimeout(50);
  }
  throw new Error("the faces have not become what they should be");
}

const drawn = async (canvas: Locator, before = "") => (await until(canvas, ([face]) => face !== before))[0]!;

const visit = reader.page("gan/sampling.html", (page) => until(page.locator(".faces-grid canvas"), () => true));

const large = (page: Page) => page.locator(".sampling-picked canvas");
const faces = (page: Page) => page.locator(".faces-grid button");
const slider = (page: Page) => page.getByRole("slider", {name: "Truncation ψ"});
const summary = (page: Page) => visibleText(page.locator("figure[data-main] figcaption"));
const figure = async (page: Page, name: string) => {
  const found = page.getByRole("figure", {name});
  await found.scrollIntoViewIfNeeded();
  return found;
};

test("a link is a face: the same pixels again, others for another seed", async () => {
  const seen: string[] = [];
  for (const query of ["?face=alpha&psi=1", "?psi=1&face=alpha&grid=9", "?face=beta&psi=1"])
    await visit(query, async (page) => {
      seen.push(await drawn(large(page)));
    });
  assert.equal(seen[0], seen[1]);
  assert.notEqual(seen[0], seen[2]);
});

test("at ψ = 0 all faces of one class are one face", () =>
  visit("?psi=0&noise=off", async (page) => {
    for (const select of await page.locator(".sampling-classes select").all()) await select.selectOption("1");
    const canvases = page.locator(".faces-grid canvas");
    await until(canvases, (all) => new Set(all).size === 1);
    assert.match(await summary(page), /ψ = 0\.00: every face is the mean face/);
    await slider(page).fill("1");
    await until(canvases, (all) => new Set(all).size === all.length);
  }));

test("a face is picked by the keyboard, and ψ in the row below", () =>
  visit("", async (page) => {
    const before = await drawn(large(page));
    await faces(page).first().focus();
    for (const key of ["ArrowRight", "ArrowDown", "Enter"]) await page.keyboard.press(key);
    assert.equal(await faces(page).nth(9).getAttribute("aria-pressed"), "true");
    await drawn(large(page), before);
    await page.waitForFunction(() => location.search.includes("face=1-10"));
    assert.match(await summary(page), /seed 1-10:/);
    await page.getByRole("button", {name: "ψ = −1.0"}).click();
    assert.equal(await slider(page).inputValue(), "-1");
    assert.match(await summary(page), /ψ = −1\.00/);
    await page.getByRole("button", {name: "New faces"}).click();
    await page.waitForFunction(() => /grid=\d+/.test(location.search) && !location.search.includes("face="));
    assert.equal(await faces(page).first().getAttribute("aria-pressed"), "true");
  }));

test("the classifier reads labels off the picked face when it is asked", () =>
  visit("?psi=0.5", async (page) => {
    await page.getByRole("button", {name: "Read its labels"}).click();
    const said = page.locator(".sampling-picked [role=status]", {
      hasText: /The classifier reads hair: .* as asked for/
    });
    await said.waitFor({timeout: 15_000});
    assert.doesNotMatch(await visibleText(said), /undefined|NaN/);
  }));

test("styles are crossed over by layers: all of them make the face above, none the face beside", () =>
  visit("?noise=off", async (page) => {
    const frame = await figure(page, "Styles crossed over");
    // Six sources above, then rows of a source and six crosses.
    const canvases = frame.locator("canvas");
    await until(canvases, () => true);
    for (const box of await frame.getByRole("checkbox").all()) await box.check();
    await page.waitForFunction(() => /layers=1+(&|$)/.test(location.search));
    await until(canvases, (all) => all[0] === all[7] && all[5] === all[12] && all[0] === all[14]);
    for (const box of await frame.getByRole("checkbox").all()) await box.uncheck();
    await page.waitForFunction(() => /layers=0+(&|$)/.test(location.search));
    await until(canvases, (all) => all[6] === all[7] && all[6] === all[12] && all[13] === all[14]);
  }));

test("a way rests where motion is not welcome, and is played by hand", () =>
  visit("?way=circle", async (page) => {
    const frame = await figure(page, "Faces turning into faces");
    const canvas = frame.locator("canvas").first();
    const still = await drawn(canvas);
    await page.waitForTimeout(300);
    assert.equal(await drawn(canvas), still);
    await frame.getByRole("button", {name: "Play"}).click();
    await drawn(canvas, still);
    await frame.getByRole("button", {name: "Pause"}).click();
    await frame.getByRole("slider", {name: "Place on the way"}).fill("0");
    await until(canvas, ([face]) => face === still);
  }));

test("a way plays by itself where motion is welcome", () =>
  visit(
    "",
    async (page) => {
      const frame = await figure(page, "Faces turning into faces");
      const canvas = frame.locator("canvas").first();
      await drawn(canvas, await drawn(canvas));
      await frame.getByRole("button", {name: "Pause"}).click();
    },
    "no-preference"
  ));

test("coordinates change the picked face, and reset brings it back", () =>
  visit("?noise=off", async (page) => {
    const frame = await figure(page, "A face by its coordinates");
    const canvases = frame.locator("canvas");
    const before = await drawn(canvases.first());
    assert.equal(before, await drawn(large(page)));
    await frame.getByRole("slider", {name: "Direction 1, in standard deviations"}).fill("3");
    // The far end of the first direction stands beside its slider.
    await until(canvases, (all) => all[0] === all[2] && all[0] !== before);
    await frame.getByRole("button", {name: "Reset"}).click();
    await until(canvases, (all) => all[0] === before);
    await frame.locator("summary").click();
    await frame.getByRole("slider", {name: "Number 5 of the latent", exact: true}).fill("3");
    await drawn(canvases.first(), before);
  }));

test("if the worker fails, or the weights are not there, the page stays calm", async () => {
  for (const path of [/forge\.worker.*\.js/, /flagship.*\.bin/]) {
    const tab = await reader.tab();
    try {
      await tab.page.route(path, (route) => route.fulfill({status: 404, body: "missing"}));
      await tab.page.goto(`${reader.url}gan/sampling.html`);
      const message = tab.page.locator("figure[data-main][data-state=error] .message");
      await message.waitFor({state: "visible", timeout: 15_000});
      assert.match(await visibleText(message), /could not be made here/);
    } finally {
      await tab.close();
    }
  }
});
