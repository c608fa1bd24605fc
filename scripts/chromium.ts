import {spawnSync} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {delimiter, join} from "node:path";

/** What finding a browser asks of the machine; tests put a machine of their own in its place. */
export interface Machine {
  env: Record<string, string | undefined>;
  platform: string;
  isRoot: boolean;
  exists(path: string): boolean;
  /** The contents of /etc/os-release, or an empty text. */
  release(): string;
  /** Runs a command with its output shown; true if it ended well. */
  run(command: string, args: string[]): boolean;
}

/** The machine that this runs on. */
export const thisMachine: Machine = {
  env: process.env,
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  exists: existsSync,
  release: () => (existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : ""),
  run: (command, args) =>
    spawnSync(command, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: {...process.env, DEBIAN_FRONTEND: "noninteractive"}
    }).status === 0
};

const names = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "microsoft-edge"];

/** Where browsers are when they are not on the path. */
function* usualPaths({env, platform}: Machine): Generator<string> {
  if (platform === "darwin") {
    for (const app of ["Google Chrome", "Chromium", "Microsoft Edge"])
      for (const home of ["", env.HOME ?? ""]) yield `${home}/Applications/${app}.app/Contents/MacOS/${app}`;
  } else if (platform === "win32") {
    for (const base of [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA]) {
      if (!base) continue;
      for (const path of ["Google\\Chrome\\Application\\chrome.exe", "Chromium\\Application\\chrome.exe"])
        yield `${base}\\${path}`;
      yield `${base}\\Microsoft\\Edge\\Application\\msedge.exe`;
    }
  } else {
    for (const name of names) yield join("/usr/bin", name);
    yield "/snap/bin/chromium";
    yield "/opt/google/chrome/chrome";
  }
}

function find(machine: Machine): string | undefined {
  const {env, exists} = machine;
  for (const folder of (env.PATH ?? "").split(delimiter))
    for (const name of names) if (folder && exists(join(folder, name))) return join(folder, name);
  for (const path of usualPaths(machine)) if (exists(path)) return path;
}

/**
 * The path of a Chrome or Chromium: CHROME_PATH if it is set, else one that is installed, else, on a Debian or Ubuntu
 * whose root we are, one that is installed now.
 *
 * @throws Error that says what to do, if there is none.
 */
export function findChromium(machine: Machine = thisMachine): string {
  const {env, exists, isRoot, platform, release, run} = machine;
  if (env.CHROME_PATH) {
    if (exists(env.CHROME_PATH)) return env.CHROME_PATH;
    throw new Error(`CHROME_PATH is ${env.CHROME_PATH}, and no such file exists. Set it to your Chrome, or unset it.`);
  }
  const found = find(machine);
  if (found) return found;
  const isDebian = platform === "linux" && /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release());
  if (isDebian && isRoot && run("apt-get", ["update"]) && run("apt-get", ["install", "-y", "chromium"])) {
    const installed = find(machine);
    if (installed) return installed;
  }
  const how = isDebian
    ? "Run `apt-get update && apt-get install -y chromium` as root"
    : platform === "darwin"
      ? "Run `brew install --cask google-chrome`, or get it from google.com/chrome"
      : "Install Google Chrome or Chromium";
  throw new Error(
    `The browser tests need Chrome or Chromium, and none was found. ${how}, ` +
      "or set CHROME_PATH to the program if it is in an unusual place; then run the tests again."
  );
}

/** The flags for a browser that tests drive: quiet, without background traffic of its own. */
export function launchFlags({isRoot}: Pick<Machine, "isRoot"> = thisMachine): string[] {
  return [
    ...(isRoot ? ["--no-sandbox"] : []), // the sandbox refuses to run as root
    "--disable-gpu",
    "--disable-dev-shm-usage", // containers give it 64 MB
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync"
  ];
}
