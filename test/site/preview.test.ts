import assert from "node:assert/strict";
import {spawn} from "node:child_process";
import {test} from "node:test";
import {setTimeout as sleep} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import {isAlive} from "../../scripts/lock.js";
import {countingLoader, withProject} from "../scripts/tempProject.js";
import {openBrowser, openTab} from "./browser.js";

const slow = "await new Promise((done) => setTimeout(done, 1500));";
const files = {
  "src/index.md": "# Home\n",
  "src/x.md":
    '# X\n```ts\nconst x = await FileAttachment("/data/x.json").json<{a: number}>();\ndisplay(Object.assign(document.createElement("p"), {id: "x", textContent: "a is " + x.a}));\n```\n',
  "models/a.ts": "export const a = 1;",
  "data/x.json.ts": countingLoader(`import {a} from "../models/a.js";\n${slow}`, "{a}"),
  "data/y.json.ts": countingLoader("", "1")
};

const script = fileURLToPath(new URL("../../scripts/start.ts", import.meta.url));

test("the preview answers while data is computed, follows the models, and ends cleanly", {timeout: 120_000}, () =>
  withProject(files, async ({folder, read, write, has}) => {
    const started = performance.now();
    const child = spawn(process.execPath, ["--import", "tsx", script, "--port", "0"], {
      cwd: folder,
      env: {...process.env, THREE_GAMES_PROFILE: "report", NODE_TEST_CONTEXT: undefined},
      stdio: ["ignore", "pipe", "pipe"]
    });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
    const until = async (what: string, done: () => boolean | undefined) => {
      for (const end = performance.now() + 30_000; !done(); await sleep(50))
        assert.ok(performance.now() < end && child.exitCode === null, `waited for ${what} in vain\n${text}`);
    };
    const browser = await openBrowser();
    try {
      await until("the address", () => /http:\S+/.test(text));
      const [url] = /http:\S+/.exec(text)!;
      const home = await fetch(url!);
      assert.equal(home.status, 200);
      assert.match(await home.text(), /<html lang="en">/);
      const seconds = (performance.now() - started) / 1000;
      assert.ok(seconds < 20, `the home page took ${seconds} s`);

      const {page} = await openTab(browser);
      await page.goto(`${url}x.html`);
      await page.locator("#x", {hasText: "a is 1"}).waitFor();
      await until("both loaders", () => has("runs.log") && read("runs.log").split("\n").length === 3);

      write("models/a.ts", "export const a = 2;");
      await page.locator("#x", {hasText: "a is 2"}).waitFor();
      assert.equal(await (await fetch(`${url}data/x.json`)).text(), `{"a":2}`);
      const runs = read("runs.log").trim().split("\n");
      assert.deepEqual(
        runs.sort(),
        ["x.json.ts", "x.json.ts", "y.json.ts"],
        "only what depends on the model ran again"
      );

      write("models/a.ts", `throw new Error("kaboom");\nexport const a = 3;`);
      await until("the error", () => text.includes("kaboom"));
      const broken = await fetch(`${url}data/x.json`);
      assert.equal(broken.status, 500);
      assert.match(await broken.text(), /data\/x\.json\.ts ended with 1[\s\S]*kaboom/);

      write("models/a.ts", "export const a = 4;");
      await page.locator("#x", {hasText: "a is 4"}).waitFor();
      const source = await (await fetch(`${url}source/models/a.ts.html`)).text();
      assert.match(source, /id="L1"/);
      assert.equal((await fetch(`${url}source/package.json.html`)).status, 404);
      assert.doesNotMatch(text, /socket|GET \//);
    } finally {
      await browser.close();
      child.kill("SIGINT");
      const code = await Promise.race([ended, sleep(5000, "late")]);
      if (code === "late") child.kill("SIGKILL");
      assert.equal(code, 130, text);
      assert.ok(!isAlive(child.pid!));
    }
  })
);
