import assert from "node:assert/strict";
import {after, before} from "node:test";
import type {Browser, BrowserContextOptions, Page} from "playwright-core";
import {openBrowser, openTab, settle, type Tab} from "./browser.js";
import {type SiteServer, serveSite} from "./server.js";

/** Opens a page with a query (or none), does something there, and expects no error on it. */
export type Visit = (
  query: string,
  use: (page: Page) => Promise<void>,
  reducedMotion?: "reduce" | "no-preference"
) => Promise<void>;

/** Somebody who reads the built site in a browser. */
export interface Reader {
  /** The address of the home page. */
  readonly url: string;
  tab(options?: BrowserContextOptions): Promise<Tab>;
  /** A way to visit one page: still unless motion is asked for, and used once `ready` is done. */
  page(path: string, ready: (page: Page) => Promise<unknown>): Visit;
  /** Opens a page by `open`, does something there, and expects no error on it. */
  visit(
    open: (page: Page) => Promise<void>,
    use: (page: Page) => Promise<void>,
    options?: BrowserContextOptions
  ): Promise<void>;
}

/** A reader for the tests of a file: browser and site are started before the first of them and stopped after the last. */
export function startReader(): Reader {
  let browser: Browser;
  let site: SiteServer;
  before(async () => {
    [browser, site] = await Promise.all([openBrowser(), serveSite()]);
  });
  after(async () => {
    await browser?.close();
    site?.close();
  });
  const reader: Reader = {
    get url() {
      return site.url;
    },
    tab: (options) => openTab(browser, options),
    page(path, ready) {
      return (query, use, reducedMotion = "reduce") =>
        reader.visit(
          async (page) => {
            await page.goto(`${reader.url}${path}${query}`);
            await settle(page);
            await ready(page);
          },
          use,
          {reducedMotion}
        );
    },
    async visit(open, use, options) {
      const tab = await openTab(browser, options);
      try {
        await open(tab.page);
        await use(tab.page);
        assert.deepEqual(tab.record.errors, []);
      } finally {
        await tab.close();
      }
    }
  };
  return reader;
}
