/**
 * `npm start`: serves the site with live reload while data is still being computed. Options: --port N (3000, or the
 * next free one), --host NAME (127.0.0.1), --verbose (what Framework logs).
 */
process.env.OBSERVABLE_TELEMETRY_DISABLE = "1"; // before Framework is loaded

import {once} from "node:events";
import {createServer, type Server} from "node:http";
import {parseArgs} from "node:util";

const {values} = parseArgs({
  options: {port: {type: "string"}, host: {type: "string", default: "127.0.0.1"}, verbose: {type: "boolean"}}
});

/** Listens on the wanted port, or on the first free one from 3000. */
async function listen(server: Server, host: string, wanted?: string): Promise<number> {
  for (let port = wanted === undefined ? 3000 : Number(wanted); ; ++port) {
    try {
      server.listen(port, host);
      await once(server, "listening");
      return (server.address() as {port: number}).port;
    } catch (error) {
      if (wanted !== undefined || (error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    }
  }
}

const {abortOnSignals} = await import("./signals.js");
const {startPreview} = await import("./startPreview.js");
const server = createServer();
const signal = abortOnSignals();
const port = await listen(server, values.host, values.port);
await startPreview({server, url: `http://${values.host}:${port}/`, verbose: values.verbose, signal});
