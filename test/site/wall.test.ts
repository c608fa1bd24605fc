import assert from "node:assert/strict";
import {test} from "node:test";
import type {BrowserContextOptions, Page} from "playwright-core";
import {settle, visibleText} from "./browser.js";
import {startReader} from "./reader.js";

/** The wall as its reader meets it: search, keys, time, gates, a link, a finger. */

const reader = startReader();

const visit = (query: string, use: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) =>
  reader.visit((page) => open(page, query), use, options);

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`${reader.url}migration/wall.html${query}`);
  await settle(page);
  await summary(page).filter({hasText: "of 4,182 packages"}).waitFor();
}

const summary = (page: Page) => page.locator("figure[data-main] [data-summary]");
const canvas = (page: Page) => page.locator(".wall-map canvas[role=application]");
const words = (page: Page) => page.locator(".wall-words");
const key = (page: Page) => visibleText(page.locator("figure[data-main] .key"));

/** What the canvas shows, as a text to compare. */
const picture = (page: Page) =>
  canvas(page).evaluate(async (node) => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return (node as HTMLCanvasElement).toDataURL();
  });

test("a package is found by name; one that is not there gets a word", () =>
  visit("", async (page) => {
    const box = page.getByLabel("Find a package");
    await box.fill("fonttools");
    await box.press("Enter");
    await words(page).filter({hasText: "python3-fonttools is on the"}).waitFor();
    assert.match(await visibleText(words(page)), /on a cycle with defcon and ufolib2/);
    await page.waitForFunction(() => new URLSearchParams(location.search).get("package") === "fonttools");
    await page.getByRole("group", {name: "The package in view"}).getByRole("button", {name: "ufolib2"}).first().click();
    await words(page).filter({hasText: "python3-ufolib2"}).waitFor();
    await box.fill("no such package");
    await box.press("Enter");
    await page.locator(".wall-word", {hasText: "No package here is called “no such package”"}).waitFor();
    await page.getByRole("button", {name: "numpy 476"}).click();
    await words(page).filter({hasText: "476 packages wait for it"}).waitFor();
  }));

test("the keyboard walks, pans, zooms and lets go", () =>
  visit("", async (page) => {
    await canvas(page).focus();
    const whole = await picture(page);
    await page.keyboard.press("ArrowRight");
    await words(page).filter({hasText: "python3-numpy"}).waitFor();
    await page.keyboard.press("ArrowRight");
    await words(page).filter({hasNotText: "python3-numpy"}).waitFor();
    await page.keyboard.press("Escape");
    await words(page).filter({hasText: "Point at a package"}).waitFor();
    assert.equal(await picture(page), whole);
    await page.keyboard.press("+");
    const near = await picture(page);
    assert.notEqual(near, whole);
    await page.keyboard.press("Shift+ArrowRight");
    assert.notEqual(await picture(page), near);
    await page.keyboard.press("0");
    assert.equal(await picture(page), whole);
    await page.keyboard.press(" ");
    await page.getByRole("button", {name: "Pause"}).waitFor();
    await page.keyboard.press(" ");
    await page.getByRole("button", {name: "Play", exact: true}).waitFor();
  }));

test("the wheel scrolls the page until the wall is clicked, and then zooms it", () =>
  visit("", async (page) => {
    const box = (await canvas(page).boundingBox())!;
    const whole = await picture(page);
    await page.mouse.move(box.x + 200, box.y + 40);
    await page.mouse.wheel(0, 100);
    await page.waitForFunction(() => scrollY > 0);
    await page.mouse.wheel(0, -400);
    await page.waitForFunction(() => scrollY === 0);
    await page.mouse.move(5, 5);
    assert.equal(await picture(page), whole);
    await canvas(page).focus();
    await page.mouse.move(box.x + 200, box.y + 200);
    await page.mouse.wheel(0, -200);
    await page.mouse.move(5, 5);
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => scrollY), 0);
    assert.notEqual(await picture(page), whole);
    await page.getByRole("button", {name: "Show the whole wall"}).click();
    assert.equal(await picture(page), whole);
  }));

test("time plays, pauses, steps by one move and starts over", () =>
  visit("?year=2", async (page) => {
    const year = page.getByLabel("Year of the war");
    assert.equal(await year.inputValue(), "2");
    await page.getByRole("button", {name: "Step"}).click();
    await summary(page)
      .filter({hasText: /python3-\S+ moves (to the new|back to the old) platform/})
      .waitFor();
    const stepped = Number(await year.inputValue());
    assert.ok(stepped >= 2 && stepped < 2.2, `${stepped}`);
    await page.getByRole("button", {name: "Play", exact: true}).click();
    await page.waitForFunction(
      (from) => Number((document.querySelector(".wall-track input") as HTMLInputElement).value) > from + 0.5,
      stepped
    );
    await page.getByRole("button", {name: "Pause"}).click();
    const paused = await year.inputValue();
    await page.waitForTimeout(300);
    assert.equal(await year.inputValue(), paused);
    await page.getByRole("button", {name: "Restart"}).click();
    await summary(page).filter({hasText: "Year 0.0: 209 of 4,182 packages (5 %)"}).waitFor();
  }));

test("a hard gate deadlocks cycles and who waits for them, and says so", () =>
  visit("", async (page) => {
    await page.getByLabel("hard, γ = ∞").check();
    await summary(page).filter({hasText: "Deadlock: 15 packages on 7 cycles and 368 that wait for one"}).waitFor();
    assert.match(await visibleText(summary(page)), /Behind a hard gate, from a random start, nine in ten never move/);
    assert.match(await key(page), /^never/);
    await page.getByLabel("γ as set").check();
    await summary(page).filter({hasText: "At γ = 1, from a random start"}).waitFor();
    assert.doesNotMatch(await visibleText(summary(page)), /Deadlock/);
  }));

test("hubs first on the same seed is a shorter war", () =>
  visit("?dependencyWeight=1.5", async (page) => {
    const years = async () => Number(/[\d.]+/.exec(await key(page))![0]);
    const random = await years();
    await page.getByLabel("hubs", {exact: true}).check();
    await summary(page).filter({hasText: "with hubs first"}).waitFor();
    assert.ok((await years()) < random);
  }));

test("a link holds the war, the year, the seed and the package", () =>
  visit("?gate=hard&advantage=2.5&seed=link&year=6.5&package=six", async (page) => {
    assert.match(await visibleText(words(page)), /^python3-six is on the/);
    const before = await visibleText(summary(page));
    assert.match(before, /^Year 6\.5: .* Behind a hard gate/);
    const other = await reader.tab();
    await open(other.page, new URL(page.url()).search);
    assert.equal(await visibleText(summary(other.page)), before);
    await other.close();
    await page.getByRole("button", {name: "New seed"}).click();
    await page.waitForFunction(() => new URLSearchParams(location.search).get("seed") === "wall 2");
    await summary(page).filter({hasNotText: before}).waitFor();
  }));

test("on a phone a finger scrolls the page, and a tap chooses a package", () =>
  visit(
    "",
    async (page) => {
      const touch = () => canvas(page).evaluate((node) => getComputedStyle(node).touchAction);
      assert.equal(await touch(), "pan-y");
      await canvas(page).scrollIntoViewIfNeeded();
      const box = (await canvas(page).boundingBox())!;
      await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
      await words(page).filter({hasText: "python3-"}).waitFor();
      assert.equal(await touch(), "none");
    },
    {viewport: {width: 390, height: 844}, hasTouch: true}
  ));

test("an empty graph is met with a calm word, and the rest of the page goes on", async () => {
  const {page, close} = await reader.tab();
  const empty = {note: "", source: "", date: "", prefix: "python3-", names: "", dependencies: ""};
  await page.route(/\/_file\/data\/migration\/debianPython3/, (route) => route.fulfill({json: empty}));
  await page.goto(`${reader.url}migration/wall.html`);
  await page.locator("figure[data-main][data-state=error]").waitFor();
  assert.match(await visibleText(page.locator("figure[data-main] .message")), /data could not be read/);
  await page.getByRole("button", {name: "Play", exact: true}).click({force: true});
  // The runs have a file of their own.
  await page.getByText("Debian, hubs first").waitFor();
  await close();
});
