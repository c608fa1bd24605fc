import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {kellyQuotes} from "../../../components/kelly/quotes.js";
import {unitCosts} from "../../../models/kelly/unitCost.js";
import {value} from "../../../models/kelly/value.js";

const quote = (name: string) => kellyQuotes[name]!();
const shares = (name: string) => Number.parseFloat(quote(name)) / 100;

test("so many flips of a 55 % coin, and no fewer, are worth ten of a 70 % coin", () => {
  const target = value({edge: 0.7, ceiling: 250, rounds: 10, wealth: 25});
  const flips = Number(quote("value.55percentFlips"));
  const worth = (rounds: number) => value({edge: 0.55, ceiling: 250, rounds, wealth: 25});
  assert.ok(worth(flips) >= target && worth(flips - 1) < target, String(flips));
});

test("a single unit costs what the tables say, and (1 − p)/p of the ceiling only from the edge named", () => {
  const cost = (edge: number) => {
    const solved = unitCosts({edge, ceiling: 250, rounds: 300, unit: 1}, 250);
    return solved.cost[300 * (solved.cost.length / 301)]! / 250;
  };
  for (const [name, edge] of [
    ["pennies.lone55", 0.55],
    ["pennies.lone60", 0.6],
    ["pennies.loneHolds", shares("pennies.holdsFrom")]
  ] as const)
    assert.ok(Math.abs(cost(edge) - shares(name)) <= 0.005 + 1e-9, name);
  const from = shares("pennies.holdsFrom");
  assert.ok(Math.abs(cost(from) - (1 - from) / from) < 0.005);
  assert.ok(Math.abs(cost(0.6) - 0.4 / 0.6) > 0.1);
});

test("the prose types no number about the people, who are in the data", () => {
  for (const page of ["value", "strategies", "play"]) {
    const prose = readFileSync(`src/kelly/${page}.md`, "utf8").split("---").slice(2).join("---");
    assert.doesNotMatch(prose, /\b61\b|\$91|\$75|\b(21|28|51) %|[Ee]ighteen|\b41\b/, page);
  }
  assert.equal(quote("people.between"), "51 %");
  assert.equal(quote("pennies.centCost"), "$0.00033");
});
