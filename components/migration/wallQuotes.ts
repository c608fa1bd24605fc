import {wallFacts} from "../../models/migration/wallFacts.js";
import {percent} from "../format.js";
import {years} from "./format.js";

const number = (value: number) => value.toLocaleString("en-US");
const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const {times} = wallFacts;
const meanTime = (name: keyof typeof times) => years(times[name].mean);

/** The computed numbers that the page src/migration/wall.md quotes, by name; each name begins with `wall.`. */
export const wallQuotes: Record<string, () => string> = {
  "wall.nodes": () => number(wallFacts.nodes),
  "wall.edges": () => number(wallFacts.edges),
  "wall.free": () => number(wallFacts.free),
  "wall.alone": () => number(wallFacts.alone),
  "wall.hub": () => wallFacts.hub,
  "wall.hubDependents": () => number(wallFacts.hubDependents),
  "wall.cycles": () => words[wallFacts.cycles] ?? number(wallFacts.cycles),
  "wall.onCycles": () => number(wallFacts.onCycles),
  "wall.behind": () => number(wallFacts.stuck - wallFacts.onCycles),
  "wall.stuck": () => number(wallFacts.stuck),
  "wall.leftWords": () =>
    wallFacts.leftByKeystones === 0 ? "nobody is deadlocked any more" : `${wallFacts.leftByKeystones} stay deadlocked`,
  "wall.hardAdvantage": () => String(wallFacts.hardAdvantage),
  ...Object.fromEntries(Object.keys(times).map((name) => [`wall.${name}`, () => meanTime(name as keyof typeof times)])),
  "wall.won2": () => percent(times.debian2.reached, 0),
  "wall.uncoupledAdvantage": () => String(wallFacts.uncoupled.advantage),
  "wall.uncoupled0": () => years(wallFacts.uncoupled.times[0].mean),
  "wall.uncoupled2": () => years(wallFacts.uncoupled.times[2].mean),
  "wall.hardDebian": () => years(wallFacts.hardTimes.debian.mean),
  "wall.hardHubs": () => years(wallFacts.hardTimes.hubs.mean)
};
