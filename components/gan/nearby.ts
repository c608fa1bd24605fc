/**
 * Work for a part of the page that need not be done while nobody sees it: `ask()` does it now if the node is near the
 * screen, and otherwise when it comes near. `seen` is told when it comes and goes.
 */
export function nearby(node: Element, work: () => void, seen: (near: boolean) => void = () => {}): () => void {
  let near = false;
  let stale = false;
  new IntersectionObserver(
    (entries) => {
      near = entries.at(-1)!.isIntersecting;
      seen(near);
      if (!near || !stale) return;
      stale = false;
      work();
    },
    {rootMargin: "240px"}
  ).observe(node);
  return () => {
    if (near) work();
    else stale = true;
  };
}
