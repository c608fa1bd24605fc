import assert from "node:assert/strict";
import {afterEach, test} from "node:test";
import {loadStakes, saveStakes} from "../../../components/kelly/playStore.js";
import {defaultGame} from "../../../models/kelly/game.js";

class Storage {
  items = new Map<string, string>();
  getItem(name: string): string | null {
    return this.items.get(name) ?? null;
  }
  setItem(name: string, text: string): void {
    this.items.set(name, text);
  }
}

function withStorage(storage: unknown): void {
  Object.defineProperty(globalThis, "localStorage", {value: storage, configurable: true});
}
afterEach(() => {
  delete (globalThis as {localStorage?: unknown}).localStorage;
});

test("games are kept by game and seed, and forgotten when emptied", () => {
  withStorage(new Storage());
  saveStakes(defaultGame, "a", "123");
  saveStakes({...defaultGame, rounds: 10}, "a", "45");
  saveStakes(defaultGame, "b", "6");
  assert.equal(loadStakes(defaultGame, "a"), "123");
  assert.equal(loadStakes({...defaultGame, rounds: 10}, "a"), "45");
  assert.equal(loadStakes(defaultGame, "c"), undefined);
  saveStakes(defaultGame, "a", "");
  assert.equal(loadStakes(defaultGame, "a"), undefined);
  assert.equal(loadStakes(defaultGame, "b"), "6");
});

test("only the latest games are kept", () => {
  withStorage(new Storage());
  for (let seed = 0; seed < 60; ++seed) saveStakes(defaultGame, String(seed), "1");
  assert.equal(loadStakes(defaultGame, "0"), undefined);
  assert.equal(loadStakes(defaultGame, "59"), "1");
});

test("storage that holds something else counts as empty", () => {
  const storage = new Storage();
  storage.setItem("three-games/kelly/play", "{not json");
  withStorage(storage);
  saveStakes(defaultGame, "x", "9");
  assert.equal(loadStakes(defaultGame, "x"), "9");
});

test("without storage, games live as long as the page", () => {
  withStorage({
    getItem() {
      throw new Error("closed");
    },
    setItem() {
      throw new Error("closed");
    }
  });
  saveStakes(defaultGame, "d", "12");
  assert.equal(loadStakes(defaultGame, "d"), "12");
});
