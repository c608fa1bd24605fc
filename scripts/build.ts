/** `npm run build`: the whole site as static files. On any failure the site built before stays as it was. */
process.env.OBSERVABLE_TELEMETRY_DISABLE = "1"; // before Framework is loaded

const {buildSite} = await import("./buildSite.js");
const {openProject} = await import("./project.js");
const {abortOnSignals} = await import("./signals.js");

const verbose = process.argv.includes("--verbose");
try {
  await buildSite(openProject(), {verbose, signal: abortOnSignals()});
} catch (error) {
  const known = error instanceof Error && error.name === "BuildError";
  console.error(known ? `\n${error.message}` : error);
  process.exitCode ||= 1;
}

export {};
