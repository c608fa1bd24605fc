import {parseLineage} from "../../models/gan/lineage.js";

const name = "three-games/gan/nobody";

/** More are not remembered: the oldest go first. */
const most = 200;

/** The faces that were kept in this browser; none if what is stored makes no sense, or nothing may be stored. */
export function readKept(): string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(name) ?? "[]");
    if (!Array.isArray(list)) return [];
    return [...new Set(list.filter(isLineage))].slice(-most);
  } catch {
    return [];
  }
}

/** Remembers the faces that are kept; where nothing may be stored, they last as long as the page. */
export function writeKept(kept: readonly string[]): void {
  try {
    localStorage.setItem(name, JSON.stringify(kept.slice(-most)));
  } catch {}
}

function isLineage(text: unknown): text is string {
  if (typeof text !== "string") return false;
  try {
    parseLineage(text);
    return true;
  } catch {
    return false;
  }
}
