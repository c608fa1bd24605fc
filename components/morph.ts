const clipName = /plot-clip-\d+/g;

/** Plot numbers its clips anew in every drawing: those of a new drawing, by the names that the old one gave them. */
function clipNames(old: Element, made: Element): Map<string, string> {
  const [before, now] = [old, made].map((d) => Array.from(d.querySelectorAll(`[id^="plot-clip-"]`), ({id}) => id));
  return new Map(now!.map((id, i) => [id, before![i] ?? id]));
}

function take(old: Element, made: Element, names: Map<string, string>): void {
  const value = (text: string) =>
    names.size > 0 && text.includes("plot-clip-") ? text.replace(clipName, (id) => names.get(id) ?? id) : text;
  for (const {name} of Array.from(old.attributes)) if (!made.hasAttribute(name)) old.removeAttribute(name);
  for (const attribute of Array.from(made.attributes)) {
    const next = value(attribute.value);
    if (old.getAttribute(attribute.name) !== next) old.setAttribute(attribute.name, next);
  }
  const [before, now] = [Array.from(old.childNodes), Array.from(made.childNodes)];
  now.forEach((child, i) => {
    const there = before[i];
    if (!there) old.append(child);
    else if (there.nodeName !== child.nodeName) there.replaceWith(child);
    else if (child.nodeType === 1) take(there as Element, child as Element, names);
    else if (there.nodeValue !== child.nodeValue) there.nodeValue = child.nodeValue;
  });
  for (const rest of before.slice(now.length)) rest.remove();
}

/**
 * Makes a drawing in the page look like a new one and keeps all of its nodes that can stay: a label that has not
 * changed is not set again, and a browser spends most of a redraw on setting labels.
 */
export function morph(old: Element, made: Element): void {
  take(old, made, clipNames(old, made));
}

/** Puts a drawing into the first place of its host, or into the drawing that is there. Returns what stands in the page. */
export function redraw<Drawing extends Element>(host: Element, made: Drawing): Drawing {
  const old = host.firstElementChild;
  if (old?.nodeName !== made.nodeName) {
    host.replaceChildren(made);
    return made;
  }
  morph(old, made);
  return old as Drawing;
}
