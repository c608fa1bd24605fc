import assert from "node:assert/strict";
import {test} from "node:test";
import {listenKeys} from "../../components/listenKeys.js";
import {openDocument} from "./dom.js";

openDocument();

test("keys do what they stand for, and leave the browser’s, typed and pressed ones alone", () => {
  const node = document.createElement("div");
  node.innerHTML = "<input /><button>Go</button><p tabindex='0'></p>";
  document.body.append(node);
  const [field, button, rest] = [...node.children] as HTMLElement[];
  const done: string[] = [];
  const note = (what: string) => () => void done.push(what);
  listenKeys(node, {" ": note("toggle"), n: note("fresh"), ArrowLeft: note("back")}, [field!]);
  /** Whether the key was taken from the browser. */
  const press = (target: HTMLElement, key: string, more: KeyboardEventInit = {}) =>
    !target.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true, ...more}));
  assert.deepEqual(
    [press(rest!, " "), press(rest!, "n"), press(rest!, "N", {shiftKey: true}), press(button!, "ArrowLeft")],
    [true, true, true, true]
  );
  assert.deepEqual(done, ["toggle", "fresh", "fresh", "back"]);
  for (const more of [{ctrlKey: true}, {metaKey: true}, {altKey: true}]) assert.ok(!press(rest!, "n", more));
  assert.ok(!press(field!, "n"));
  assert.ok(!press(button!, " "));
  assert.ok(!press(rest!, "x"));
  assert.equal(done.length, 4);
});
