import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import type {Page} from "playwright-core";
import {base64Bytes} from "../../models/nn/kernels.js";
import {kernelsRelaxedWasm} from "../../models/nn/kernelsRelaxedWasm.js";
import {visibleText} from "./browser.js";
import {startReader} from "./reader.js";

/** The page that trains as its reader meets it: keys, steps, links, drawing, a training of faces from first to last. */

const reader = startReader();

/** Opens the page for `use`; still, unless motion is asked for. */
const visit = reader.page("gan/tab.html", (page) =>
  page.locator("figure[data-main] .key strong:not(:empty)").waitFor()
);

const summary = (page: Page) => visibleText(page.locator("figure[data-main] figcaption"));
const panel = (page: Page) => page.locator(".plane-panel");
const plane = (page: Page) => page.locator(".plane-field");

/** Waits until the summary is about this round. */
const atRound = (page: Page, round: number) =>
  page.locator("figure[data-main] figcaption", {hasText: new RegExp(`^Round ${round}:`)}).waitFor();

/** Plays so many rounds by key, and gives the hash of the weights. */
async function hashAfter(page: Page, rounds: number): Promise<string> {
  await atRound(page, 0);
  for (let i = 1; i <= rounds; ++i) {
    await panel(page).press(".");
    await atRound(page, i);
  }
  return /Weights ([\da-f]{8})/.exec(await summary(page))![1]!;
}

test("it waits where motion is not welcome, and is played by the keyboard", () =>
  visit("?speed=60", async (page) => {
    await atRound(page, 0);
    await page.waitForTimeout(300);
    await atRound(page, 0);
    await panel(page).press(".");
    await atRound(page, 1);
    await plane(page).press(".");
    await atRound(page, 2);
    await panel(page).press(" ");
    await page.getByRole("button", {name: "Pause"}).waitFor();
    await page.waitForFunction(
      () => Number(/Round ([\d,]+)/.exec(document.querySelector("figcaption")!.textContent!)![1]) > 8
    );
    await panel(page).press(" ");
    await panel(page).getByRole("button", {name: /^Play/}).waitFor();
    await page.waitForTimeout(700);
    const rested = await summary(page);
    await page.waitForTimeout(400);
    assert.equal(await summary(page), rested);
    await panel(page).press("r");
    await atRound(page, 0);
    await panel(page).press("n");
    await page.waitForFunction(() => /seed=\d+/.test(location.search));
  }));

test("the same address gives the same weights, another seed others", async () => {
  let [first, again, other] = ["", "", ""];
  await visit("?seed=alpha&penalty=0.3&loss=leastSquares", async (page) => void (first = await hashAfter(page, 3)));
  await visit("?seed=alpha&penalty=0.3&loss=leastSquares", async (page) => void (again = await hashAfter(page, 3)));
  await visit("?seed=beta&penalty=0.3&loss=leastSquares", async (page) => void (other = await hashAfter(page, 3)));
  assert.equal(again, first);
  assert.notEqual(other, first);
});

test("a step of one network alone is told, and the address no longer tells it all", () =>
  visit("", async (page) => {
    await atRound(page, 0);
    await panel(page).press("d");
    await panel(page).press("d");
    await panel(page).press("g");
    await page.locator("figcaption", {hasText: "2 steps of the discriminator, 1 of the generator"}).first().waitFor();
    await panel(page).press("r");
    await page.locator("figcaption", {hasText: "Weights"}).first().waitFor();
  }));

test("a setting changed on the way does not begin anew, another target does", () =>
  visit("", async (page) => {
    await hashAfter(page, 2);
    await page.getByRole("slider", {name: /^Penalty/}).fill("1");
    await page.locator("figcaption", {hasText: "changed on the way"}).first().waitFor();
    await atRound(page, 2);
    await page.waitForFunction(() => location.search.includes("penalty=1"));
    await page.getByRole("radio", {name: "grid"}).check();
    await atRound(page, 0);
    await page.locator("figure[data-main] .key", {hasText: "of 25"}).waitFor();
  }));

test("a distribution is drawn by key and by pointer, and kept in the address", async () => {
  let address = "";
  await visit("?target=drawn", async (page) => {
    await page.locator("figure[data-main] .key", {hasText: "of 11"}).waitFor();
    await page.getByRole("button", {name: "Clear"}).click();
    await page.getByText("Draw at least one point.").waitFor();
    await plane(page).press("Shift+ArrowLeft");
    await plane(page).press(" ");
    await page.locator("figure[data-main] .key", {hasText: "of 1"}).waitFor();
    await plane(page).press("Shift+ArrowUp");
    await plane(page).press(" ");
    await page.locator("figure[data-main] .key", {hasText: "of 2"}).waitFor();
    const box = (await plane(page).boundingBox())!;
    await page.mouse.move(box.x + 300, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + 340, box.y + 300, {steps: 10});
    await page.mouse.up();
    await page.waitForFunction(() => Number(/of (\d+)/.exec(document.querySelector(".key")!.textContent!)![1]) > 4);
    await plane(page).press("Backspace");
    await page.waitForFunction(() => /points=[\w-]{8,}/.test(location.search));
    await page.waitForTimeout(300);
    address = page.url();
  });
  const count = /points=([\w-]+)/.exec(address)![1]!.length / 2;
  await visit(new URL(address).search, (page) =>
    page.locator("figure[data-main] .key", {hasText: `of ${count}`}).waitFor()
  );
});

test("an address that makes no sense gets a word", () =>
  visit("?target=drawn&points=!!&speed=7&penalty=x", async (page) => {
    assert.match(await visibleText(panel(page).locator(".war-said")), /makes no sense/);
    assert.match(await visibleText(page.locator(".controls-note").first()), /penalty=x/);
  }));

test("a training that leaves the numbers stops with a calm word, and begins again", () =>
  visit("?loss=wasserstein&penalty=2&rateD=1000000&speed=100000", async (page) => {
    await panel(page).press(" ");
    const message = page.locator("figure[data-main] .message");
    await message.filter({hasText: /Training has stopped: step \d+: the (discriminator’s loss|penalty)/}).waitFor();
    await page.getByRole("slider", {name: /^Judge’s rate/}).fill("0.002");
    await page
      .getByRole("button", {name: "Pause"})
      .or(panel(page).getByRole("button", {name: /^Play/}))
      .waitFor();
    await page.waitForFunction(() => !document.querySelector("figure[data-main] .message")!.textContent);
  }));

test("it plays by itself where motion is welcome, and rests out of sight", () =>
  visit(
    "?speed=60",
    async (page) => {
      await page.getByRole("button", {name: "Pause"}).waitFor();
      await page.getByRole("button", {name: "Train", exact: true}).scrollIntoViewIfNeeded();
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await panel(page).getByText("Play").first().waitFor({state: "attached"});
      await page.evaluate(() => scrollTo(0, 0));
      await page.getByRole("button", {name: "Pause"}).waitFor();
    },
    "no-preference"
  ));

test("faces are trained from first step to last, and the weights can be taken away", () =>
  visit("?faceSteps=500", async (page) => {
    const faces = page.getByRole("figure", {name: "Faces forged in this tab"});
    const words = () => visibleText(faces.locator("figcaption"));
    assert.match(await words(), /Nothing has been loaded yet/);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    assert.ok(await faces.getByRole("button", {name: /^Weights/}).isDisabled());
    await faces.getByRole("button", {name: "Train"}).click();
    await faces.getByRole("button", {name: "Pause"}).waitFor({timeout: 30_000});
    assert.equal(asked.filter((url) => /faces16.*\.png/.test(url)).length, 1);
    assert.equal(asked.filter((url) => /faces32.*\.png/.test(url)).length, 0);
    await page.waitForFunction(() => /Step (1[6-9]|[2-9]\d|\d{3}) of 500/.test(document.body.textContent!), null, {
      timeout: 60_000
    });
    await faces.getByRole("button", {name: "Pause"}).click();
    await faces.getByRole("button", {name: "Resume"}).waitFor();
    // The kernels are the fastest that this browser knows.
    const relaxed = await page.evaluate(
      (bytes) => WebAssembly.validate(Uint8Array.from(bytes)),
      [...base64Bytes(kernelsRelaxedWasm)]
    );
    assert.equal(
      asked.some((url) => url.includes("kernelsRelaxedWasm")),
      relaxed
    );
    const painted = await faces.locator("canvas").evaluate((node) => {
      const {width, height} = node as HTMLCanvasElement;
      const {data} = (node as HTMLCanvasElement).getContext("2d")!.getImageData(0, 0, width, height);
      return [width, height, new Set(data).size];
    });
    assert.deepEqual(painted.slice(0, 2), [128, 48]);
    assert.ok(painted[2]! > 20, "the grid has pictures in it");
    const take = async (name: RegExp) => {
      const waiting = page.waitForEvent("download");
      await faces.getByRole("button", {name}).click();
      const file = await waiting;
      return {name: file.suggestedFilename(), bytes: readFileSync(await file.path())};
    };
    const weights = await take(/^Weights/);
    assert.match(weights.name, /^faces16-seed-1-step-\d+\.f16\.bin$/);
    assert.equal(weights.bytes.subarray(0, 4).toString(), "3GNN");
    const log = JSON.parse((await take(/^Config and log/)).bytes.toString());
    assert.equal(log.config.steps, 500);
    assert.match(log.hash, /^[\da-f]{32}$/);
    assert.equal(log.losses.step.length, log.losses.r1.length);
    await faces.getByRole("button", {name: "Resume"}).click();
    await faces.locator("figcaption", {hasText: "Done."}).waitFor({timeout: 180_000});
    assert.match(await words(), /^Step 500 of 500/);
    await faces.getByRole("button", {name: "Stop"}).click();
    await faces.locator("figcaption", {hasText: "Nothing has been loaded yet"}).waitFor();
  }));

test("if the sheet of faces is missing, or a worker fails, the page stays calm", async () => {
  const tab = await reader.tab({reducedMotion: "reduce"});
  try {
    await tab.page.route(/faces16.*\.png/, (route) => route.fulfill({status: 404, body: "missing"}));
    await tab.page.route(/plane\.worker.*\.js/, (route) => route.fulfill({status: 404, body: "missing"}));
    await tab.page.goto(`${reader.url}gan/tab.html`);
    const main = tab.page.locator("figure[data-main][data-state=error] .message");
    await main.waitFor({state: "visible", timeout: 10_000});
    assert.match(await visibleText(main), /cannot go on here/);
    const faces = tab.page.getByRole("figure", {name: "Faces forged in this tab"});
    await faces.getByRole("button", {name: "Train"}).click();
    await faces.locator(".message", {hasText: "could not be trained here"}).waitFor();
    await faces.getByRole("button", {name: "Train"}).waitFor();
  } finally {
    await tab.close();
  }
});
