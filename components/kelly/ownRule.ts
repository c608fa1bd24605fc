import type {HumansFile, OutcomeRow} from "../../models/kelly/files.js";
import type {Game} from "../../models/kelly/game.js";
import {figure} from "../figure.js";
import {dollars, percent, wholeDollars} from "../format.js";
import {readUrl, writeUrl} from "../inputs/urlState.js";
import {plotView} from "../plotView.js";
import {colors} from "../theme.js";
import {cumulativeOptions, type Distributions} from "./cumulativeChart.js";
import {barsHeight, type OutcomeBar, outcomeBarsOptions} from "./outcomeBars.js";
import {ruleBox} from "./ruleBox.js";
import {ruleScorer} from "./ruleScorer.js";

/** Whom a rule is measured against. */
export interface Company {
  game: Game;
  optimum: OutcomeRow;
  kelly: OutcomeRow;
  people: HumansFile;
  peopleBar: OutcomeBar;
}

const basisNote: Record<OutcomeRow["basis"], string> = {
  exact: "Everything here is exact.",
  penny: "The chances are those of the game in whole cents.",
  coarse: "The chances are those of the game in coarser coins than cents."
};

/** The same where the mean is that of whole coins as well: a rule that jumps has no other that can be told. */
const wholeNote: Record<OutcomeRow["basis"], string> = {
  ...basisNote,
  penny: "The rule jumps or bends so often that all this is worked out, exactly, for the game in whole cents.",
  coarse: "The rule jumps or bends so often that all this is worked out for the game in coins coarser than cents."
};

/** A rule's outcome in words. */
export function ruleSummary(row: OutcomeRow, {game, optimum, kelly}: Company): string {
  const {shares, mean, error} = row;
  const behind = optimum.mean - mean;
  const known = error < 0.00005 ? "" : ` (to within ${dollars(error)})`;
  const ahead = mean - kelly.mean;
  // A difference within what either may be off by is none.
  const beside =
    Math.abs(ahead) <= error + kelly.error
      ? "level with"
      : `${dollars(Math.abs(ahead))} ${ahead > 0 ? "ahead of" : "behind"}`;
  const place =
    behind <= error + optimum.error
      ? "as good as the best play"
      : `${dollars(behind)} behind the best play and ${beside} Kelly, who stops at the ceiling`;
  return `Over ${game.rounds} flips your rule expects ${dollars(mean)}${known}, ${place}. It reaches ${wholeDollars(game.ceiling)} with probability ${percent(shares.ceiling)}, goes bust with ${percent(shares.bust)} and ends below its start with ${percent(shares.bust + shares.below)}. ${(row.meanBasis === "exact" ? basisNote : wholeNote)[row.basis]}`;
}

/** As much of a rule as stands over a bar on a phone. */
function short(text: string): string {
  const line = text.trim();
  return line.length > 24 ? `${line.slice(0, 23)}…` : line;
}

/** The reader's own rule: a box to type it in, its exact score beside the optimum, Kelly and people. */
export function ownRule(): {
  node: HTMLElement;
  /** The sliders have moved: the rule is scored again once they rest. */
  game(game: Game): void;
  /** The outcomes of the others are known for a game. */
  company(company: Company): void;
} {
  let game: Game | undefined;
  let company: Company | undefined;
  let scored: {text: string; game: Game; row: OutcomeRow} | undefined;
  let rule = readUrl("rule");
  let timer: ReturnType<typeof setTimeout> | undefined;

  const bars = plotView<OutcomeBar[]>({height: barsHeight(4)}, outcomeBarsOptions);
  const curves = plotView<Distributions>({height: 290}, cumulativeOptions);
  const frame = figure({title: "Your rule among the others", children: [bars.node, curves.node]});

  function draw(): void {
    if (!company) return;
    const row = scored && scored.game === company.game ? scored.row : undefined;
    const own = row && [{name: `Yours: ${short(scored!.text)}`, own: true, mean: row.mean, shares: row.shares}];
    const {optimum, kelly, people, peopleBar} = company;
    bars.update([
      ...(own ?? []),
      {name: "Optimum", mean: optimum.mean, shares: optimum.shares},
      {name: "Kelly, stopping at the ceiling", mean: kelly.mean, shares: kelly.shares},
      peopleBar
    ]);
    curves.update({
      ceiling: company.game.ceiling,
      lines: [
        {name: "optimum", color: colors.optimum, cumulative: optimum.cumulative},
        {name: "Kelly", color: colors.kelly, cumulative: kelly.cumulative},
        ...(row ? [{name: "your rule", color: colors.other, cumulative: row.cumulative}] : [])
      ],
      people: [
        [0, people.bust],
        [people.game.wealth, people.belowStart],
        [people.game.ceiling, 1 - people.reachedCeiling]
      ]
    });
    if (row) {
      frame.key(dollars(row.mean), "expected by your rule");
      frame.summary(ruleSummary(row, company));
    } else
      frame.summary(
        "Nobody has typed a rule yet. The curves say how likely each player is to end with so much or less; what a curve lacks at the right edge ends at the ceiling."
      );
    for (const {node} of [bars, curves]) node.style.opacity = "";
  }

  const scorer = ruleScorer((answer, question) => {
    box.busy(false);
    frame.node.removeAttribute("aria-busy");
    if ("row" in answer) {
      scored = {...question, row: answer.row};
      box.note(`Scored: your rule expects ${dollars(answer.row.mean)}.`);
      draw();
    } else if ("mistake" in answer) box.mistake(answer.mistake, answer.position);
    else box.note("This rule could not be scored. Your text is safe; trying again may help.");
  });

  function score(text: string): void {
    if (!game) return;
    rule = text;
    writeUrl("rule", text.trim() === "" ? null : text);
    box.note("Scoring: following every path of the game …");
    box.busy(true);
    frame.node.setAttribute("aria-busy", "true");
    scorer.ask({text, game});
  }

  function stop(): void {
    scorer.stop();
    box.busy(false);
    frame.node.removeAttribute("aria-busy");
    box.note("Stopped.");
  }

  const box = ruleBox(score, stop);
  if (rule !== null) box.fill(rule);
  const node = document.createElement("div");
  node.append(box.node, frame.node);
  return {
    node,
    game(next) {
      if (next === game) return;
      game = next;
      for (const {node} of [bars, curves]) node.style.opacity = company?.game === next ? "" : "0.35";
      clearTimeout(timer);
      // A text that the reader is still at work on is not scored behind his back.
      if (rule !== null) timer = setTimeout(() => rule !== null && box.text === rule && score(rule), 250);
    },
    company(next) {
      company = next;
      draw();
    }
  };
}
