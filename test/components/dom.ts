import {JSDOM} from "jsdom";

class Observer {
  observe(): void {}
}

/** Gives components a document to build their elements in, at an address of the reader's. */
export function openDocument(url = "http://localhost/"): JSDOM["window"] {
  const {window} = new JSDOM("", {url});
  const {document, location, history, Event} = window;
  const interfaces = Object.getOwnPropertyNames(window).filter((name) => /^[A-Z]/.test(name) && !(name in globalThis));
  const page = {
    ...Object.fromEntries(interfaces.map((name) => [name, window[name]])),
    ...{document, location, history, Event},
    addEventListener() {},
    ResizeObserver: Observer,
    IntersectionObserver: Observer
  };
  for (const [name, value] of Object.entries(page))
    Object.defineProperty(globalThis, name, {value, configurable: true, writable: true});
  return window;
}
