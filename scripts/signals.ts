/**
 * An abort signal that fires on Ctrl-C or a polite request to end, so that children are ended and locks released
 * before the process goes. A second Ctrl-C ends it at once.
 */
export function abortOnSignals(): AbortSignal {
  const controller = new AbortController();
  for (const [name, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129]
  ] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(code);
      process.exitCode = code;
      controller.abort(new Error(`ended by ${name}`));
    });
  }
  return controller.signal;
}
