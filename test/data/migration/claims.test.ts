import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {checkClaimsFile} from "../../../components/migration/claimsFigure.js";

test("claims.json holds fourteen rows, each with the line that computes it", () => {
  const text = execFileSync(process.execPath, ["--import", "tsx", "data/migration/claims.json.ts"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"]
  });
  assert.ok(text.length < 60_000, `${text.length} bytes`);
  for (const {id, code} of checkClaimsFile(JSON.parse(text))) {
    const [, file, line] = /^(models\/migration\/claims\/\w+\.ts)#L(\d+)$/.exec(code)!;
    assert.match(readFileSync(file!, "utf8").split("\n")[Number(line) - 1]!, /^export function \w+/, id);
  }
});
