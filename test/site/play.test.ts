import assert from "node:assert/strict";
import {test} from "node:test";
import type {Page} from "playwright-core";
import {settle, visibleText} from "./browser.js";
import {startReader} from "./reader.js";

/** The game as its player meets it: keys, bad stakes, a reload, a link. */

const reader = startReader();

const visit = (query: string, use: (page: Page) => Promise<void>) => reader.visit((page) => open(page, query), use);

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`${reader.url}kelly/play.html${query}`);
  await settle(page);
  await page.locator(".play-panel").waitFor();
}

const key = (page: Page) => visibleText(page.locator("figure[data-main] .key"));

test("a game is played by the keyboard, and survives a reload", () =>
  visit("?seed=reload&rounds=40", async (page) => {
    const stake = page.getByLabel("Stake in dollars");
    await stake.fill("5");
    await stake.press("Enter");
    await page.keyboard.press("h");
    await page.keyboard.press("t");
    const before = await key(page);
    assert.match(before, /28 flips left/);
    await page.reload();
    await settle(page);
    await page.locator(".play-said", {hasText: "Going on after 12 flips"}).waitFor();
    assert.equal(await key(page), before);
    await stake.focus();
    await page.keyboard.press("r");
    assert.match(await key(page), /at the end/);
    // Keys pressed on after the end start nothing.
    await page.keyboard.press("Enter");
    assert.match(await key(page), /at the end/);
  }));

test("a stake that is none gets a word at the box, and nothing is lost", () =>
  visit("?seed=bad", async (page) => {
    const stake = page.getByLabel("Stake in dollars");
    for (const text of ["30", "-1", "ten", "1.234", ""]) {
      await stake.fill(text);
      await stake.press("Enter");
      assert.equal(await stake.getAttribute("aria-invalid"), "true", text);
      assert.notEqual(await visibleText(page.locator(".play-word [role=alert]")), "", text);
      assert.equal(await stake.inputValue(), text);
      assert.match(await key(page), /\$25\.00.*300 flips left/s);
    }
    await stake.fill("20%");
    assert.equal(await stake.getAttribute("aria-invalid"), null);
    await stake.press("Enter");
    assert.match(await key(page), /\$(30|20)\.00.*299 flips left/s);
  }));

test("the adviser names the best stakes and the price of another", () =>
  visit("?seed=word&adviser=on", async (page) => {
    await page.getByLabel("Stake in dollars").fill("10");
    const word = await visibleText(page.locator(".play-word"));
    assert.match(
      word,
      /^Best: anything from \$0\.40 to \$4\.37\. A stake of \$10\.00 costs \$0\.\d\d: \$246\.61 becomes/
    );
  }));

test("a link holds the whole game; one that makes no sense is met with a word", () =>
  visit("?seed=link&rounds=25", async (page) => {
    await page.getByLabel("Stake in dollars").fill("2.5");
    await page.getByRole("button", {name: "Play out"}).click();
    await page.getByRole("button", {name: "Copy link"}).click();
    await page.waitForFunction(() => location.hash.startsWith("#stakes="));
    const [end, address] = [await key(page), page.url()];
    const other = await reader.tab();
    await other.page.goto(address);
    await settle(other.page);
    await other.page.locator(".play-said", {hasText: "Going on after"}).waitFor();
    assert.equal(await key(other.page), end);
    await other.close();
    const broken = await reader.tab();
    await open(broken.page, "?seed=link&rounds=25#stakes=!!");
    await broken.page.locator(".play-said", {hasText: "do not make a game"}).waitFor();
    assert.match(await key(broken.page), /25 flips left/);
    await broken.close();
  }));

test("stakes in the address speak for the game they were made in, and for no other", () =>
  visit("?seed=abc", async (page) => {
    await page.getByLabel("Stake in dollars").focus();
    await page.getByRole("button", {name: /10 flips/}).click();
    await page.getByRole("button", {name: "Copy link"}).click();
    await page.waitForFunction(() => location.hash.startsWith("#stakes="));
    const edge = page.getByLabel("Edge", {exact: true});
    await edge.focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => location.search.includes("edge="));
    assert.equal(new URL(page.url()).hash, "");
    await page.reload();
    await settle(page);
    assert.match(await key(page), /\$25\.00.*300 flips left/s);
    await edge.focus();
    await page.keyboard.press("ArrowLeft");
    await page.locator("figure[data-main] .key", {hasText: "290 flips left"}).waitFor();
  }));

test("a game that was sent is still there when a slider was moved and moved back", () =>
  visit("?seed=sent&rounds=20#stakes=555", async (page) => {
    assert.match(await key(page), /17 flips left/);
    const edge = page.getByLabel("Edge", {exact: true});
    await edge.focus();
    await page.keyboard.press("ArrowRight");
    await page.locator("figure[data-main] .key", {hasText: "20 flips left"}).waitFor();
    await page.keyboard.press("ArrowLeft");
    await page.locator("figure[data-main] .key", {hasText: "17 flips left"}).waitFor();
  }));

test("a game that was kept badly is forgotten with a word, whether it is opened or dealt", async () => {
  const tab = await reader.tab();
  const {page} = tab;
  try {
    await open(page, "?seed=other");
    await page.evaluate(() => {
      const bad = JSON.stringify([0.6, 250, 300, 25, "yy"]);
      localStorage.setItem("three-games/kelly/play", JSON.stringify([[bad, "~~"]]));
    });
    const seed = page.getByLabel("Seed");
    await seed.fill("yy");
    await seed.press("Enter");
    const said = page.locator(".play-said");
    await said.filter({hasText: "The game kept in this browser could not be read"}).waitFor();
    await page.waitForFunction(() => location.search.includes("seed=yy"));
    assert.match(await key(page), /300 flips left/);
    assert.equal(await page.evaluate(() => localStorage.getItem("three-games/kelly/play")), "[]");
    await page.evaluate(() => {
      const bad = JSON.stringify([0.6, 250, 300, 25, "yy"]);
      localStorage.setItem("three-games/kelly/play", JSON.stringify([[bad, "~~"]]));
    });
    await page.reload();
    await settle(page);
    await said.filter({hasText: "The game kept in this browser could not be read"}).waitFor();
    assert.deepEqual(tab.record.errors, []);
  } finally {
    await tab.close();
  }
});

test("a blank seed is none: the old one stays", () =>
  visit("?seed=kept", async (page) => {
    const seed = page.getByLabel("Seed");
    await seed.fill("   ");
    await seed.press("Enter");
    assert.equal(await seed.inputValue(), "kept");
  }));
