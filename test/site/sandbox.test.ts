import assert from "node:assert/strict";
import {test} from "node:test";
import type {Page} from "playwright-core";
import {visibleText} from "./browser.js";
import {startReader} from "./reader.js";

/** The sandbox as its reader meets it: keys, seeds, presets, links, a slider moved in the middle of a war. */

const reader = startReader();

/** Opens the sandbox for `use`; still, unless motion is asked for. */
const visit = reader.page("migration/wars.html", (page) => page.locator(".key", {hasText: "year"}).first().waitFor());

const key = (page: Page) => visibleText(page.locator("figure[data-main] .key"));
const summary = (page: Page) => visibleText(page.locator("figure[data-main] figcaption"));
const slider = (page: Page, label: RegExp) => page.getByRole("slider", {name: label});
const panel = (page: Page) => page.locator(".war-panel");

/** Presses a key in the panel so many times, and waits until the year is as it should be; the words follow the figure. */
async function step(page: Page, times: number, year: string): Promise<void> {
  for (let i = 0; i < times; ++i) await panel(page).press(">");
  await page.locator("figure[data-main] .key", {hasText: `year ${year}`}).waitFor();
  await page.locator("figure[data-main] figcaption", {hasText: `Year ${year}:`}).waitFor();
}

/** The colours of the cells, counted. */
const cells = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>(".war-crowd canvas")!;
    const {data} = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
    const counts: Record<string, number> = {};
    for (let i = 0; i < data.length; i += 4) {
      const color = `${data[i]},${data[i + 1]},${data[i + 2]}`;
      counts[color] = (counts[color] ?? 0) + 1;
    }
    return Object.values(counts).sort((a, b) => a - b);
  });

test("a war is played by the keyboard, and rests where it is stopped", () =>
  visit("?speed=5", async (page) => {
    assert.match(await key(page), /5\.0 %.*year 0\.0/s);
    assert.deepEqual(await cells(page), [500, 9500]);
    await panel(page).press(".");
    await page.locator("figure[data-main] .key", {hasText: "year 0.1"}).waitFor();
    await step(page, 1, "1.1");
    await panel(page).press(" ");
    await page.getByRole("button", {name: "Pause"}).waitFor();
    await page.waitForFunction(
      () => !/year [01]\.\d/.test(document.querySelector("figure[data-main] .key")!.textContent!)
    );
    await panel(page).press(" ");
    await page.getByRole("button", {name: "Play"}).waitFor();
    // What the Worker was on when it was stopped may still come.
    await page.waitForTimeout(300);
    const rested = await key(page);
    await page.waitForTimeout(500);
    assert.equal(await key(page), rested);
    await panel(page).press("r");
    await page.locator("figure[data-main] .key", {hasText: "year 0.0"}).waitFor();
    assert.deepEqual(await cells(page), [500, 9500]);
    // The cells are the agents: as many are blue as the text says.
    await step(page, 6, "6.0");
    const [, count] = /Year 6\.0: ([\d,]+) of 10,000/.exec(await summary(page))!;
    assert.equal((await cells(page))[0], Number(count!.replace(",", "")));
  }));

test("the same seed and link give the same share at year 5, another seed another", async () => {
  const at5 = async (query: string, played: boolean) => {
    let found = "";
    await visit(query, async (page) => {
      if (played) await step(page, 5, "5.0");
      // The band of a crowd this large comes a moment later.
      [found] = (await summary(page)).split("By the exact law") as [string];
    });
    return found;
  };
  const stepped = await at5("?seed=alpha&advantage=1.2", true);
  assert.match(stepped, /^Year 5\.0: /);
  assert.equal(await at5("?seed=alpha&advantage=1.2&year=5", false), stepped);
  assert.notEqual(await at5("?seed=beta&advantage=1.2", true), stepped);
});

test("a preset sets all sliders and begins anew", () =>
  visit("?noise=2&sunset.strength=1&year=3", async (page) => {
    assert.match(await key(page), /year 3\.0/);
    await page.getByRole("button", {name: "split"}).click();
    await page.locator("figure[data-main] .key", {hasText: "year 0.0"}).waitFor();
    assert.equal(await page.getByRole("button", {name: "split"}).getAttribute("aria-pressed"), "true");
    assert.equal(await slider(page, /^Noise T$/).inputValue(), "1");
    assert.equal(await slider(page, /^Bitcreep κ$/).inputValue(), "2.1");
    await page.waitForFunction(
      () => location.search.includes("bitcreep=2.1") && !/noise|sunset|year/.test(location.search)
    );
    await step(page, 40, "40.0");
    assert.match(await key(page), /^7\d\.\d %/);
    await page.getByRole("button", {name: "fast"}).click();
    await step(page, 6, "6.0");
    assert.match(await key(page), /^9\d\.\d %/);
  }));

test("a slider moved in the middle of a war changes that war, and the link tells it again", async () => {
  let [address, end, cellsThen] = ["", "", [] as number[]];
  await visit("?seed=mid&advantage=0.75", async (page) => {
    await step(page, 4, "4.0");
    const before = await key(page);
    await slider(page, /^Advantage/).fill("2");
    await page.waitForFunction(() => location.search.includes("changes=0_advantage_0.75*200_advantage_2"));
    assert.equal(await key(page), before, "what has happened stays");
    assert.match(await summary(page), /from the last change on/);
    await step(page, 3, "7.0");
    assert.match(await key(page), /^9\d\.\d %/);
    await page.waitForFunction(() => location.search.includes("year=7"));
    [address, end, cellsThen] = [page.url(), await key(page), await cells(page)];
  });
  await visit(new URL(address).search, async (page) => {
    assert.equal(await key(page), end);
    assert.deepEqual(await cells(page), cellsThen);
    // Restarted, the war is that of the sliders, and the address forgets the changes.
    await panel(page).press("r");
    await page.waitForFunction(() => !/changes|year/.test(location.search));
  });
});

test("where there is no exact law the page says why, and draws no band", () =>
  visit("?locality=0.5", async (page) => {
    assert.match(await summary(page), /There is no exact band here: users look at their neighbours/);
    assert.equal(await page.locator("figure[data-main] .war-bands path").count(), 0);
    await page.locator(".sandbox-fold summary").first().click();
    await slider(page, /^Locality/).fill("0");
    await page.waitForFunction(() =>
      /nine in ten crowds of 400/.test(document.querySelector("figcaption")!.textContent!)
    );
    assert.ok((await page.locator("figure[data-main] .war-bands path").count()) > 0);
    // The band of a crowd of this size comes when the slider has rested.
    await page.waitForFunction(() => /of 10,000 between/.test(document.querySelector("figcaption")!.textContent!));
    assert.equal(await page.locator("figure[data-main] .war-bands path").count(), 2);
  }));

test("values on no scale have a place on their sliders and in the address", () =>
  visit("?dependencyWeight=Infinity&exitValue=2&sunset.belief=Infinity&sunset.strength=2", async (page) => {
    assert.equal(await page.locator(".controls-note").textContent(), "");
    for (const fold of await page.locator(".sandbox-fold").all()) await fold.locator("summary").click();
    const text = (label: RegExp) => slider(page, label).getAttribute("aria-valuetext");
    assert.equal(await text(/^Weight of dependencies/), "hard gate");
    assert.equal(await text(/^Disbelief/), "total");
    await slider(page, /^Value of leaving/).press("Home");
    assert.equal(await text(/^Value of leaving/), "none");
    await page.waitForFunction(() => !location.search.includes("exitValue"));
    await slider(page, /^Weight of dependencies/).press("ArrowLeft");
    assert.equal(await text(/^Weight of dependencies/), "4.00");
    await slider(page, /^Disbelief/).press("End");
    assert.match(page.url(), /sunset\.belief=Infinity/);
  }));

test("an address that makes no sense gets a word and a new war", () =>
  visit("?year=-3&changes=9_nonsense_1&bitrot=99&noise=x", async (page) => {
    assert.match(await visibleText(page.locator(".war-said")), /makes no sense/);
    assert.match(await visibleText(page.locator(".controls-note")), /noise=x/);
    assert.match(await key(page), /year 0\.0/);
    assert.equal(await slider(page, /^Bitrot/).inputValue(), "4");
  }));

test("a war plays by itself where motion is welcome, and the clock goes with it", () =>
  visit(
    "?speed=10",
    async (page) => {
      await page.getByRole("button", {name: "Play again"}).waitFor({timeout: 20_000});
      assert.match(await key(page), /year 40\.0/);
      const clock = page.getByRole("figure", {name: /welfare clock/});
      await clock.scrollIntoViewIfNeeded();
      assert.match(await visibleText(clock.locator("figcaption")), /has paid since year \d/);
      assert.match(await visibleText(clock.locator(".key")), /^\d+\.\d.*lost so far beyond an instant switch/s);
    },
    "no-preference"
  ));

test("a war goes on in a tab that nobody looks at, and is there at once when somebody does", () =>
  visit("?speed=10", async (page) => {
    // A hidden tab draws no frames: hold them back, and let them go.
    await page.evaluate(() => {
      const draw = window.requestAnimationFrame;
      const held: FrameRequestCallback[] = [];
      window.requestAnimationFrame = (frame) => held.push(frame);
      Object.assign(window, {
        show() {
          window.requestAnimationFrame = draw;
          for (const frame of held) draw(frame);
        }
      });
    });
    await panel(page).press(" ");
    await page.waitForTimeout(1500);
    assert.match(await key(page), /year 0\.0/);
    await page.evaluate(() => (window as unknown as {show(): void}).show());
    await page.waitForFunction(
      () => Number(/year ([\d.]+)/.exec(document.querySelector("figure[data-main] .key")!.textContent!)![1]) > 5
    );
  }));

test("if the worker fails the page stays calm", async () => {
  const tab = await reader.tab();
  try {
    await tab.page.route(/war\.worker.*\.js/, (route) => route.fulfill({status: 404, body: "missing"}));
    await tab.page.goto(`${reader.url}migration/wars.html`);
    const message = tab.page.locator("figure[data-main][data-state=error] .message");
    await message.waitFor({state: "visible", timeout: 10_000});
    assert.match(await visibleText(message), /cannot go on here/);
  } finally {
    await tab.close();
  }
});
