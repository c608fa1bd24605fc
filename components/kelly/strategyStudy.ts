import type {HumansFile, OutcomesFile, StrategiesFile} from "../../models/kelly/files.js";
import {flatDollars, type RosterId, rosterIds} from "../../models/kelly/roster.js";
import {figure, fill} from "../figure.js";
import {count, dollars, percent, wholeDollars} from "../format.js";
import {plotView} from "../plotView.js";
import {fractionChartOptions, fractionSummary} from "./fractionChart.js";
import {leadChartOptions, leadSummary, leads} from "./leadChart.js";
import {barsHeight, basisWords, type OutcomeBar, outcomeBarsOptions} from "./outcomeBars.js";
import {type Company, ownRule, rosterBar} from "./ownRule.js";
import type {StrategySettings} from "./strategyInputs.js";
import {isDefault, type StrategyState, strategySolver} from "./strategySolver.js";

/** The strategies of the roster, as they are called beside a chart. */
export function rosterName(id: RosterId, fraction: number, edge: number): string {
  const kelly = `${Number((Math.max(0, 2 * edge - 1) * 100).toFixed(1))} %`;
  const own = `${Number((fraction * 100).toFixed(1))} %`;
  switch (id) {
    case "optimalHigh":
      return "Optimum, highest stakes";
    case "optimalReplicating":
      return "Optimum, in the middle";
    case "optimalLow":
      return "Optimum, lowest stakes";
    case "kellyClipped":
      return `Kelly ${kelly}, stopping at the ceiling`;
    case "kellyCut":
      return `Kelly ${kelly}`;
    case "fraction":
      return `${own} every time, stopping`;
    case "flat":
      return `${wholeDollars(flatDollars)} every time`;
    case "allIn":
      return "All in, every time";
  }
}

/** The players as a bar. Nobody was reported between “one third ended below $25” and the bust ones but by number. */
export function humansBar(file: HumansFile): OutcomeBar {
  const {bust, belowStart, reachedCeiling, mean, players} = file;
  const parts = [bust, belowStart, reachedCeiling, mean, players];
  if (!parts.every(Number.isFinite)) throw new Error("humans.json is malformed");
  const below = belowStart - bust;
  return {
    name: `${players} people, 2016`,
    human: true,
    mean,
    shares: {bust, below, above: 1 - bust - below - reachedCeiling, ceiling: reachedCeiling}
  };
}

/** The bars of all strategies, those still being computed without their shares; and of the people, where known. */
export function barsOf({rows, current, fraction, game}: StrategyState, humans?: OutcomeBar): OutcomeBar[] {
  const bars = rosterIds.map((id): OutcomeBar => {
    const name = rosterName(id, fraction, game.edge);
    const row = current.has(id) && rows.get(id);
    return row
      ? rosterBar(name, row)
      : {name, pending: true, mean: 0, shares: {bust: 0, below: 0, above: 0, ceiling: 0}};
  });
  return humans ? [...bars, humans] : bars;
}

/** Where games end, in words; `people` are the players, where their results are known. */
export function endsSummary({game, rows, current}: StrategyState, people?: HumansFile): string {
  const {rounds, edge, wealth, ceiling} = game;
  const of = (id: RosterId) => (current.has(id) ? rows.get(id) : undefined);
  const [high, middle, kelly] = [of("optimalHigh"), of("optimalReplicating"), of("kellyClipped")];
  const start = `After ${count(rounds, "flip")} of a ${percent(edge)} coin, from ${dollars(wealth)}:`;
  const some = rosterIds.filter((id) => current.has(id));
  if (some.length < rosterIds.length || !high || !middle || !kelly)
    return `${start} ${some.length} of ${rosterIds.length} strategies worked out so far.`;
  const inCoins = rosterIds.flatMap((id) => (of(id)!.basis === "exact" ? [] : [of(id)!.basis as "penny" | "coarse"]));
  const basis = inCoins.length
    ? ` The chances of those that stop at the ceiling are of the game ${basisWords[inCoins.includes("coarse") ? "coarse" : "penny"]}, where a small stake rounds to none and nobody who bets a fraction loses the last coins.`
    : "";
  const players = people
    ? ` Of the people, who played ${count(people.game.rounds, "flip")} of a ${percent(people.game.edge, 0)} coin, ${percent(people.reachedCeiling, 0)} got there and ${percent(people.bust, 0)} went bust.`
    : " The people’s results could not be read.";
  return `${start} the optimum reaches ${wholeDollars(ceiling)} with probability ${percent(high.shares.ceiling, 2)} or ${percent(middle.shares.ceiling, 2)} and goes bust with ${percent(high.shares.bust, 2)} or ${percent(middle.shares.bust, 2)}, depending on which optimal stakes are taken. Kelly stopping at the ceiling gets there with ${percent(kelly.shares.ceiling)}.${basis}${players}`;
}

export interface StudyData {
  strategies: Promise<StrategiesFile>;
  outcomes: Promise<OutcomesFile>;
  humans: Promise<HumansFile>;
}

function checkStrategies(file: StrategiesFile): StrategiesFile {
  const {byHorizon, byFraction, game} = file;
  if (
    byHorizon.kellyClipped.length !== game.rounds + 1 ||
    byFraction.cut.mean.length !== byFraction.cut.fraction.length
  )
    throw new Error("strategies.json is malformed");
  return file;
}

function checkOutcomes(file: OutcomesFile): OutcomesFile {
  if (!rosterIds.every((id) => file.rows.some((row) => row.id === id && Number.isFinite(row.mean + row.shares.bust))))
    throw new Error("outcomes.json is malformed");
  return file;
}

/** The three charts that compare strategies, and what keeps them up to date. */
export function strategyStudy({strategies, outcomes, humans}: StudyData): {
  lead: HTMLElement;
  byFraction: HTMLElement;
  outcomes: HTMLElement;
  own: HTMLElement;
  update(settings: StrategySettings): void;
} {
  /** The people: null when their file could not be read. */
  let people: Company["people"] | null;
  let latest: StrategyState | undefined;
  /** The settings last seen, and what is drawn. */
  let settings = "";
  let drawn = "";
  /** The outcomes of these settings cannot be had. */
  let lost = false;
  const lead = plotView<StrategyState>({height: "clamp(290px, 38cqw, 390px)"}, leadChartOptions);
  const fraction = plotView<StrategyState>({height: 300}, fractionChartOptions);
  const bars = plotView<OutcomeBar[]>({height: barsHeight(rosterIds.length + 1)}, outcomeBarsOptions);
  const leadFigure = figure({
    main: true,
    title: "How far the others trail the optimum, by the length of the game",
    children: [lead.node]
  });
  const fractionFigure = figure({title: "The same fraction at every flip", children: [fraction.node]});
  const bar = document.createElement("progress");
  bar.className = "thin-progress";
  bar.max = rosterIds.length;
  bar.setAttribute("aria-label", "Working out where games end");
  const barsFigure = figure({title: "Where games end", children: [bar, bars.node]});

  const own = ownRule();

  function tellOwn(): void {
    if (!latest || people === undefined) return;
    const {game, current, rows} = latest;
    const [optimum, kelly] = (["optimalReplicating", "kellyClipped"] as const).map((id) =>
      current.has(id) ? rows.get(id) : undefined
    );
    if ((optimum && kelly) || lost)
      own.company({game, best: optimum && kelly && {optimum, kelly}, people: people ?? undefined});
  }

  // Outcomes take up to a second or two: those of an earlier setting are faded, not drawn anew at each move. Once a
  // slider rests they are drawn as they come.
  function drawBars(): void {
    if (!latest) return;
    const {game, current, fraction} = latest;
    const complete = current.size === rosterIds.length;
    const now = JSON.stringify([game, fraction]);
    const moved = now !== settings;
    settings = now;
    if (moved) lost = false;
    if (people === undefined) return;
    bar.value = current.size;
    bar.hidden = complete || lost;
    const key = JSON.stringify([now, [...current], people?.bar]);
    if (key !== drawn && current.size > 0 && (complete || !moved || !drawn)) {
      drawn = key;
      bars.update(barsOf(latest, people?.bar));
      barsFigure.status("ready");
      barsFigure.summary(endsSummary(latest, people?.file));
    } else if (!drawn && !lost) barsFigure.status("busy", "Working out where these games end …");
    bars.node.style.opacity = key === drawn ? "" : "0.35";
    tellOwn();
  }

  function lose(message: string): void {
    lost = true;
    barsFigure.status("error", message);
    bar.hidden = true;
    tellOwn();
  }

  const solver = strategySolver({
    changed(state) {
      latest = state;
      lead.update(state);
      leadFigure.summary(() => leadSummary(state));
      const ahead = leads(state.payoffs.optimal, state.payoffs.kelly)[state.game.rounds]!;
      leadFigure.key(dollars(ahead), "left on the table by Kelly");
      fraction.update(state);
      fractionFigure.summary(() => fractionSummary(state));
      if (state.curve?.current) fractionFigure.status("ready");
      drawBars();
    },
    failed: (message) => {
      console.warn(`outcomes: ${message}`);
      lose("These outcomes could not be computed. Moving a slider tries again.");
    }
  });
  const curves = strategies.then(checkStrategies);
  const ends = outcomes.then(checkOutcomes);
  fill(fractionFigure, curves, (file) => solver.curves(file));
  fill(barsFigure, ends, (file) => solver.outcomes(file));
  humans
    .then((file) => {
      people = {file, bar: humansBar(file)};
    })
    .catch((error: unknown) => {
      console.warn(`humans: ${error instanceof Error ? error.message : error}`);
      people = null;
    })
    .then(drawBars);
  Promise.allSettled([curves, ends]).then((files) => {
    solver.settled(files.some(({status}) => status === "rejected"));
    // In the game that the file is about, outcomes are not computed in its place: the figure has said so.
    lost = files[1].status === "rejected" && latest !== undefined && isDefault(latest.game);
    drawBars();
  });
  return {
    lead: leadFigure.node,
    byFraction: fractionFigure.node,
    outcomes: barsFigure.node,
    own: own.node,
    update(settings) {
      solver.update(settings);
      own.game(latest!.game);
    }
  };
}
