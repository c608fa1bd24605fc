import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {fileURLToPath} from "node:url";
import {gzipSync} from "node:zlib";
import {unaryKinds} from "../../../models/nn/kernels.js";
import {kernelModule, kernelModules} from "../../../scripts/compileKernels.js";

const folder = fileURLToPath(new URL("../../../models/nn/", import.meta.url));

for (const module of kernelModules)
  test(`${module.file} is what its sources compile to`, async () => {
    const committed = readFileSync(`${folder}${module.file}`, "utf8");
    assert.ok(committed === (await kernelModule(module)), "run npx tsx scripts/compileKernels.ts");
    assert.ok(gzipSync(committed).length < 25_000);
  });

test("the functions of one number have the same order in the kernels and outside", () => {
  const source = readFileSync(`${folder}wasm/elementwise.ts`, "utf8");
  const names = /enum Unary \{([^}]*)\}/.exec(source)![1]!.match(/\w+/g);
  assert.deepEqual(names, [...unaryKinds]);
});
