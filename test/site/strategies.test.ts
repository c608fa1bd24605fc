import assert from "node:assert/strict";
import {test} from "node:test";
import type {Page} from "playwright-core";
import {settle, visibleText} from "./browser.js";
import {startReader} from "./reader.js";

/** The page on strategies draws what it has, and says what it has not. */

const reader = startReader();

const ends = (page: Page) => page.getByRole("figure", {name: "Where games end"});
const own = (page: Page) => page.getByRole("figure", {name: "Your rule among the others"});

/** The figures that neither draw anything nor say why. */
const silent = (page: Page) =>
  page.locator("main figure").evaluateAll((figures) =>
    figures
      .filter((figure) => !figure.querySelector("svg, canvas"))
      .filter((figure) => {
        const message = figure.querySelector(".message");
        return !(message?.checkVisibility() && message.textContent.trim());
      })
      .map((figure) => figure.getAttribute("aria-label"))
  );

test("a link to another game says what it is waiting for, and draws what it has", async () => {
  const {page, record, close} = await reader.tab();
  try {
    await page.goto(`${reader.url}kelly/strategies.html?edge=0.95&rounds=500&wealth=0.5&fraction=1`);
    await page.locator("figure[data-main] svg").waitFor();
    assert.deepEqual(await silent(page), []);
    await settle(page);
    await ends(page).locator("progress[hidden]").waitFor({state: "attached", timeout: 60_000});
    for (const figure of [ends(page), own(page)]) {
      await figure.scrollIntoViewIfNeeded();
      await figure.locator("svg").first().waitFor();
      assert.equal(await figure.getAttribute("data-state"), "ready");
    }
    await ends(page).scrollIntoViewIfNeeded();
    await ends(page).getByText("being worked out").waitFor({state: "detached"});
    assert.deepEqual(record.errors, []);
  } finally {
    await close();
  }
});

test("a fraction in the address is scored in the default game as well", async () => {
  const {page, close} = await reader.tab();
  try {
    await page.goto(`${reader.url}kelly/strategies.html?fraction=0.3`);
    await ends(page).getByText("30 % every time, stopping").waitFor();
    await ends(page).locator("progress[hidden]").waitFor({state: "attached"});
    await ends(page).scrollIntoViewIfNeeded();
    await ends(page).getByText("being worked out").waitFor({state: "detached"});
  } finally {
    await close();
  }
});

for (const name of ["humans", "outcomes", "strategies"])
  for (const [what, reply] of [
    ["missing", {status: 404, body: "missing"}],
    ["of another shape", {status: 200, contentType: "application/json", body: `{"rows": [], "bust": null}`}]
  ] as const)
    test(`no figure is empty without a word when ${name}.json is ${what}, and a rule is scored all the same`, async () => {
      const {page, close} = await reader.tab();
      try {
        await page.route(new RegExp(`/_file/data/kelly/${name}\\.`), (route) => route.fulfill(reply));
        await page.goto(`${reader.url}kelly/strategies.html?rule=0.1+w`);
        await page.getByText("Scored: your rule expects").waitFor({timeout: 60_000});
        assert.deepEqual(await silent(page), []);
        assert.equal(await own(page).getAttribute("data-state"), "ready");
        const said = await visibleText(own(page).locator("[data-summary]"));
        assert.match(said, /Over 300 flips your rule expects/);
        assert.equal(/could not be read/.test(said), name !== "strategies");
        if (name === "humans") assert.equal(await ends(page).getAttribute("data-state"), "ready");
      } finally {
        await close();
      }
    });
