import assert from "node:assert/strict";
import {test} from "node:test";
import {settle, visibleText} from "./browser.js";
import {startReader} from "./reader.js";

/** The game in whole cents is solved in a worker, and overtaken requests do not come back. */

const reader = startReader();

test("cents are solved in the background, and the last game asked for is the one shown", async () => {
  const {page, record, close} = await reader.tab();
  await page.goto(`${reader.url}kelly/pennies.html?unit=0.01&wealth=0.05`);
  await settle(page);
  const summary = page.locator("figure[data-main] [data-summary]");
  await summary.filter({hasText: "$107.59 in whole cents"}).waitFor();
  assert.equal(page.workers().length, 1);
  const rounds = page.getByLabel("Flips left", {exact: true});
  await rounds.focus();
  for (let i = 0; i < 12; ++i) await page.keyboard.press("ArrowLeft");
  await summary.filter({hasText: "and 288 flips left"}).waitFor();
  await page.locator("figure[data-main] progress[hidden]").waitFor({state: "attached"});
  assert.match(await visibleText(summary), /and 288 flips left/);
  // Back to whole dollars: answered at once, and no late answer in cents replaces it.
  await rounds.press("ArrowRight");
  await page.getByLabel("$1", {exact: true}).check();
  await summary.filter({hasText: "there is nothing to stake"}).waitFor();
  await page.waitForTimeout(1000);
  assert.match(await visibleText(summary), /less than one unit of \$1/);
  assert.deepEqual(record.errors, []);
  await close();
});
