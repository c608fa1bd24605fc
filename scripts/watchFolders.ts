import {existsSync, type FSWatcher, readdirSync, watch} from "node:fs";
import {join} from "node:path";

/**
 * Calls `onChange` a moment after anything below the folders has changed, folders made later included. Links and dot
 * folders are not followed. Returns a function that ends the watch.
 */
export function watchFolders(folders: string[], onChange: () => void, delay = 80): () => void {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function visit(folder: string): void {
    if (!existsSync(folder)) return;
    if (!watchers.has(folder)) {
      const watcher = watch(folder, () => {
        clearTimeout(timer);
        timer = setTimeout(changed, delay);
      });
      watcher.on("error", () => drop(folder)); // it was removed
      watchers.set(folder, watcher);
    }
    for (const entry of readdirSync(folder, {withFileTypes: true}))
      if (entry.isDirectory() && !entry.name.startsWith(".")) visit(join(folder, entry.name));
  }

  function drop(folder: string): void {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  }

  function changed(): void {
    if (closed) return;
    for (const folder of watchers.keys()) if (!existsSync(folder)) drop(folder);
    for (const folder of folders) visit(folder);
    onChange();
  }

  for (const folder of folders) visit(folder);
  return () => {
    closed = true;
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}
