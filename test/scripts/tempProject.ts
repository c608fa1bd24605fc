import {spawn} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {openProject, type Profile, type Project} from "../../scripts/project.js";

const repository = fileURLToPath(new URL("../../", import.meta.url));

export interface TempProject {
  folder: string;
  project: Project;
  write(path: string, text: string): void;
  read(path: string): string;
  has(path: string): boolean;
  /** Runs a script of the repository in the project's folder. */
  run(script: string, args?: string[], prefix?: string[]): Promise<{code: number | null; text: string}>;
}

const config = `import {siteConfig} from "../../../scripts/siteConfig.js";
export default siteConfig({title: "A site", description: "For tests.", groups: [{name: "Pages", folder: "kelly", first: []}]});
`;

/** Makes a small project inside the repository's cache folder, so that it finds the packages, for `use` to work in. */
export async function withProject(
  files: Record<string, string>,
  use: (project: TempProject) => Promise<void>,
  profile: Profile = "report"
): Promise<void> {
  mkdirSync(join(repository, ".cache/tests"), {recursive: true});
  const folder = mkdtempSync(join(repository, ".cache/tests/project-"));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), text);
  };
  const all = {
    "package.json": `{"type": "module", "private": true}`,
    "package-lock.json": "{}",
    "tsconfig.json": readFileSync(join(repository, "tsconfig.json"), "utf8"),
    "observablehq.config.ts": config,
    "src/style.css": `@import url("observablehq:default.css");`,
    ...files
  };
  for (const name of ["src", "data", "models", "components"]) mkdirSync(join(folder, name));
  for (const [path, text] of Object.entries(all)) write(path, text);
  try {
    await use({
      folder,
      project: openProject(folder, profile),
      write,
      read: (path) => readFileSync(join(folder, path), "utf8"),
      has: (path) => existsSync(join(folder, path)),
      async run(script, args = [], prefix = []) {
        const command = [...prefix, process.execPath, "--import", "tsx", join(repository, script), ...args];
        const child = spawn(command[0]!, command.slice(1), {
          cwd: folder,
          env: {...process.env, THREE_GAMES_PROFILE: profile, NODE_TEST_CONTEXT: undefined},
          stdio: ["ignore", "pipe", "pipe"]
        });
        let text = "";
        for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
        const code = await new Promise<number | null>((resolve, reject) => {
          child.once("error", reject);
          child.once("close", resolve);
        });
        return {code, text};
      }
    });
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** A loader that counts its runs in the file runs.log and writes what `expression` gives. */
export function countingLoader(imports: string, expression: string): string {
  return `import {appendFileSync} from "node:fs";
${imports}
appendFileSync("runs.log", \`\${process.argv[1]!.split(/[\\\\/]/).at(-1)}\\n\`);
process.stdout.write(JSON.stringify(${expression}));
`;
}
