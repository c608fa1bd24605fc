import type {HumansFile, OutcomeRow} from "../../models/kelly/files.js";
import type {Game} from "../../models/kelly/game.js";
import {figure} from "../figure.js";
import {count, dollars, percent, wholeDollars} from "../format.js";
import {readUrl, writeUrl} from "../inputs/urlState.js";
import {plotView} from "../plotView.js";
import {colors} from "../theme.js";
import {cumulativeOptions, type Distributions} from "./cumulativeChart.js";
import {barsHeight, type OutcomeBar, outcomeBarsOptions} from "./outcomeBars.js";
import {ruleBox} from "./ruleBox.js";
import {ruleScorer} from "./ruleScorer.js";

/** Whom a rule is measured against, as far as they are known; what is missing cannot be had. */
export interface Company {
  game: Game;
  best: {optimum: OutcomeRow; kelly: OutcomeRow} | undefined;
  people: {file: HumansFile; bar: OutcomeBar} | undefined;
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

/** How far a rule is behind the best play, and where it stands beside Kelly. */
function placeWords({mean, error}: OutcomeRow, {optimum, kelly}: {optimum: OutcomeRow; kelly: OutcomeRow}): string {
  const behind = optimum.mean - mean;
  if (behind <= error + optimum.error) return "as good as the best play";
  const ahead = mean - kelly.mean;
  // A difference within what either may be off by is none.
  const beside =
    Math.abs(ahead) <= error + kelly.error
      ? "level with"
      : `${dollars(Math.abs(ahead))} ${ahead > 0 ? "ahead of" : "behind"}`;
  return `${dollars(behind)} behind the best play and ${beside} Kelly, who stops at the ceiling`;
}

/** A rule's outcome in words. */
export function ruleSummary(row: OutcomeRow, {game, best}: Company): string {
  const {shares, mean, error} = row;
  const known = error < 0.00005 ? "" : ` (to within ${dollars(error)})`;
  const place = best ? `, ${placeWords(row, best)}` : "";
  return `Over ${count(game.rounds, "flip")} your rule expects ${dollars(mean)}${known}${place}. It reaches ${wholeDollars(game.ceiling)} with probability ${percent(shares.ceiling)}, goes bust with ${percent(shares.bust)} and ends below its start with ${percent(shares.bust + shares.below)}. ${(row.meanBasis === "exact" ? basisNote : wholeNote)[row.basis]}`;
}

/** Who is missing from the picture because a file could not be read, in words. */
export function missingWords({best, people}: Company): string {
  if (best && people) return "";
  const who = best ? "The people’s results" : people ? "The outcomes of the others" : "The results of the others";
  return ` ${who} could not be read and are not shown.`;
}

/** As much of a rule as stands over a bar on a phone. */
function short(text: string): string {
  const line = text.trim();
  return line.length > 24 ? `${line.slice(0, 23)}…` : line;
}

/** A strategy's outcome as a bar. */
export function rosterBar(name: string, {mean, shares, basis}: OutcomeRow): OutcomeBar {
  return {name, mean, shares, ...(basis === "exact" ? {} : {basis})};
}

/** What is known of how the people ended: [wealth, share who ended with that or less]. */
function peoplePoints({game, bust, belowStart, reachedCeiling}: HumansFile): [wealth: number, share: number][] {
  return [
    [0, bust],
    [game.wealth, belowStart],
    [game.ceiling, 1 - reachedCeiling]
  ];
}

/** The reader's own rule: a box to type it in, its exact score beside the optimum, Kelly and people. */
export function ownRule(): {
  node: HTMLElement;
  /** The sliders have moved: the rule is scored again once they rest. */
  game(game: Game): void;
  /** The outcomes of the others are known for a game, as far as they can be. */
  company(company: Company): void;
} {
  let game: Game | undefined;
  let company: Company | undefined;
  let scored: {text: string; game: Game; row: OutcomeRow} | undefined;
  let rule = readUrl("rule");
  let timer: ReturnType<typeof setTimeout> | undefined;

  const bars = plotView<OutcomeBar[]>({height: barsHeight(4)}, outcomeBarsOptions);
  const curves = plotView<Distributions>({height: 290}, cumulativeOptions);
  const frame = figure({title: "Your rule among the others", keyed: true, children: [bars.node, curves.node]});
  frame.status("busy", "The outcomes of the others are being worked out. They will appear here by themselves.");

  const fade = (on: boolean) => {
    for (const {node} of [bars, curves]) node.style.opacity = on ? "0.35" : "";
  };

  function draw(): void {
    if (!company || company.game !== game) return;
    const {best, people} = company;
    const row = scored && scored.game === game ? scored.row : undefined;
    if (!row && !best) {
      frame.status(
        "error",
        "The outcomes to measure a rule against could not be read. A rule that you type is scored all the same."
      );
      return;
    }
    const basis = row && row.basis !== "exact" ? {basis: row.basis} : {};
    const all: OutcomeBar[] = [
      ...(row
        ? [{name: `Yours: ${short(scored!.text)}`, own: true, mean: row.mean, shares: row.shares, ...basis}]
        : []),
      ...(best ? [rosterBar("Optimum", best.optimum), rosterBar("Kelly, stopping at the ceiling", best.kelly)] : []),
      ...(people ? [people.bar] : [])
    ];
    frame.status("ready");
    bars.update(all);
    curves.update({
      ceiling: company.game.ceiling,
      lines: [
        ...(best
          ? [
              {name: "optimum", color: colors.optimum, cumulative: best.optimum.cumulative},
              {name: "Kelly", color: colors.kelly, cumulative: best.kelly.cumulative}
            ]
          : []),
        ...(row ? [{name: "your rule", color: colors.other, cumulative: row.cumulative}] : [])
      ],
      people: people ? peoplePoints(people.file) : []
    });
    if (row) {
      frame.key(dollars(row.mean), "expected by your rule");
      frame.summary(ruleSummary(row, company) + missingWords(company));
    } else
      frame.summary(
        `Nobody has typed a rule yet. The curves say how likely each player is to end with so much or less; what a curve lacks at the right edge ends at the ceiling.${missingWords(company)}`
      );
    fade(false);
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
      fade(company?.game !== next);
      draw();
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
