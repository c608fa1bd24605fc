import {fightOnDebian} from "./graphWars.js";

// A process of its own, so that two cores work at once: fights wars number `from` up to `to` and prints the mean share.
const [from, to] = process.argv.slice(2).map(Number) as [number, number];
console.log(fightOnDebian(from, to));
