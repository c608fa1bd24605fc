import assert from "node:assert/strict";
import {describe, test} from "node:test";
import type {Page} from "playwright-core";
import {settle, visibleText} from "./browser.js";
import {builtPages} from "./pages.js";
import {startReader} from "./reader.js";

/** What every notebook has besides: a main chart in words, sliders that are kept in the address, data and sources. */

const reader = startReader();

async function visit(path: string, use: (page: Page) => Promise<void>): Promise<void> {
  const tab = await reader.tab();
  try {
    await tab.page.goto(reader.url + path);
    await settle(tab.page);
    await use(tab.page);
    assert.deepEqual(tab.record.errors, []);
  } finally {
    await tab.close();
  }
}

/** Every address that the selected links lead to, without repetition. */
async function addresses(page: Page, selector: string): Promise<string[]> {
  const all = await page
    .locator(selector)
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  return [...new Set(all)];
}

const notebooks = builtPages().filter(({isNotebook}) => isNotebook);

test("there are notebooks", () => assert.ok(notebooks.length > 0));

for (const {path, html} of notebooks) {
  describe(path, () => {
    test(`${path} has a title, a description, a main chart in words, data and sources`, () =>
      visit(path, async (page) => {
        assert.equal(await page.locator("main h1").count(), 1);
        assert.match(html, /<meta name="description" content="[^"]{20,}">/);
        const main = page.locator("figure[data-main]");
        assert.equal(await main.count(), 1, "one main figure");
        const box = (await main.boundingBox())!;
        assert.ok(box.y < 800, `the main figure begins at ${box.y}, below the fold`);
        assert.ok((await visibleText(main.locator("[data-summary]"))).length > 20, "a summary of the chart");
        for (const [selector, what] of [
          ["[data-downloads] a[download]", "data to download"],
          ["[data-sources] a", "sources"]
        ] as const) {
          const found = await addresses(page, selector);
          assert.ok(found.length > 0, what);
          for (const address of found) {
            const response = await page.request.get(address);
            assert.equal(response.status(), 200, address);
            assert.ok((await response.body()).length > 0, address);
          }
        }
      }));

    test(`${path} keeps its sliders in the address, and takes them from it`, () =>
      visit(path, async (page) => {
        const sliders = page.locator("form[data-controls] input[type=range]");
        const count = await sliders.count();
        assert.ok(count > 0, "sliders");
        for (let i = 0; i < count; ++i) {
          const name = await sliders.nth(i).evaluate((input) => {
            const {labels, ariaLabel} = input as HTMLInputElement;
            return ariaLabel ?? labels?.[0]?.textContent ?? "";
          });
          assert.ok(name.trim(), `slider ${i + 1} has no name`);
        }
        const slider = sliders.first();
        const before = await slider.inputValue();
        await slider.focus();
        const search = new URL(page.url()).search;
        const top = Number(await slider.getAttribute("max"));
        await page.keyboard.press(Number(before) < top ? "ArrowRight" : "ArrowLeft");
        const changed = await slider.inputValue();
        assert.notEqual(changed, before, "a key moves the slider");
        await page.waitForFunction((old) => location.search !== old && location.search !== "", search, {timeout: 5000});
        const address = page.url();
        await visit(address.slice(reader.url.length), async (other) => {
          assert.equal(await other.locator("form[data-controls] input[type=range]").first().inputValue(), changed);
        });
      }));
  });
}
