/** out [rows, columns]: each row eˣ / Σeˣ, its largest number subtracted first. */
export function softmax(a: usize, out: usize, rows: i32, columns: i32): void {
  const size = <usize>columns << 2;
  for (let row = 0; row < rows; ++row) {
    const top = largest(a, columns);
    let sum: f32 = 0;
    for (let at: usize = 0; at < size; at += 4) {
      const e = NativeMathf.exp(load<f32>(a + at) - top);
      store<f32>(out + at, e);
      sum += e;
    }
    for (let at: usize = 0; at < size; at += 4) store<f32>(out + at, load<f32>(out + at) / sum);
    a += size;
    out += size;
  }
}

/** out [rows]: ln Σeˣ of each row. */
export function logSumExp(a: usize, out: usize, rows: i32, columns: i32): void {
  const size = <usize>columns << 2;
  for (let row = 0; row < rows; ++row) {
    const top = largest(a, columns);
    let sum: f32 = 0;
    for (let at: usize = 0; at < size; at += 4) sum += NativeMathf.exp(load<f32>(a + at) - top);
    store<f32>(out, top + NativeMathf.log(sum));
    a += size;
    out += 4;
  }
}

function largest(a: usize, n: i32): f32 {
  let top = load<f32>(a);
  for (let i = 1; i < n; ++i) top = max<f32>(top, load<f32>(a + (<usize>i << 2)));
  return top;
}
