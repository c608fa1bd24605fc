import type {OutcomeRow, OutcomesFile, StrategiesFile} from "../../models/kelly/files.js";
import {defaultGame, type Game} from "../../models/kelly/game.js";
import {fractionPayoffs, type Payoffs, payoffs} from "../../models/kelly/payoffs.js";
import {type RosterId, rosterIds} from "../../models/kelly/roster.js";
import {withNextMove} from "../withNextMove.js";
import type {Piece, StrategyAnswer, StrategyQuestion} from "./strategies.worker.js";
import type {StrategySettings} from "./strategyInputs.js";

/** All that the charts of the page show. What is still being computed is missing, or marked by its own game. */
export interface StrategyState {
  game: Game;
  fraction: number;
  /** Every horizon up to `longest`: follows the sliders at once. */
  payoffs: Payoffs;
  longest: number;
  /** Expected payoff by horizon of Kelly stopping at the ceiling, where it is known for this game. */
  clipped: Float64Array | undefined;
  /** Expected payoff by fraction: of this game, or of the one before while `current` is false. */
  curve: {fractions: ArrayLike<number>; payoff: ArrayLike<number>; current: boolean} | undefined;
  /** Outcomes by strategy; those not in `current` belong to the settings before. */
  rows: ReadonlyMap<string, OutcomeRow>;
  current: ReadonlySet<string>;
}

/** The charts' shortest horizon axis: it stands still while the horizon moves below it. */
const shortestAxis = 300;

const fractions = Float64Array.from({length: 201}, (_, i) => i / 200);

/** Milliseconds without a move after which a slider rests: a worker busy during a drag would cost it frames. */
const resting = 180;

const sameGame = (a: Game, b: Game) =>
  a.edge === b.edge && a.ceiling === b.ceiling && a.rounds === b.rounds && a.wealth === b.wealth;

/** Whether a game is the one that the built files are about. */
export const isDefault = (game: Game) => sameGame(game, defaultGame);

export interface StrategyWatcher {
  changed(state: StrategyState): void;
  failed(message: string): void;
}

/**
 * Keeps what the page on strategies shows up to date. What lives on a lattice is computed at once; what takes longer
 * comes from the built files in the default game, and otherwise from a worker, piece by piece, the latest settings
 * taking the place of any before.
 */
export function strategySolver({changed, failed}: StrategyWatcher): {
  update(settings: StrategySettings): void;
  curves(file: StrategiesFile): void;
  outcomes(file: OutcomesFile): void;
  /**
   * The files have been read, or cannot be: what is missing now has to be computed. But where one of them failed, the
   * default game, which they are about, waits for a slider to be moved.
   */
  settled(failed: boolean): void;
} {
  let state: StrategyState | undefined;
  let worker: Worker | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let id = 0;
  let asked: StrategyQuestion | undefined;
  let settled = false;
  const rows = new Map<string, OutcomeRow>();
  /** The settings each row was computed for. */
  const keys = new Map<string, string>();
  const clipped = new Map<string, Float64Array>();
  let curve: {game: Game; fractions: ArrayLike<number>; payoff: ArrayLike<number>} | undefined;

  const keyOf = (row: string, game: Game, fraction: number) =>
    [game.edge, game.ceiling, game.rounds, game.wealth, row === "fraction" ? fraction : ""].join();
  const clippedKey = ({edge, ceiling, wealth}: Game) => [edge, ceiling, wealth].join();

  /** The payoffs by horizon, where anything but the horizon has changed. */
  function live(game: Game, longest: number, fraction: number): Payoffs {
    const same = state && clippedKey(state.game) === clippedKey(game) && state.longest === longest;
    if (same && state!.fraction === fraction) return state!.payoffs;
    const of = {...game, rounds: longest};
    return same ? {...state!.payoffs, fraction: fractionPayoffs(of, fraction)} : payoffs(of, fraction);
  }

  function refresh(): void {
    if (!state) return;
    const {game, fraction, longest} = state;
    const known = clipped.get(clippedKey(game));
    state = {
      ...state,
      clipped: known && known.length > longest ? known : undefined,
      curve: curve && {...curve, current: sameGame(curve.game, game)},
      rows,
      current: new Set(rosterIds.filter((row) => keys.get(row) === keyOf(row, game, fraction)))
    };
    changed(state);
  }

  const drawer = withNextMove(refresh);

  function missing(): Piece[] {
    if (!state) return [];
    const {current} = state;
    return [
      ...(state.curve?.current ? [] : (["curve"] as const)),
      ...(state.clipped ? [] : (["clipped"] as const)),
      ...rosterIds.filter((row) => !current.has(row))
    ];
  }

  function start(): Worker {
    const made = new Worker(import.meta.resolve("./strategies.worker.js"), {type: "module"});
    made.onmessage = ({data}: MessageEvent<StrategyAnswer>) => {
      if (!asked || data.id !== asked.id) return;
      if ("error" in data) return failed(data.error);
      if ("done" in data) return;
      if ("row" in data) {
        rows.set(data.piece, data.row);
        keys.set(data.piece, keyOf(data.piece, asked.game, asked.fraction));
      } else if (data.piece === "curve") curve = {game: asked.game, fractions, payoff: data.numbers};
      else clipped.set(clippedKey(asked.game), data.numbers);
      drawer.answered();
    };
    made.onerror = () => failed("the worker could not be started");
    return made;
  }

  function ask(): void {
    clearTimeout(timer);
    // What is still being computed is of no use any more, and would cost the drag its frames.
    if (asked) worker?.postMessage({...asked, id: ++id, pieces: []} satisfies StrategyQuestion);
    asked = undefined;
    ++id;
    // Until the files are there, or known to be missing, what they hold is not computed a second time.
    if (!state || !settled || missing().length === 0) return;
    timer = setTimeout(() => {
      const {game, fraction, longest} = state!;
      worker ??= start();
      const pieces = missing();
      if (pieces.length) worker.postMessage((asked = {id, game, fraction, fractions, longest, pieces}));
    }, resting);
  }

  return {
    update({edge, rounds, wealth, fraction}) {
      const next = {...defaultGame, edge, rounds, wealth};
      const game = state && sameGame(state.game, next) ? state.game : next;
      const longest = Math.max(shortestAxis, rounds);
      state = {
        game,
        fraction,
        longest,
        payoffs: live(game, longest, fraction),
        clipped: undefined,
        curve: undefined,
        rows,
        current: new Set()
      };
      drawer.moved();
      ask();
    },
    curves({game, byHorizon, byFraction}) {
      clipped.set(clippedKey(game), Float64Array.from(byHorizon.kellyClipped));
      curve ??= {game, fractions: byFraction.cut.fraction, payoff: byFraction.cut.mean};
      refresh();
    },
    outcomes({game, fraction, rows: built}) {
      for (const row of built) {
        if (keys.has(row.id)) continue;
        rows.set(row.id, row);
        keys.set(row.id, keyOf(row.id as RosterId, game, fraction));
      }
      refresh();
    },
    settled(failed) {
      settled = true;
      if (state && !(failed && isDefault(state.game))) ask();
    }
  };
}
