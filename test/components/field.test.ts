import assert from "node:assert/strict";
import {test} from "node:test";
import * as Plot from "@observablehq/plot";
import {scaleLinear, scaleLog} from "d3";
import fc from "fast-check";
import {JSDOM} from "jsdom";
import {apart, type FieldAxis, fieldAxes} from "../../components/field.js";
import {moveTicks} from "../../components/fieldTicks.js";

test("of labels that would lie on each other the first stays", () => {
  const at = (x: number, y: number) => ({x, y});
  assert.deepEqual(apart([at(0, 0), at(10, 10), at(0, 20), at(60, 5)]), [at(0, 0), at(0, 20), at(60, 5)]);
});

test("ticks that are moved stand where Plot would draw them", () => {
  const {document} = new JSDOM("").window;
  const margin = {top: 12, right: 16, bottom: 38, left: 52};
  const [width, height] = [640, 320];
  const plain = (ax: FieldAxis, ay: FieldAxis) => Plot.plot({...fieldAxes(ax, ay, margin), width, height, document});
  const ticks = (drawing: Element) =>
    Array.from(drawing.querySelectorAll("[aria-label$='tick'] > *, [aria-label$='tick label'] > *"), (d) =>
      [d.getAttribute("transform")!.replace(/\d+\.\d+/g, (n) => Number(n).toFixed(6)), d.textContent].join(" ")
    );
  const rounded = (value: number) => `$${value.toFixed(1)}`;
  const number = fc.double({min: 0.01, max: 2000, noNaN: true});
  fc.assert(
    fc.property(
      fc.array(fc.tuple(number, number), {minLength: 2, maxLength: 5}),
      fc.boolean(),
      fc.boolean(),
      (domains, log, written) => {
        const axes = (low: number, span: number): [FieldAxis, FieldAxis] => [
          {label: "flips", domain: [low + span, low]},
          {label: "wealth", domain: [low, low + span], log, ...(written && {format: rounded})}
        ];
        const moved = plain(...axes(...domains[0]!));
        for (const [low, span] of domains.slice(1)) {
          const [ax, ay] = axes(low, span);
          const x = scaleLinear(ax.domain, [margin.left, width - margin.right]);
          const y = (log ? scaleLog : scaleLinear)(ay.domain, [height - margin.bottom, margin.top]);
          moveTicks(moved, "x", {scale: x});
          moveTicks(moved, "y", {scale: y, format: ay.format});
          assert.deepEqual(ticks(moved), ticks(plain(ax, ay)));
        }
      }
    ),
    {numRuns: 60}
  );
});
