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
  let shared = sharedCode();

  const take = (next: Play) => {
    others = next.game === state.game && next.seed === state.seed ? others : undefined;
    state = next;
  };
  const deal = (game: Game, code: string | undefined) => {
    if (!code) return take(startPlay(game, seed));
    take(replay(game, seed, decodeStakes(code)));
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
      const saved = loadStakes(game, seed);
      // A game that was sent and then played on is longer than what the address says.
      const code = shared !== undefined && !saved?.startsWith(shared) ? shared : saved;
      try {
        deal(game, code);
      } catch {
        note = "The stakes in the address do not make a game, so it starts from the first flip.";
        deal(game, undefined);
      }
      // The address speaks for the game that it was opened with, and for no other.
      shared = undefined;
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
      const {game} = state;
      const saved = loadStakes(game, seed);
      take(saved ? replay(game, seed, decodeStakes(saved)) : startPlay(game, seed));
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
