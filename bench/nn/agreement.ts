/** Throws unless two arrays differ by at most a part of the size of theirs. */
export function mustAgreeAbout(ours: ArrayLike<number>, theirs: ArrayLike<number>, part = 1e-3): void {
  if (ours.length !== theirs.length) throw new Error(`ours has ${ours.length} numbers, the peer ${theirs.length}`);
  let apart = 0;
  let size = 0;
  for (let i = 0; i < ours.length; ++i) {
    apart += (ours[i]! - theirs[i]!) ** 2;
    size += theirs[i]! ** 2;
  }
  // Written so that a value that is not a number disagrees.
  if (!(Math.sqrt(apart) <= part * Math.sqrt(size)))
    throw new Error(`ours and the peer's are ${Math.sqrt(apart / size)} of their size apart`);
}

/** Milliseconds of each of so many runs. */
export function times(count: number, run: () => unknown): number[] {
  return Array.from({length: count}, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
}
