import {type Browser, type BrowserContextOptions, chromium, type Locator, type Page} from "playwright-core";
import {findChromium, launchFlags} from "../../scripts/chromium.js";

export function openBrowser(): Promise<Browser> {
  return chromium.launch({executablePath: findChromium(), args: launchFlags()});
}

/** What happened on a page from its first request on. */
export interface Record {
  requests: string[];
  /** Console errors, uncaught errors and failed requests. */
  errors: string[];
}

export interface Tab {
  page: Page;
  record: Record;
  close(): Promise<void>;
}

/** Layout shifts that the reader did not cause, added up by the browser from the first paint on. */
function countShifts(): void {
  const counts = {shift: 0, sources: [] as string[]};
  Object.assign(window, {layoutShifts: counts});
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
      sources: {node?: Node}[];
    })[]) {
      if (entry.hadRecentInput) continue;
      counts.shift += entry.value;
      for (const {node} of entry.sources)
        counts.sources.push(node instanceof Element ? node.outerHTML.slice(0, 80) : String(node?.textContent));
    }
  }).observe({type: "layout-shift", buffered: true});
}

/** A tab of its own context, whose requests and errors are recorded. */
export async function openTab(browser: Browser, options: BrowserContextOptions = {}): Promise<Tab> {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}, ...options});
  const page = await context.newPage();
  const record: Record = {requests: [], errors: []};
  page.on("request", (request) => record.requests.push(request.url()));
  page.on("console", (message) => {
    if (message.type() === "error") record.errors.push(message.text());
  });
  page.on("pageerror", (error) => record.errors.push(String(error)));
  page.on("response", (response) => {
    if (response.status() >= 400) record.errors.push(`${response.status()} ${response.url()}`);
  });
  await page.addInitScript(countShifts);
  return {page, record, close: () => context.close()};
}

/** How far things moved on the page, and what moved. */
export function layoutShifts(page: Page): Promise<{shift: number; sources: string[]}> {
  return page.evaluate(() => (window as unknown as {layoutShifts: {shift: number; sources: string[]}}).layoutShifts);
}

/** Waits until the page has everything it asked for, no cell is waiting and no figure is busy. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(
    () => !document.querySelector("observablehq-loading, .observablehq--running, [data-state='busy']")
  );
  // Two frames: what was computed has been drawn.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** The text that a reader can see: unlike the text of the document, it leaves out what is hidden. */
export async function visibleText(locator: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is no text to a reader
  return (await locator.first().innerText()).trim();
}
