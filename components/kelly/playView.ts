import {fractionOutcome} from "../../models/kelly/fractionLattice.js";
import type {Game} from "../../models/kelly/game.js";
import {nextStake, type StakeRule} from "../../models/kelly/nextStake.js";
import {optimalOutcome} from "../../models/kelly/optimalOutcome.js";
import {isOver, type Play, roundsLeft, wealthNow} from "../../models/kelly/play.js";
import {parseStake} from "../../models/kelly/stakeText.js";
import {figure} from "../figure.js";
import {count, dollars} from "../format.js";
import {plotView} from "../plotView.js";
import type {View} from "../view.js";
import {luckChart} from "./luckChart.js";
import {type PlayPicture, playChart} from "./playChart.js";
import type {PlaySettings} from "./playInputs.js";
import {playPanel} from "./playPanel.js";
import {newSeed, type PlaySession, playSession} from "./playSession.js";
import {adviceWords, flipWords, rankWords, standingWords} from "./playWords.js";
import {type ResultPicture, resultChart} from "./resultChart.js";

/** The table to play at, and two figures that follow it. */
export interface PlayView extends View<PlaySettings> {
  luck: HTMLElement;
  result: HTMLElement;
}

/** The game itself. `choose` sets how to go on after a flip, in the slider bar. */
export function playView(choose: (next: StakeRule) => void): PlayView {
  const chart = plotView<PlayPicture>({height: "clamp(260px, 30cqw, 300px)"}, playChart);
  const luck = plotView<Play>({height: 280}, luckChart);
  const result = plotView<ResultPicture>({height: 280}, resultChart);
  let settings: PlaySettings;
  let session: PlaySession | undefined;
  let dealt = "";
  let said = "";
  /** The stake last typed, and the wealth it was typed at: what “the same” goes on from. */
  let chosen = {stake: 0, wealth: 0};
  let outcomes: Pick<ResultPicture, "optimum" | "kelly">;

  const situation = (state: Play): Game => ({...state.game, wealth: wealthNow(state), rounds: roundsLeft(state)});
  /** The stake typed, in dollars; undefined, with a word at the box, when it is none. */
  const readStake = (state: Play): number | undefined => {
    try {
      return parseStake(panel.stake.value, wealthNow(state));
    } catch (error) {
      panel.refuse(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  const writeStake = (stake: number) => {
    panel.stake.value = Number.isInteger(stake) ? String(stake) : stake.toFixed(2);
  };
  const advise = () => {
    const {state} = session!;
    if (isOver(state)) return panel.advise("The game is over. Play the same flips again, or deal new ones.");
    const stake = readStake(state);
    if (stake === undefined) return;
    panel.advise(
      settings.adviser === "on"
        ? adviceWords(situation(state), stake)
        : "The adviser is silent. Let it speak, and it names the best stakes and the price of yours."
    );
  };
  const show = () => {
    const {state} = session!;
    const over = isOver(state);
    const begun = state.history.length > 0;
    const rivals = begun ? session!.rivals : undefined;
    chart.update({play: state, rivals, over: over && begun});
    luck.update(state);
    result.update({...outcomes, ceiling: state.game.ceiling, wealth: wealthNow(state), over});
    panel.show({seed: state.seed, over, begun});
    panel.say(said);
    frame.key(dollars(wealthNow(state)), over ? "at the end" : `in hand, ${count(roundsLeft(state), "flip")} left`);
    const standing = standingWords(state, rivals, said);
    frame.summary(standing);
    luckFrame.summary(
      begun
        ? "The dashed line is what the game was worth before the first flip. The red gap below it is what your stakes have given away, and never shrinks. The grey gap is luck: it goes either way, and is zero on average whatever you stake."
        : "Play a flip or two: what the coin does and what you do are drawn apart."
    );
    const now = wealthNow(state);
    resultFrame.summary(
      `${over ? `Your ${dollars(now)}` : `The ${dollars(now)} in hand, were it the end,`} against all games that can be dealt: ${rankWords("the optimal player", outcomes.optimum, now)}; ${rankWords("Kelly", outcomes.kelly, now)}. Their means are ${dollars(outcomes.optimum.mean)} and ${dollars(outcomes.kelly.mean)}.`
    );
    advise();
  };
  const run = (flips: number) => {
    const before = session!.state.history.length;
    if (isOver(session!.state)) return;
    let stake = readStake(session!.state);
    if (stake === undefined) return panel.stake.focus();
    for (let i = 0; i < flips && !isOver(session!.state); ++i) {
      session!.flip(stake);
      stake = nextStake(settings.next, chosen, situation(session!.state));
    }
    const {state} = session!;
    writeStake(stake);
    said = flipWords(state, state.history.length - before);
    show();
  };
  /** A fresh table: the stake in the box is the rule's, from a tenth of the wealth where nothing was chosen yet. */
  const deal = () => {
    const {state} = session!;
    const now = situation(state);
    const last = state.history.at(-1);
    const held = state.history.at(-2)?.wealth ?? state.game.wealth;
    chosen = last ? {stake: last.stake, wealth: held} : {stake: Math.floor(now.wealth * 10) / 100, wealth: now.wealth};
    writeStake(nextStake(settings.next, chosen, now));
    said = session!.note || (last ? `Going on after ${count(state.history.length, "flip")}.` : "");
    show();
  };
  const panel = playPanel({
    flip: () => run(1),
    run,
    use(rule) {
      const {state} = session!;
      if (isOver(state)) return;
      // At once, so that a flip may follow on the next key; the slider bar comes after.
      settings = {...settings, next: rule};
      writeStake(nextStake(rule, chosen, situation(state)));
      advise();
      choose(rule);
    },
    typed() {
      const {state} = session!;
      advise();
      if (panel.stake.getAttribute("aria-invalid")) return;
      chosen = {stake: parseStake(panel.stake.value, wealthNow(state)), wealth: wealthNow(state)};
      if (settings.next === "kelly" || settings.next === "best") {
        settings = {...settings, next: "share"};
        choose("share");
      }
    },
    nudge(dollars) {
      const {state} = session!;
      if (isOver(state)) return;
      const stake = readStake(state);
      if (stake === undefined) return;
      writeStake(Math.min(wealthNow(state), Math.max(0, Math.round((stake + dollars) * 100) / 100)));
      panel.stake.dispatchEvent(new Event("input", {bubbles: true}));
    },
    again() {
      session!.restart();
      deal();
      panel.stake.focus({preventScroll: true});
    },
    fresh() {
      session!.restart(newSeed());
      deal();
      panel.stake.focus({preventScroll: true});
    },
    seed(seed) {
      session!.restart(seed);
      deal();
    },
    share() {
      const address = session!.share();
      const done = (text: string) => panel.say(text);
      const inBar = "The address of this page now holds this game, flip by flip";
      if (!navigator.clipboard) return done(`${inBar}: copy it from the address bar.`);
      navigator.clipboard.writeText(address).then(
        () => done(`${inBar}, and is copied.`),
        () => done(`${inBar}: copy it from the address bar.`)
      );
    }
  });
  const frame = figure({
    main: true,
    title: "Your wealth, flip by flip",
    children: [panel.node, chart.node, panel.foot]
  });
  const luckFrame = figure({title: "Luck and skill", children: [luck.node]});
  const resultFrame = figure({title: "Your result among all that could have been", children: [result.node]});

  return {
    node: frame.node,
    luck: luckFrame.node,
    result: resultFrame.node,
    update(next) {
      const before = settings;
      settings = next;
      const {edge, ceiling, rounds, wealth} = next;
      const game = {edge, ceiling, rounds, wealth};
      const key = JSON.stringify(game);
      if (key !== dealt) {
        dealt = key;
        session ??= playSession(game);
        session.open(game);
        outcomes = {
          optimum: optimalOutcome("replicating", game),
          kelly: fractionOutcome(Math.max(0, 2 * edge - 1), game)
        };
        return deal();
      }
      // A new rule writes its stake into the box; typing a stake by hand has set it already.
      if (before.next !== next.next && !isOver(session!.state))
        writeStake(nextStake(next.next, chosen, situation(session!.state)));
      advise();
    }
  };
}
