import assert from "node:assert/strict";
import {mock, test} from "node:test";
import {openDocument} from "./dom.js";

const {document} = openDocument();
const {download} = await import("../../components/download.js");

test("a file is handed over by its name, and neither link nor address is left behind", () => {
  mock.timers.enable({apis: ["setTimeout"]});
  const given: unknown[] = [];
  mock.method(URL, "createObjectURL", (content: unknown) => {
    given.push(content);
    return "blob:one";
  });
  const revoke = mock.method(URL, "revokeObjectURL", () => {});
  const clicked: string[] = [];
  document.addEventListener("click", (event) => {
    const link = event.target as HTMLAnchorElement;
    clicked.push(`${link.download} ${link.href}`);
    event.preventDefault();
  });
  const content = new Blob(["text"]);
  download("a.txt", content);
  assert.deepEqual(given, [content]);
  assert.deepEqual(clicked, ["a.txt blob:one"]);
  assert.equal(document.querySelector("a"), null);
  assert.equal(revoke.mock.callCount(), 0);
  mock.timers.tick(60_000);
  assert.deepEqual(revoke.mock.calls[0]!.arguments, ["blob:one"]);
});
