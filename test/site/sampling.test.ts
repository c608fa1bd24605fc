import assert from "node:assert/strict";
import {after, before, test} from "node:test";
import type {Browser, Locator, Page} from "playwright-core";
import {openBrowser, openTab, settle, visibleText} from "./browser.js";
import {type SiteServer, serveSite} from "./server.js";

/** The page on sampling as its reader meets it: faces that appear, seeds, classes, ψ, mixing, a way, coordinates. */

let browser: Browser;
let site: SiteServer;

before(async () => {
  [browser, site] = await Promise.all([openBrowser(), serveSite()]);
});

after(async () => {
  await browser?.close();
  site?.close();
});

async function visit(
  query: string,
  use: (page: Page) => Promise<void>,
  reducedMotion: "reduce" | "no-preference" = "reduce"
): Promise<void> {
  const tab = await openTab(browser, {reducedMotion});
  try {
    await tab.page.goto(`${site.url}gan/sampling.html${query}`);
    await settle(tab.page);
    await drawn(tab.page.locator(".faces-grid canvas").last());
    await use(tab.page);
    assert.deepEqual(tab.record.errors, []);
  } finally {
    await tab.close();
  }
}

/** The bytes of a canvas, as a text. */
const pixels = (canvas: Locator) =>
  canvas.evaluate((node) => {
    const {width, height} = node as HTMLCanvasElement;
    return [...(node as HTMLCanvasElement).getContext("2d")!.getImageData(0, 0, width, height).data].join();
  });

/** Waits until something has been painted, and painted otherwise than `before`. */
async function drawn(canvas: Locator, before = ""): Promise<string> {
  for (let i = 0; i < 200; ++i) {
    const now = await pixels(canvas);
    if (/[1-9]/.test(now) && now !== before) return now;
    await canvas.page().waitForTimeout(50);
  }
  throw new Error("nothing was painted");
}

const large = (page: Page) => page.locator(".sampling-picked canvas");
const faces = (page: Page) => page.locator(".faces-grid button");
const slider = (page: Page) => page.getByRole("slider", {name: "Truncation ψ"});
const summary = (page: Page) => visibleText(page.locator("figure[data-main] figcaption"));

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
  visit("?psi=0&noise=off&hair=3&hairColor=4&eyes=0&mouth=0", async (page) => {
    const selects = page.locator(".sampling-classes select");
    for (const select of await selects.all()) if ((await select.inputValue()) === "") await select.selectOption("0");
    const first = await drawn(faces(page).nth(0).locator("canvas"));
    await page.waitForFunction(() => {
      const all = [...document.querySelectorAll<HTMLCanvasElement>(".faces-grid canvas")].map((canvas) =>
        canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height).data.join()
      );
      return new Set(all).size === 1;
    });
    assert.match(await summary(page), /ψ = 0\.00: every face is the mean face/);
    await slider(page).fill("1");
    await drawn(faces(page).nth(0).locator("canvas"), first);
    await page.waitForFunction(() => {
      const all = [...document.querySelectorAll<HTMLCanvasElement>(".faces-grid canvas")].map((canvas) =>
        canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height).data.join()
      );
      return new Set(all).size === all.length;
    });
  }));

test("a face is picked by the keyboard, and ψ in the row below", () =>
  visit("", async (page) => {
    const before = await drawn(large(page));
    await faces(page).first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
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

test("what is asked for is what the classifier reads, for the most part", () =>
  visit("?psi=0.5", async (page) => {
    await page.getByRole("button", {name: "Read its labels"}).click();
    const said = page.locator(".sampling-picked [role=status]");
    await page.waitForFunction(() =>
      /The classifier reads hair: .* of \d as asked for/.test(
        document.querySelector(".sampling-picked [role=status]")!.textContent!
      )
    );
    assert.doesNotMatch(await visibleText(said), /undefined|NaN/);
  }));

test("styles are crossed over by layers: all of them make the column’s face of each", () =>
  visit("?noise=off", async (page) => {
    const figure = page.getByRole("figure", {name: "Styles crossed over"});
    await figure.scrollIntoViewIfNeeded();
    const cells = figure.locator("canvas");
    // Six sources above, then rows of a source and six crosses.
    await drawn(cells.last());
    for (const box of await figure.getByRole("checkbox").all()) await box.check();
    await page.waitForFunction(() => /layers=1+(&|$)/.test(location.search));
    await page.waitForFunction(() => {
      const all = [...document.querySelectorAll<HTMLCanvasElement>(".mixing-grid canvas")].map((canvas) =>
        canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height).data.join()
      );
      return all[0] === all[7] && all[5] === all[12] && all[0] === all[14];
    });
    const [source] = [await pixels(cells.nth(6))];
    for (const box of await figure.getByRole("checkbox").all()) await box.uncheck();
    await page.waitForFunction(() => /layers=0+(&|$)/.test(location.search));
    await page.waitForFunction(() => {
      const all = [...document.querySelectorAll<HTMLCanvasElement>(".mixing-grid canvas")].map((canvas) =>
        canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height).data.join()
      );
      return all[6] === all[7] && all[6] === all[12];
    });
    assert.equal(await pixels(cells.nth(6)), source);
  }));

test("a way rests where motion is not welcome, and is played by hand", () =>
  visit("?way=circle", async (page) => {
    const figure = page.getByRole("figure", {name: "Faces turning into faces"});
    await figure.scrollIntoViewIfNeeded();
    const canvas = figure.locator("canvas").first();
    const still = await drawn(canvas);
    await page.waitForTimeout(300);
    assert.equal(await pixels(canvas), still);
    await figure.getByRole("button", {name: "Play"}).click();
    await drawn(canvas, still);
    await figure.getByRole("button", {name: "Pause"}).click();
    await figure.getByRole("slider", {name: "Place on the way"}).fill("0");
    await page.waitForTimeout(300);
    assert.equal(await pixels(canvas), still);
  }));

test("a way plays by itself where motion is welcome", () =>
  visit(
    "",
    async (page) => {
      const figure = page.getByRole("figure", {name: "Faces turning into faces"});
      await figure.scrollIntoViewIfNeeded();
      const canvas = figure.locator("canvas").first();
      await drawn(canvas, await drawn(canvas));
      await figure.getByRole("button", {name: "Pause"}).click();
    },
    "no-preference"
  ));

test("coordinates change the picked face, and reset brings it back", () =>
  visit("?noise=off", async (page) => {
    const figure = page.getByRole("figure", {name: "A face by its coordinates"});
    await figure.scrollIntoViewIfNeeded();
    const canvas = figure.locator("canvas").first();
    const before = await drawn(canvas);
    assert.equal(before, await pixels(large(page)));
    await figure.getByRole("slider", {name: "Direction 1, in standard deviations"}).fill("3");
    const moved = await drawn(canvas, before);
    await page.waitForTimeout(200);
    // The far end of the first direction stands beside its slider.
    assert.equal(await pixels(canvas), await pixels(figure.locator("canvas").nth(2)));
    await figure.getByRole("button", {name: "Reset"}).click();
    await drawn(canvas, moved);
    await page.waitForTimeout(200);
    assert.equal(await pixels(canvas), before);
    await figure.locator("summary").click();
    await figure.getByRole("slider", {name: "Number 5 of the latent", exact: true}).fill("3");
    await drawn(canvas, before);
  }));

test("if the worker fails, or the weights are not there, the page stays calm", async () => {
  for (const path of [/forge\.worker.*\.js/, /flagship.*\.bin/]) {
    const tab = await openTab(browser);
    try {
      await tab.page.route(path, (route) => route.fulfill({status: 404, body: "missing"}));
      await tab.page.goto(`${site.url}gan/sampling.html`);
      const message = tab.page.locator("figure[data-main][data-state=error] .message");
      await message.waitFor({state: "visible", timeout: 10_000});
      assert.match(await visibleText(message), /could not be made here/);
    } finally {
      await tab.close();
    }
  }
});
