import {JSDOM} from "jsdom";

/** Gives components a document to build their elements in, at an address of the reader's. */
export function openDocument(url = "http://localhost/"): JSDOM["window"] {
  const {window} = new JSDOM("", {url});
  const {document, location, history, Event, Node} = window;
  for (const [name, value] of Object.entries({document, location, history, Event, Node}))
    Object.defineProperty(globalThis, name, {value, configurable: true, writable: true});
  return window;
}
