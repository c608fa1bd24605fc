import type {Game} from "../../models/kelly/game.js";
import {type Play, play, replay, stakesOf, startPlay} from "../../models/kelly/play.js";
import {decodeStakes, encodeStakes} from "../../models/kelly/playCode.js";
import {type Rivals, rivals} from "../../models/kelly/rivals.js";
import {readUrl, writeUrl} from "../inputs/urlState.js";
import {loadStakes, saveStakes} from "./playStore.js";

const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/** Six letters and digits that are hard to mistake for each other. */
export function newSeed(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (n) => letters[n % letters.length]).join("");
}

/** The game under way, and where it is kept: the seed in the address, the stakes in the browser. */
export interface PlaySession {
  readonly state: Play;
  /** What the optimal player and Kelly make of the same flips, worked out when first asked for. */
  readonly rivals: Rivals;
  /** Why a game that the address asked for could not be dealt; empty when all is well. */
  readonly note: string;
  /** Deals this game with the seed it has, going on where it was left. */
  open(game: Game): void;
  flip(stake: number): void;
  /** The same flips from the first, or new ones. */
  restart(seed?: string): void;
  /** Puts the whole game into the address, and returns the address. */
  share(): string;
}

/** The stakes that the address carries, as code. */
function sharedCode(): string | undefined {
  return /^#stakes=(.*)$/.exec(location.hash)?.[1];
}

function dropShared(): void {
  if (sharedCode() !== undefined) history.replaceState(history.state, "", location.pathname + location.search);
}

/** A session on the seed of the address, or on a new one. */
export function playSession(first: Game): PlaySession {
  let seed = readUrl("seed")?.trim().slice(0, 40) || newSeed();
  let state = startPlay(first, seed);
  let others: Rivals | undefined;
  let note = "";
  let opened = false;

  const take = (next: Play) => {
    others = next.game === state.game && next.seed === state.seed ? others : undefined;
    state = next;
  };
  /** Deals a game from its first flip, or goes on from stakes kept as code, if they make sense. */
  const deal = (game: Game, code: string | undefined): boolean => {
    try {
      take(code ? replay(game, seed, decodeStakes(code)) : startPlay(game, seed));
      return true;
    } catch {
      return false;
    }
  };
  /** Deals a game as it was left in this browser. What makes no sense there is forgotten. */
  const resume = (game: Game) => {
    if (deal(game, loadStakes(game, seed))) return;
    saveStakes(game, seed, "");
    note = "The game kept in this browser could not be read, so it starts from the first flip.";
    deal(game, undefined);
  };
  /** Deals the game that the address carries; where it carries none, the one in this browser. */
  const openShared = (game: Game, code: string) => {
    const saved = loadStakes(game, seed);
    // A game that was sent and then played on is longer than what the address says.
    if (saved?.startsWith(code)) return resume(game);
    if (deal(game, code)) {
      // Kept, so that a slider moved and moved back finds it again.
      if (saved === undefined) saveStakes(game, seed, code);
      return;
    }
    dropShared();
    resume(game);
    note = `The stakes in the address do not make a game, so ${state.history.length ? "the one kept in this browser goes on" : "it starts from the first flip"}.`;
  };
  writeUrl("seed", seed);

  return {
    get state() {
      return state;
    },
    get rivals() {
      return (others ??= rivals(state.game, seed));
    },
    get note() {
      return note;
    },
    open(game) {
      note = "";
      // The address speaks for the game that it was opened with, and for no other.
      if (opened) dropShared();
      const code = opened ? undefined : sharedCode();
      opened = true;
      if (code === undefined) resume(game);
      else openShared(game, code);
    },
    flip(stake) {
      note = "";
      take(play(state, {type: "flip", stake}));
      dropShared();
      saveStakes(state.game, seed, encodeStakes(stakesOf(state)));
    },
    restart(next = seed) {
      note = "";
      if (next === seed) saveStakes(state.game, seed, "");
      seed = next;
      writeUrl("seed", seed);
      dropShared();
      resume(state.game);
    },
    share() {
      const url = new URL(location.href);
      url.searchParams.set("seed", seed);
      url.hash = `stakes=${encodeStakes(stakesOf(state))}`;
      history.replaceState(history.state, "", url);
      return url.href;
    }
  };
}
