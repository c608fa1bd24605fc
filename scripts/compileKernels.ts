/**
 * Compiles the kernels of the training engine, models/nn/wasm/*.ts, into modules that hold the binary as text, so that
 * loaders, tests, workers and exported pages need to read no file:
 *
 *     npx tsx scripts/compileKernels.ts
 *
 * writes models/nn/kernelsWasm.ts, and kernelsRelaxedWasm.ts with relaxed SIMD. Both are committed; a test compares.
 */
import {readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import asc from "assemblyscript/asc";

const folder = fileURLToPath(new URL("../models/nn/", import.meta.url));

/** The generated modules: name of file and of constant, and what they are for. */
export const kernelModules = [
  {file: "kernelsWasm.ts", name: "kernelsWasm", relaxed: false, what: "The kernels in plain SIMD."},
  {
    file: "kernelsRelaxedWasm.ts",
    name: "kernelsRelaxedWasm",
    relaxed: true,
    what: "The kernels in relaxed SIMD: faster where it is there, but not the same to the last bit on every machine."
  }
] as const;

async function compile(relaxed: boolean): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const features = ["--enable", "simd", ...(relaxed ? ["--enable", "relaxed-simd"] : [])];
  const flags = [
    "-O3",
    "--noAssert",
    "--runtime",
    "stub",
    "--importMemory",
    "--initialMemory",
    "1",
    "--disableWarning",
    "112"
  ];
  const {error, stderr} = await asc.main(["index.ts", "--outFile", "kernels.wasm", ...flags, ...features], {
    // The base folder is that of the sources, whatever the working directory.
    readFile(name) {
      try {
        return readFileSync(join(folder, "wasm", name), "utf8");
      } catch {
        return null;
      }
    },
    writeFile(_name, contents) {
      binary = contents as Uint8Array;
    },
    listFiles: () => []
  });
  if (error || !binary) throw new Error(`the kernels do not compile: ${error?.message}\n${stderr}`);
  return binary;
}

/** The text of a generated module. */
export async function kernelModule({name, relaxed, what}: (typeof kernelModules)[number]): Promise<string> {
  const text = Buffer.from(await compile(relaxed)).toString("base64");
  return [
    `/** ${what} Made from wasm/ by scripts/compileKernels.ts: do not edit. */`,
    `export const ${name} = "${text}";`,
    ""
  ].join("\n");
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  for (const module of kernelModules)
    writeFileSync(join(dirname(folder), "nn", module.file), await kernelModule(module));
