import {flagship, shortRun, smallRun} from "./recipes.js";
import {trainingCost} from "./trainingCost.js";

/** A cell of a published table; null where the source has none. */
export type Cell = string | number | boolean | null | readonly number[];

/** Where a figure is from: read in the source, or written down from memory and not checked against it. */
export type Reading = "found in text" | "recalled" | "mixed";

/** A table that others have published. */
export interface PublishedTable {
  id: string;
  title: string;
  source: string;
  label: Reading;
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
  note?: string;
  /** Of mixed tables: how each row is to be taken, by its first cell. */
  row_labels?: Readonly<Record<string, string>>;
}

/** data/gan/published.json */
export interface PublishedFile {
  labels: Readonly<Record<string, string>>;
  tables: readonly PublishedTable[];
}

/** A table by its id. @throws RangeError if there is none. */
export function tableOf({tables}: PublishedFile, id: string): PublishedTable {
  const table = tables.find((one) => one.id === id);
  if (!table)
    throw new RangeError(`id is ${JSON.stringify(id)}, but must be one of ${tables.map((d) => d.id).join(", ")}`);
  return table;
}

/** The cell in a column of the row whose first cells are these. @throws RangeError if there is none. */
export function cellOf(table: PublishedTable, first: readonly Cell[], column: string): Cell {
  const place = table.columns.indexOf(column);
  const row = table.rows.find((cells) => first.every((cell, i) => cells[i] === cell));
  if (place < 0 || !row) throw new RangeError(`${table.id} has no ${column} of ${first.join(", ")}`);
  return row[place]!;
}

/** Hours that a text such as “9d 18h” says. @throws RangeError if it says none. */
export function hoursOf(text: string): number {
  const match = /^(?:(\d+)d)? ?(?:(\d+)h)?$/.exec(text);
  if (!match || !(match[1] || match[2]))
    throw new RangeError(`text is ${JSON.stringify(text)}, but must be days and hours such as "9d 18h"`);
  return 24 * Number(match[1] ?? 0) + Number(match[2] ?? 0);
}

export const hoursInYear = 24 * 365.25;

/** A training and what it took. */
export interface CostRow {
  name: string;
  ours: boolean;
  /** What worked at it, and for how many hours of one such device. */
  device: "V100" | "GTX 1080 Ti" | "core";
  hours: number;
  /** Real pictures shown, where that is said. */
  images: number | null;
  /** Pixels along a side. */
  size: number;
}

/** What is to be assumed where nobody says: watts of a device, and arithmetic of a core in a second. */
export interface CostAssumptions {
  gpuWatts: number;
  coreWatts: number;
  /** Thousand million multiplications and additions a second. */
  coreGigaflops: number;
  /** Dollars for a kilowatt-hour. */
  price: number;
}

/** Published trainings and ours, the largest first. */
export function costRows(file: PublishedFile, {coreGigaflops}: CostAssumptions): CostRow[] {
  const gpuYears = (item: string) =>
    hoursInYear * (cellOf(tableOf(file, "stylegan2-energy"), [item], "v100_gpu_years") as number);
  const eight = (id: string, first: Cell[], column: string) =>
    8 * hoursOf(cellOf(tableOf(file, id), first, column) as string);
  const theirs: CostRow[] = [
    {
      name: "StyleGAN2, the whole project",
      device: "V100",
      hours: gpuYears("entire project"),
      images: null,
      size: 1024,
      ours: false
    },
    {
      name: "BigGAN in PyTorch, ImageNet",
      device: "V100",
      hours: 15 * 24 * 8,
      images: 150_000 * 2048,
      size: 128,
      ours: false
    },
    {
      name: "StyleGAN2, faces",
      device: "V100",
      hours: eight("stylegan2-time", ["F", "1024", 25_000], "8gpu"),
      images: 25e6,
      size: 1024,
      ours: false
    },
    {
      name: "StyleGAN, faces",
      device: "V100",
      hours: eight("stylegan-time", [8], "1024"),
      images: null,
      size: 1024,
      ours: false
    },
    {
      name: "Branwen’s anime faces, StyleGAN",
      device: "GTX 1080 Ti",
      hours: 38 * 24,
      images: null,
      size: 512,
      ours: false
    }
  ];
  const ours = [
    {name: "ours, the long run", config: flagship.config, size: 32},
    {name: "ours, the short run", config: shortRun(1).config, size: 32},
    {name: "ours, the small run", config: smallRun(1).config, size: 16}
  ].map(({name, config, size}): CostRow => {
    const {images, flops} = trainingCost(config);
    return {name, device: "core", hours: flops / (coreGigaflops * 1e9) / 3600, images, size, ours: true};
  });
  return [...theirs, ...ours].sort((a, b) => b.hours - a.hours);
}

/** Kilowatt-hours of a training. */
export function energyOf({device, hours}: CostRow, {gpuWatts, coreWatts}: CostAssumptions): number {
  return (hours * (device === "core" ? coreWatts : gpuWatts)) / 1000;
}
