import type {Game} from "../../models/kelly/game.js";

/**
 * Games under way, kept in the reader's own browser, so that a reload or a slider moved and moved back loses nothing.
 * Where the browser allows no storage, games live as long as the page.
 */

const place = "three-games/kelly/play";

/** How many games are kept, the latest played. */
const most = 40;

const memory = new Map<string, string>();

function keyOf({edge, ceiling, rounds, wealth}: Game, seed: string): string {
  return JSON.stringify([edge, ceiling, rounds, wealth, seed]);
}

function readAll(): [key: string, code: string][] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place) ?? "[]");
    if (Array.isArray(found))
      return found.filter((d) => Array.isArray(d) && typeof d[0] === "string" && typeof d[1] === "string");
  } catch {
    // Storage that is closed to us, or holds something else, counts as empty.
  }
  return [...memory];
}

/** The stakes of a game as they were last saved, as code; undefined for a game not yet begun. */
export function loadStakes(game: Game, seed: string): string | undefined {
  const key = keyOf(game, seed);
  return readAll().find(([name]) => name === key)?.[1];
}

/** Keeps the stakes of a game; an empty code forgets it. */
export function saveStakes(game: Game, seed: string, code: string): void {
  const key = keyOf(game, seed);
  const others = readAll().filter(([name]) => name !== key);
  const all = code ? [...others, [key, code] as [string, string]].slice(-most) : others;
  memory.clear();
  for (const [name, text] of all) memory.set(name, text);
  try {
    localStorage.setItem(place, JSON.stringify(all));
  } catch {
    // The page still remembers.
  }
}
