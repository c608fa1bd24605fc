import {writeFileSync} from "node:fs";
import {relative} from "node:path";
import {inspect} from "node:util";

/**
 * A reporter for node:test that shows failures in full and passes as a count, and writes `{passed, failed}` to the file
 * named by THREE_GAMES_COUNTS. In JavaScript, because Node loads reporters before it can read TypeScript.
 */

/** The stack of an error and of what caused it. */
function* stacks(error) {
  for (; error; error = error.cause) yield error.stack ?? inspect(error, {depth: 4});
}

function* failure({name, file, details}) {
  const {cause = details?.error} = details?.error ?? {};
  const place = file ? ` (${relative(process.cwd(), file)})` : "";
  yield `✖ ${name}${place}\n${[...stacks(cause)].join("\ncaused by ").replace(/^/gm, "    ")}\n\n`;
}

/** Turns the events of a test run into text. A suite counts by its tests alone; a test that was skipped is shown. */
export default async function* testReporter(events) {
  let [passed, failed, skipped] = [0, 0, 0];
  for await (const {type, data} of events) {
    const isSuite = data.details?.type === "suite";
    if (type === "test:pass" && !isSuite) {
      if (data.skip === undefined) ++passed;
      else {
        ++skipped;
        yield `- ${data.name}: skipped${typeof data.skip === "string" ? `, ${data.skip}` : ""}\n`;
      }
    } else if (type === "test:fail") {
      const {code, failureType} = data.details?.error ?? {};
      // A parent fails with its parts, which have been told already.
      if (code === "ERR_TEST_FAILURE" && failureType === "subtestsFailed") continue;
      ++failed;
      yield* failure(data);
    } else if (type === "test:stdout" || type === "test:stderr") {
      yield data.message ?? "";
    }
  }
  const {THREE_GAMES_COUNTS} = process.env;
  if (THREE_GAMES_COUNTS) writeFileSync(THREE_GAMES_COUNTS, JSON.stringify({passed, failed}));
  yield `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}\n`;
}
