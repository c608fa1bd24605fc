import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {luckChart, moments} from "../../../components/kelly/luckChart.js";
import {lastFlip, playChart} from "../../../components/kelly/playChart.js";
import {adviceWords, flipWords, rankWords, standingWords} from "../../../components/kelly/playWords.js";
import {resultChart} from "../../../components/kelly/resultChart.js";
import {fractionOutcome} from "../../../models/kelly/fractionLattice.js";
import {defaultGame} from "../../../models/kelly/game.js";
import {nextStake} from "../../../models/kelly/nextStake.js";
import {optimalOutcome} from "../../../models/kelly/optimalOutcome.js";
import {account, isOver, playRule, replay, startPlay, wealthNow} from "../../../models/kelly/play.js";
import {rivals} from "../../../models/kelly/rivals.js";
import {plotText} from "./plotText.js";

const games = fc.record({
  edge: fc.double({min: 0.4, max: 0.95, noNaN: true}),
  ceiling: fc.integer({min: 50, max: 1000}),
  rounds: fc.integer({min: 1, max: 60}),
  wealth: fc.integer({min: 1, max: 100}).map((halves) => halves / 2)
});

test("any game can be drawn and told, begun or over, at any width", () => {
  fc.assert(
    fc.property(
      games,
      fc.double({min: 0, max: 1, noNaN: true}),
      fc.integer({min: 0, max: 60}),
      fc.constantFrom(320, 900),
      fc.string(),
      (game, share, played, width, seed) => {
        const chosen = {stake: Math.floor(share * game.wealth * 100) / 100, wealth: game.wealth};
        const whole = playRule((wealth, rounds) => nextStake("share", chosen, {...game, wealth, rounds}), game, seed);
        const play = {...whole, history: whole.history.slice(0, played)};
        const over = isOver(play);
        const others = rivals(game, seed);
        const [optimum, kelly] = [
          optimalOutcome("replicating", game),
          fractionOutcome(Math.max(0, 2 * game.edge - 1), game)
        ];
        const result = {optimum, kelly, ceiling: game.ceiling, wealth: wealthNow(play), over};
        const drawn = [
          plotText(playChart({play, rivals: others, over}, width, 300), width),
          plotText(luckChart(play), width),
          plotText(resultChart(result, width), width)
        ];
        const said = [
          standingWords(play, others, flipWords(play, 1)),
          adviceWords(play.game, chosen.stake),
          rankWords("Kelly", kelly, wealthNow(play))
        ];
        for (const text of [...drawn, ...said]) assert.doesNotMatch(text, /NaN|undefined|Infinity/);
      }
    ),
    {numRuns: 60}
  );
});

test("rivals are drawn only as far as the player has come", () => {
  const play = replay(defaultGame, "a", [5, 5]);
  const others = rivals(defaultGame, "a");
  const html = plotText(playChart({play, rivals: others, over: false}, 800, 300));
  assert.match(html, />optimum</);
  const paths = [...html.matchAll(/ d="(M[^"]*)"/g)].map((match) => match[1]!.split("L").length);
  // Three players, three points each: the start and two flips. Axis ticks have paths of their own, not made of lines.
  assert.ok(paths.filter((points) => points === 3).length >= 3 && Math.max(...paths) === 3, paths.join());
  assert.doesNotMatch(
    plotText(playChart({play: startPlay(defaultGame, "a"), rivals: others, over: false}, 800, 300)),
    />Kelly</
  );
});

test("the account of a game ends where its sums say", () => {
  const play = replay(defaultGame, "b", [25, 25, 3, 2, 1]);
  const {expected, loss, value} = account(play);
  const [, kept, worth] = moments(play).at(-1)!;
  assert.ok(Math.abs(kept - (expected - loss)) < 1e-9);
  assert.equal(worth, value);
});

test("the axis of flips grows in steps and ends with the game", () => {
  assert.deepEqual(
    [0, 18, 19, 90, 250, 300].map((played) => lastFlip(played, 300)),
    [20, 20, 50, 100, 300, 300]
  );
  assert.equal(lastFlip(0, 7), 7);
});

test("words for a flip and for an end", () => {
  const bust = replay({...defaultGame, edge: 1e-9}, "c", [25]);
  assert.equal(flipWords(bust, 1), "Tails: you lose $25.00. You hold $0.00.");
  assert.match(standingWords(bust, undefined, ""), /^You are bust with 299 flips to go\./);
  const idle = replay({...defaultGame, rounds: 2}, "c", [0, 0]);
  assert.match(flipWords(idle, 1), /nothing was at stake/);
  assert.match(flipWords(idle, 2), /^2 flips: \d heads, \d tails\. You hold \$25\.00\.$/);
  assert.match(standingWords(idle, undefined, ""), /^The flips are over and you hold \$25\.00\./);
  assert.match(
    adviceWords(defaultGame, 2),
    /^Best: anything from \$0\.40 to \$4\.37\. A stake of \$2\.00 costs nothing/
  );
});
