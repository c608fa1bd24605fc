import {html} from "htl";
import {setText} from "./setText.js";

export interface FigureOptions {
  /** The page's main chart: one a page. */
  main?: boolean;
  /** Whether it has a key number, whose room is kept from the start; the main chart has one. */
  keyed?: boolean;
  /** What the chart is, in a few words; it names the figure for a screen reader. */
  title: string;
  /** The chart and whatever belongs inside the frame. */
  children: (Node | string)[];
}

export interface Figure {
  node: HTMLElement;
  /**
   * One or two sentences that say what the chart shows now, or what makes them. They follow a slider once it rests, and
   * are read out after that. What changes by itself is shown quietly.
   */
  summary(text: string | (() => string), quiet?: boolean): void;
  /** The one number that matters most, large beside the chart, and what it is. */
  key(value: string, caption: string): void;
  /** Shows a calm message over the chart, or in its corner where the chart is good all the same; or takes it away. */
  status(state: "ready" | "busy" | "error", message?: string, place?: "over" | "corner"): void;
}

/** Milliseconds without a change after which words follow a slider, and the longest that they lag behind one that moves. */
const resting = 180;
const patience = 1500;

/**
 * The frame of every chart: its title, a key number, the chart, its summary in words, and a place for messages.
 */
export function figure({main = false, keyed = main, title, children}: FigureOptions): Figure {
  const keyValue = html`<strong></strong>`;
  const keyCaption = html`<span></span>`;
  const keyNumber = html`<p class="key">${keyValue}${keyCaption}</p>`;
  keyNumber.hidden = !keyed;
  const message = html`<p class="message" role="status"></p>`;
  const caption = html`<figcaption data-summary></figcaption>`;
  const spoken = html`<span class="spoken" role="status"></span>`;
  const body = html`<div class="figure-body">${children}${message}</div>`;
  const node = html`<figure aria-label=${title}>
    <div class="figure-head"><p class="figure-title">${title}</p>${keyNumber}</div>
    ${body}${caption}${main ? spoken : null}
  </figure>`;
  if (main) node.dataset.main = "";
  node.dataset.state = "ready";
  let speaking: ReturnType<typeof setTimeout> | undefined;
  let writing: ReturnType<typeof setTimeout> | undefined;
  let asked = Number.NEGATIVE_INFINITY;
  let written = Number.NEGATIVE_INFINITY;
  let latest: string | (() => string) = "";
  let hushed = false;
  const write = () => {
    const text = typeof latest === "string" ? latest : latest();
    written = performance.now();
    if (caption.textContent === text) return;
    caption.textContent = text;
    if (!main || hushed) return;
    // A reader who drags a slider should hear where it ended, not every step of the way.
    clearTimeout(speaking);
    speaking = setTimeout(() => (spoken.textContent = text), 700);
  };
  return {
    node,
    summary(text, quiet = false) {
      [latest, hushed] = [text, quiet];
      clearTimeout(writing);
      const now = performance.now();
      const moving = now - asked < resting && now - written < patience;
      asked = now;
      if (moving) writing = setTimeout(write, resting);
      else write();
    },
    key(value, text) {
      keyNumber.hidden = false;
      setText(keyValue, value);
      setText(keyCaption, text);
    },
    status(state, text = "", place = "over") {
      if (node.dataset.state !== state) node.dataset.state = state;
      message.classList.toggle("message-corner", place === "corner");
      body.setAttribute("aria-busy", String(state === "busy"));
      setText(message, text);
    }
  };
}

/**
 * Fills a figure from a data file. Until the file is there the figure says that it is being computed; if it is
 * missing or malformed the figure says so and the rest of the page goes on. `use` may throw to refuse the data, or
 * give the figure another status than “ready”; `failed` may do better than an apology. Returns a way to give up
 * waiting: what comes afterwards changes nothing.
 */
export function fill<Data>(
  frame: Figure,
  data: Promise<Data>,
  use: (data: Data) => void,
  failed = () =>
    frame.status(
      "error",
      "This chart’s data could not be read. The rest of the page works without it; reloading may help."
    )
): () => void {
  let settled = false;
  let given = false;
  // A file that is already there should not flash a message.
  setTimeout(() => {
    if (!settled) frame.status("busy", "This chart’s data is still being computed. It will appear here by itself.");
  }, 150);
  data
    .then((value) => {
      if (given) return;
      settled = true;
      frame.status("ready");
      use(value);
    })
    .catch((error: unknown) => {
      if (given) return;
      settled = true;
      console.warn(`${frame.node.getAttribute("aria-label")}: ${error instanceof Error ? error.message : error}`);
      failed();
    });
  return () => {
    if (!settled) frame.status("ready");
    settled = given = true;
  };
}
