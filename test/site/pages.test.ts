import assert from "node:assert/strict";
import {describe, test} from "node:test";
import {AxeBuilder} from "@axe-core/playwright";
import type {Page} from "playwright-core";
import {layoutShifts, settle, visibleText} from "./browser.js";
import {type BuiltPage, builtPages} from "./pages.js";
import {startReader} from "./reader.js";

/** What every page of the site has to be: whole, accessible, still, at home on its own host. */

const reader = startReader();

/** What axe finds, a line for each place. */
async function accessibilityFaults(page: Page): Promise<string[]> {
  const {violations} = await new AxeBuilder({page}).analyze();
  return violations.flatMap(({id, help, nodes}) =>
    nodes.map(({html, failureSummary}) => `${id}: ${help}\n  ${html}\n  ${failureSummary?.replaceAll("\n", "\n  ")}`)
  );
}

const views = [
  {name: "at 1280 pixels", viewport: {width: 1280, height: 800}, first: "light", second: "dark"},
  {name: "on a phone", viewport: {width: 390, height: 844}, first: "dark", second: "light"}
] as const;

const pages = builtPages();

test("there are pages to test", () => assert.ok(pages.length > 0));

function testPage({path, html, data, isNotebook}: BuiltPage): void {
  describe(path, () => {
    for (const {name, viewport, first, second} of views) {
      test(`${path} works ${name}, ${first} and ${second}`, async () => {
        const tab = await reader.tab({viewport, colorScheme: first, reducedMotion: "reduce"});
        const {page, record} = tab;
        try {
          await page.goto(reader.url + path);
          await settle(page);
          const {shift, sources} = await layoutShifts(page);
          assert.ok(shift <= 0.001, `things move by ${shift} after the first paint: ${sources.join(", ")}`);
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(width <= viewport.width, `the page is ${width} pixels wide`);
          const moving = await page.evaluate(() =>
            document.getAnimations().map((animation) => String(animation.playState))
          );
          assert.deepEqual(
            moving.filter((state) => state === "running"),
            [],
            "motion, though the reader asked for none"
          );
          assert.deepEqual(await accessibilityFaults(page), [], first);
          await page.emulateMedia({colorScheme: second});
          await settle(page);
          assert.deepEqual(await accessibilityFaults(page), [], second);
          const elsewhere = record.requests.filter((url) => !url.startsWith(reader.url) && !/^(data|blob):/.test(url));
          assert.deepEqual(elsewhere, [], "requests that leave the site");
          assert.deepEqual(record.errors, []);
        } finally {
          await tab.close();
        }
      });
    }

    test(`${path} keeps still and fits at other widths`, async () => {
      for (const width of [320, 700, 1024, 1440]) {
        const tab = await reader.tab({viewport: {width, height: 800}, reducedMotion: "reduce"});
        const {page} = tab;
        try {
          await page.goto(reader.url + path);
          await settle(page);
          const {shift, sources} = await layoutShifts(page);
          assert.ok(shift <= 0.001, `at ${width} pixels things move by ${shift}: ${sources.join(", ")}`);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(wide <= width, `at ${width} pixels the page is ${wide} wide`);
        } finally {
          await tab.close();
        }
      }
    });

    test(`${path} can be read without scripts`, async () => {
      const tab = await reader.tab({javaScriptEnabled: false});
      try {
        await tab.page.goto(reader.url + path);
        assert.ok(await visibleText(tab.page.locator("main h1")), "a title");
        const text = await visibleText(tab.page.locator("main"));
        assert.ok(text.length > 200, `only ${text.length} characters are left: ${text}`);
        const pictures = tab.page.locator("main img, main svg");
        if (isNotebook) {
          assert.ok((await pictures.count()) > 0, "a still picture of the main chart");
          assert.ok(await pictures.first().isVisible(), "the still picture can be seen");
        }
        assert.deepEqual(tab.record.errors, []);
      } finally {
        await tab.close();
      }
    });

    if (data.length > 0) {
      const faults = [
        {name: "is missing", reply: {status: 404, body: "missing"}},
        {name: "is malformed", reply: {status: 200, contentType: "application/json", body: "{"}}
      ];
      for (const {name, reply} of faults)
        test(`${path} stays calm when its data ${name}`, async () => {
          const tab = await reader.tab();
          const {page} = tab;
          try {
            await page.route(/\/_file\/data\//, (route) => route.fulfill(reply));
            await page.goto(reader.url + path);
            // What is far down may ask for its data only when it comes near the screen.
            await page.locator("main figure").last().scrollIntoViewIfNeeded();
            const message = page.locator(`[data-state="error"]`).first();
            await message.waitFor({state: "visible", timeout: 10_000});
            await settle(page);
            // A figure that has neither a picture nor a table says why.
            const figures = page.locator("main figure");
            for (let i = 0; i < (await figures.count()); ++i) {
              const figure = figures.nth(i);
              // Charts out of sight are drawn when they come into it.
              await figure.evaluate((node) => node.scrollIntoView());
              await settle(page);
              if ((await figure.locator("svg, canvas, table, li").count()) > 0) continue;
              const name = await figure.getAttribute("aria-label");
              const words = figure.locator(".message");
              assert.ok(await words.isVisible(), `“${name}” is empty, without a message`);
              assert.ok((await visibleText(words)).length > 20, `“${name}” is empty, without a message`);
            }
            assert.ok(await visibleText(page.locator("main h1")), "the title is still there");
            const text = await visibleText(page.locator("main"));
            assert.ok(text.length > 200, "the text is still there");
            assert.doesNotMatch(text, /SyntaxError|TypeError|RuntimeError|undefined is not|NaN/);
          } finally {
            await tab.close();
          }
        });
    }

    test(`${path} says in its head what it is`, () => {
      assert.match(html, /<meta property="og:title" content="[^"]+">/);
      assert.match(html, /<meta property="og:description" content="[^"]{20,}">/);
    });
  });
}

describe("every page", {concurrency: 2}, () => {
  for (const page of pages) testPage(page);
});
