import assert from "node:assert/strict";
import {after, before, test} from "node:test";
import type {Browser, Page} from "playwright-core";
import {openBrowser, openTab, settle, visibleText} from "./browser.js";
import {type SiteServer, serveSite} from "./server.js";

/** The first picture of the value is the built one; what follows the sliders is worked out. */

let browser: Browser;
let site: SiteServer;

before(async () => {
  [browser, site] = await Promise.all([openBrowser(), serveSite()]);
});

after(async () => {
  await browser?.close();
  site?.close();
});

const columns = (page: Page) =>
  page.locator("figure[data-main] canvas").evaluate((canvas) => (canvas as HTMLCanvasElement).width);
const asked = (requests: string[]) => requests.some((url) => /\/_file\/data\/kelly\/surface\./.test(url));

test("the page paints the built surface first, and follows its sliders by the closed form", async () => {
  const {page, record, close} = await openTab(browser);
  try {
    await page.goto(`${site.url}kelly/value.html`);
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
  const {page, record, close} = await openTab(browser);
  try {
    await page.goto(`${site.url}kelly/value.html?edge=0.7`);
    await settle(page);
    assert.equal(await columns(page), 301);
    assert.ok(!asked(record.requests));
  } finally {
    await close();
  }
});

test("without the built surface there is a word, and the picture all the same", async () => {
  const {page, close} = await openTab(browser);
  try {
    await page.route(/\/_file\/data\//, (route) => route.fulfill({status: 404, body: "missing"}));
    await page.goto(`${site.url}kelly/value.html`);
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
