import assert from "node:assert/strict";
import {test} from "node:test";
import type {Page} from "playwright-core";
import {settle, visibleText} from "./browser.js";
import {startReader} from "./reader.js";

/** The first picture of the value is the built one; what follows the sliders is worked out. */

const reader = startReader();

const columns = (page: Page) =>
  page.locator("figure[data-main] canvas").evaluate((canvas) => (canvas as HTMLCanvasElement).width);
const asked = (requests: string[]) => requests.some((url) => /\/_file\/data\/kelly\/surface\./.test(url));

test("the page paints the built surface first, and follows its sliders by the closed form", async () => {
  const {page, record, close} = await reader.tab();
  try {
    await page.goto(`${reader.url}kelly/value.html`);
    await settle(page);
    assert.ok(asked(record.requests));
    assert.equal(await columns(page), 151);
    await page.getByLabel("Wealth", {exact: true}).focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(
      () => document.querySelector<HTMLCanvasElement>("figure[data-main] canvas")!.width === 301
    );
    assert.deepEqual(record.errors, []);
  } finally {
    await close();
  }
});

test("a link to another game is worked out at once", async () => {
  const {page, record, close} = await reader.tab();
  try {
    await page.goto(`${reader.url}kelly/value.html?edge=0.7`);
    await settle(page);
    assert.equal(await columns(page), 301);
    assert.ok(!asked(record.requests));
  } finally {
    await close();
  }
});

test("without the built surface there is a word, and the picture all the same", async () => {
  const {page, close} = await reader.tab();
  try {
    await page.route(/\/_file\/data\//, (route) => route.fulfill({status: 404, body: "missing"}));
    await page.goto(`${reader.url}kelly/value.html`);
    const figure = page.locator("figure[data-main]");
    await figure.and(page.locator("[data-state=error]")).waitFor();
    assert.match(await visibleText(figure.locator(".message")), /could not be read; this one was made here/);
    assert.equal(await columns(page), 301);
    await page.getByLabel("Edge", {exact: true}).focus();
    await page.keyboard.press("ArrowRight");
    await figure.and(page.locator("[data-state=ready]")).waitFor();
  } finally {
    await close();
  }
});
