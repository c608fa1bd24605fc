import assert from "node:assert/strict";
import {test} from "node:test";
import {findChromium, launchFlags, type Machine} from "../../scripts/chromium.js";

/** A machine with the given files, on which every command does what `run` says. */
function machine(options: Partial<Machine> & {files?: string[]}): Machine & {ran: string[]} {
  const ran: string[] = [];
  const files = options.files ?? [];
  return {
    env: {PATH: "/usr/local/bin:/usr/bin"},
    platform: "linux",
    isRoot: false,
    exists: (path) => files.includes(path),
    release: () => "",
    ...options,
    ran,
    run(command, args) {
      ran.push([command, ...args].join(" "));
      return options.run?.(command, args) ?? false;
    }
  };
}

test("CHROME_PATH comes first, and must exist", () => {
  const files = ["/opt/my/chrome", "/usr/bin/chromium"];
  assert.equal(findChromium(machine({files, env: {CHROME_PATH: "/opt/my/chrome"}})), "/opt/my/chrome");
  assert.throws(
    () => findChromium(machine({files, env: {CHROME_PATH: "/nope"}})),
    /CHROME_PATH is \/nope, and no such file/
  );
});

test("a browser on the path is found, or where its system puts it", () => {
  assert.equal(findChromium(machine({files: ["/usr/local/bin/chromium"]})), "/usr/local/bin/chromium");
  assert.equal(
    findChromium(machine({files: ["/usr/bin/google-chrome", "/usr/bin/chromium"]})),
    "/usr/bin/google-chrome"
  );
  assert.equal(findChromium(machine({env: {}, files: ["/snap/bin/chromium"]})), "/snap/bin/chromium");
  const mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  assert.equal(findChromium(machine({platform: "darwin", env: {}, files: [mac]})), mac);
  const windows = "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe";
  assert.equal(
    findChromium(machine({platform: "win32", env: {PROGRAMFILES: "C:\\Program Files"}, files: [windows]})),
    windows
  );
});

test("root on Debian and its children installs one", () => {
  for (const release of ["ID=debian\n", "ID=ubuntu\nID_LIKE=debian\n", 'ID=mint\nID_LIKE="ubuntu debian"\n']) {
    const files: string[] = [];
    const debian = machine({
      files,
      isRoot: true,
      release: () => release,
      run: (_, args) => {
        if (args[0] === "install") files.push("/usr/bin/chromium");
        return true;
      }
    });
    assert.equal(findChromium(debian), "/usr/bin/chromium");
    assert.deepEqual(debian.ran, ["apt-get update", "apt-get install -y chromium"]);
  }
});

test("where none can be found the message says what to do", () => {
  const cases: [Machine & {ran: string[]}, RegExp][] = [
    [machine({release: () => "ID=debian\n"}), /apt-get install -y chromium` as root, or set CHROME_PATH/],
    [machine({release: () => "ID=debian\n", isRoot: true, run: () => false}), /CHROME_PATH/],
    [machine({release: () => "ID=debian\n", isRoot: true, run: () => true}), /CHROME_PATH/],
    [machine({platform: "darwin"}), /brew install --cask google-chrome/],
    [machine({release: () => "ID=fedora\n", isRoot: true}), /Install Google Chrome or Chromium/]
  ];
  for (const [here, message] of cases) assert.throws(() => findChromium(here), message);
  assert.deepEqual(cases[0]![0].ran, [], "only root installs");
  assert.deepEqual(cases[4]![0].ran, [], "only Debian has apt-get");
});

test("the sandbox is left off for root alone", () => {
  assert.ok(launchFlags({isRoot: true}).includes("--no-sandbox"));
  assert.ok(!launchFlags({isRoot: false}).includes("--no-sandbox"));
});
