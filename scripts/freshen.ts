import {loaderKeys} from "./loaderKeys.js";
import {dropOrphans, dropOutput, findOutput, publishOutput} from "./loaderStore.js";
import type {Project} from "./project.js";
import {type Loader, listLoaders} from "./targets.js";

/**
 * Makes sure that Framework's cache holds no output that is out of date: hands it every output whose key is in the
 * store and takes away all others. Returns the loaders that have to run.
 */
export async function freshen(project: Project, loaders = listLoaders(project)): Promise<Loader[]> {
  dropOrphans(project);
  const keys = await loaderKeys(project, loaders);
  return loaders.filter((loader) => {
    const key = keys.get(loader.target)!;
    const stored = key instanceof Error ? undefined : findOutput(project, loader.target, key);
    if (stored) publishOutput(project, loader, stored);
    else dropOutput(project, loader.target);
    return !stored;
  });
}
