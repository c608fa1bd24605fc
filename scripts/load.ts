/** `npm run load`: runs the data loaders whose inputs have changed, and no others. */
import {loadAll} from "./loadAll.js";
import {prepareRoot} from "./prepareRoot.js";
import {openProject} from "./project.js";
import {abortOnSignals} from "./signals.js";

const project = openProject();
prepareRoot(project);
const {ran, fresh, failed} = await loadAll(project, {signal: abortOnSignals()});
for (const error of failed) console.error(`\n${error.message}`);
console.log(`${ran} ran, ${fresh} fresh${failed.length ? `, ${failed.length} failed` : ""}`);
if (failed.length) process.exitCode ||= 1;
