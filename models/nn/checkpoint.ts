import {fromHalf, toHalf} from "./half.js";
import {misfit, type Shape, sameShape} from "./shape.js";
import type {Tensor} from "./tensor.js";

/** Something that can be saved: named tensors, and a few numbers beside them. */
export interface Saved {
  tensors(): Iterable<[string, Tensor]>;
  numbers(): Record<string, number | number[]>;
  restore(numbers: Record<string, never>): void;
}

export interface Entry {
  name: string;
  shape: Shape;
}

interface Header<Meta> {
  format: "fp32" | "fp16";
  meta: Meta;
  numbers: Record<string, Record<string, number | number[]>>;
  entries: Entry[];
}

const magic = "3GNN";

function* entries(parts: Record<string, Saved>): Iterable<{name: string; tensor: Tensor}> {
  for (const [part, saved] of Object.entries(parts))
    for (const [name, tensor] of saved.tensors()) yield {name: `${part}/${name}`, tensor};
}

/**
 * One buffer that holds all parts and `meta`, anything that JSON can say. As "fp32" it is exact: parameters, optimiser,
 * averages and streams restored from it go on to the same bytes as a training that was not interrupted. As "fp16" it is
 * half as large, for weights to publish.
 *
 *     const bytes = saveCheckpoint({generator, adam, ema, noise}, {step});
 *     const {step} = restoreCheckpoint(bytes, {generator, adam, ema, noise});
 *
 * Layout: 4 letters "3GNN", the length of the header (uint32), the header as JSON in UTF-8 filled up with spaces to a
 * multiple of 4, and the numbers of each entry in turn, little-endian.
 */
export function saveCheckpoint(
  parts: Record<string, Saved>,
  meta: unknown = null,
  format: "fp32" | "fp16" = "fp32"
): ArrayBuffer {
  const all = [...entries(parts)];
  const header: Header<unknown> = {
    format,
    meta,
    numbers: Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.numbers()])),
    entries: all.map(({name, tensor}) => ({name, shape: tensor.shape}))
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = 8 + ((text.length + 3) & ~3);
  const width = format === "fp16" ? 2 : 4;
  const count = all.reduce((sum, {tensor}) => sum + tensor.size, 0);
  const buffer = new ArrayBuffer(start + width * count);
  const bytes = new Uint8Array(buffer);
  bytes.fill(32, 8, start);
  bytes.set(new TextEncoder().encode(magic));
  new DataView(buffer).setUint32(4, start - 8, true);
  bytes.set(text, 8);
  let at = 0;
  const halves = format === "fp16" ? new Uint16Array(buffer, start) : null;
  const floats = halves ? null : new Float32Array(buffer, start);
  for (const {tensor} of all) {
    const {data} = tensor;
    floats?.set(data, at);
    if (halves) for (let i = 0; i < data.length; ++i) halves[at + i] = toHalf(data[i]!);
    at += tensor.size;
  }
  return buffer;
}

function readHeader<Meta>(buffer: ArrayBuffer): {header: Header<Meta>; start: number} {
  const bytes = new Uint8Array(buffer);
  if (buffer.byteLength < 8 || new TextDecoder().decode(bytes.subarray(0, 4)) !== magic)
    throw new RangeError(`checkpoint has ${buffer.byteLength} bytes that do not begin with ${magic}`);
  const start = 8 + new DataView(buffer).getUint32(4, true);
  if (start > buffer.byteLength)
    throw new RangeError(`checkpoint has ${buffer.byteLength} bytes, but its header ends at ${start}`);
  return {header: JSON.parse(new TextDecoder().decode(bytes.subarray(8, start))) as Header<Meta>, start};
}

/** The meta of a checkpoint, without restoring it. */
export function checkpointMeta<Meta = unknown>(buffer: ArrayBuffer): Meta {
  return readHeader<Meta>(buffer).header.meta;
}

/**
 * Restores parts from a checkpoint and gives its meta. Parts of the checkpoint that are not asked for are passed over.
 *
 * @throws RangeError if it is no checkpoint, is cut short, lacks a tensor or has it in another shape.
 */
export function restoreCheckpoint<Meta = unknown>(buffer: ArrayBuffer, parts: Record<string, Saved>): Meta {
  const {header, start} = readHeader<Meta>(buffer);
  const width = header.format === "fp16" ? 2 : 4;
  const places = new Map<string, {at: number; shape: Shape}>();
  let at = 0;
  for (const {name, shape} of header.entries) {
    places.set(name, {at, shape});
    at += shape.reduce((product, length) => product * length, 1);
  }
  if (buffer.byteLength !== start + width * at)
    throw new RangeError(`checkpoint has ${buffer.byteLength} bytes, but must have ${start + width * at}`);
  // Everything is looked at before anything is changed.
  const found = [...entries(parts)].map(({name, tensor}) => {
    const place = places.get(name);
    if (!place) throw new RangeError(`checkpoint has no ${name}`);
    if (!sameShape(place.shape, tensor.shape))
      throw misfit(`checkpoint, ${name}`, place.shape, tensor.shape, "not the same");
    return {tensor, at: place.at};
  });
  for (const name of Object.keys(parts)) if (!header.numbers[name]) throw new RangeError(`checkpoint has no ${name}`);
  for (const {tensor, at} of found) {
    if (width === 4) tensor.data.set(new Float32Array(buffer, start + 4 * at, tensor.size));
    else tensor.data.set(Float32Array.from(new Uint16Array(buffer, start + 2 * at, tensor.size), fromHalf));
  }
  for (const [name, part] of Object.entries(parts)) part.restore(header.numbers[name] as Record<string, never>);
  return header.meta;
}
