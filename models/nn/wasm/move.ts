/** Copies `count` blocks of `size` numbers; blocks begin `fromStep` and `toStep` numbers apart. */
export function copyBlocks(from: usize, fromStep: i32, to: usize, toStep: i32, size: i32, count: i32): void {
  for (let i = 0; i < count; ++i) {
    memory.copy(to, from, <usize>size << 2);
    from += <usize>fromStep << 2;
    to += <usize>toStep << 2;
  }
}

/** out [count, width] = the rows of a table that `rows` (int32) names. */
export function gatherRows(table: usize, rows: usize, out: usize, count: i32, width: i32): void {
  const size = <usize>width << 2;
  for (let i = 0; i < count; ++i) {
    memory.copy(out, table + <usize>load<i32>(rows + (<usize>i << 2)) * size, size);
    out += size;
  }
}

/** Adds each row of a [count, width] to the row of `out` that `rows` names. */
export function scatterRows(a: usize, rows: usize, out: usize, count: i32, width: i32): void {
  const size = <usize>width << 2;
  for (let i = 0; i < count; ++i) {
    let to = out + <usize>load<i32>(rows + (<usize>i << 2)) * size;
    for (let j = 0; j < width; ++j) {
      store<f32>(to, load<f32>(to) + load<f32>(a));
      to += 4;
      a += 4;
    }
  }
}
