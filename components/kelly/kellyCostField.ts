import {bisectCenter} from "d3";
import type {StakesFile} from "../../models/kelly/files.js";
import {sequential} from "../colorTable.js";
import {field} from "../field.js";
import {type Figure, figure, fill} from "../figure.js";
import {count, dollars, percent, wholeDollars} from "../format.js";

/** A tenth of a cent: what costs less is drawn, and spoken of, as free. */
const least = 0.001;

/** Refuses a file that is not what it should be. */
export function checkStakesFile(file: StakesFile): StakesFile {
  const cells = file.rounds.length * file.wealth.length;
  for (const column of [file.low, file.high, file.kellyCost])
    if (column.length !== cells || !column.every(Number.isFinite)) throw new Error("stakes.json is malformed");
  return file;
}

/** Rows from the greatest wealth down, columns from the most flips left on: levels on a logarithmic colour scale. */
export function costLevels({rounds, wealth, kellyCost}: StakesFile, columns: number): Uint8Array {
  const most = Math.max(...kellyCost);
  const from = Math.log(rounds.at(-1)!);
  const levels = new Uint8Array(columns * wealth.length);
  for (let column = 0; column < columns; ++column) {
    const row = bisectCenter(rounds, Math.exp(from * (1 - column / (columns - 1))));
    for (let i = 0; i < wealth.length; ++i) {
      const cost = kellyCost[row * wealth.length + i]!;
      const level = cost <= least ? 0 : (255 * Math.log(cost / least)) / Math.log(most / least);
      levels[(wealth.length - 1 - i) * columns + column] = level;
    }
  }
  return levels;
}

/** What Kelly's one stake costs, over the whole of the default game: painted once, from the built file. */
export function kellyCostField(data: Promise<StakesFile>): HTMLElement {
  let file: StakesFile | undefined;
  const chart = field({
    label: "What Kelly’s stake costs over flips left and wealth",
    height: "clamp(260px, 38cqw, 360px)",
    table: () => sequential("ruin").table,
    read: (x, y) => {
      if (!file) return "";
      const row = bisectCenter(file.rounds, x);
      const at = row * file.wealth.length + bisectCenter(file.wealth, y);
      return `${dollars(file.wealth[bisectCenter(file.wealth, y)]!)} with ${count(file.rounds[row]!, "flip")} left\noptimal: ${dollars(file.low[at]!)} to ${dollars(file.high[at]!)}\nKelly’s stake costs ${dollars(file.kellyCost[at]!)}`;
    }
  });
  const frame: Figure = figure({
    title: "What staking by Kelly costs, one flip at a time",
    children: [chart.node]
  });
  fill(frame, data, (loaded) => {
    file = checkStakesFile(loaded);
    const columns = 360;
    chart.update({
      levels: costLevels(file, columns),
      columns,
      rows: file.wealth.length,
      x: {label: "Flips left", domain: [file.rounds.at(-1)!, 1], log: true, format: String},
      y: {label: "Wealth ($)", domain: [0, file.ceiling]}
    });
    frame.summary(
      `The default game (${percent(file.edge, 0)} coin, ${wholeDollars(file.ceiling)} ceiling). Pale: Kelly’s stake costs less than a tenth of a cent. Deep: up to ${dollars(Math.max(...file.kellyCost))}, on a logarithmic scale. Most of the cost falls on the last flips, at the right edge.`
    );
  });
  return frame.node;
}
