import type {HumansFile, OutcomesFile, StrategiesFile} from "../../models/kelly/files.js";
import {flatDollars, type RosterId, rosterIds} from "../../models/kelly/roster.js";
import {figure, fill} from "../figure.js";
import {dollars, percent, wholeDollars} from "../format.js";
import {plotView} from "../plotView.js";
import {fractionChartOptions, fractionSummary} from "./fractionChart.js";
import {leadChartOptions, leadSummary, leads} from "./leadChart.js";
import {barsHeight, type OutcomeBar, outcomeBarsOptions} from "./outcomeBars.js";
import {ownRule} from "./ownRule.js";
import type {StrategySettings} from "./strategyInputs.js";
import {type StrategyState, strategySolver} from "./strategySolver.js";

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

/** The bars of the strategies that are known, and of the people. */
export function barsOf({rows, fraction, game}: StrategyState, humans: OutcomeBar): OutcomeBar[] {
  const bars = rosterIds.flatMap((id): OutcomeBar[] => {
    const row = rows.get(id);
    if (!row) return [];
    const {shares, mean} = row;
    return [{name: rosterName(id, fraction, game.edge), shares, mean}];
  });
  return [...bars, humans];
}

export interface StudyData {
  strategies: Promise<StrategiesFile>;
  outcomes: Promise<OutcomesFile>;
  humans: Promise<HumansFile>;
}

/** The three charts that compare strategies, and what keeps them up to date. */
export function strategyStudy({strategies, outcomes, humans}: StudyData): {
  lead: HTMLElement;
  byFraction: HTMLElement;
  outcomes: HTMLElement;
  own: HTMLElement;
  update(settings: StrategySettings): void;
} {
  let people: HumansFile | undefined;
  let latest: StrategyState | undefined;
  let drawn: string | undefined;
  const lead = plotView<StrategyState>({height: "clamp(290px, 38cqw, 390px)"}, leadChartOptions);
  const fraction = plotView<StrategyState>({height: 300}, fractionChartOptions);
  const bars = plotView<OutcomeBar[]>({height: barsHeight(rosterIds.length + 1)}, outcomeBarsOptions);
  const leadFigure = figure({
    main: true,
    title: "How far the others trail the optimum, by the length of the game",
    children: [lead.node]
  });
  const fractionFigure = figure({title: "The same fraction at every flip", children: [fraction.node]});
  const barsFigure = figure({title: "Where games end", children: [bars.node]});

  const own = ownRule();

  // Outcomes take up to a second: while they are of an earlier setting they are faded, not drawn anew at each move.
  function drawBars(): void {
    if (!latest || !people) return;
    const {game, current, rows, fraction} = latest;
    const complete = current.size === rosterIds.length;
    bars.node.style.opacity = complete ? "" : "0.35";
    const key = JSON.stringify([game, fraction]);
    if (!complete || key === drawn) return;
    drawn = key;
    const peopleBar = humansBar(people);
    bars.update(barsOf(latest, peopleBar));
    barsFigure.status("ready");
    own.company({game, optimum: rows.get("optimalReplicating")!, kelly: rows.get("kellyClipped")!, people, peopleBar});
    const kelly = rows.get("kellyClipped")!;
    const middle = rows.get("optimalReplicating")!;
    const high = rows.get("optimalHigh")!;
    barsFigure.summary(
      `After ${game.rounds} flips of a ${percent(game.edge)} coin, from ${dollars(game.wealth)}: the optimum reaches ${wholeDollars(game.ceiling)} with probability ${percent(high.shares.ceiling, 2)} or ${percent(middle.shares.ceiling, 2)} and goes bust with ${percent(high.shares.bust, 2)} or ${percent(middle.shares.bust, 2)}, depending on which optimal stakes are taken. Kelly stopping at the ceiling gets there with ${percent(kelly.shares.ceiling)}. Of the people, who played 300 flips of a 60 % coin, 21 % got there and 28 % went bust.`
    );
  }

  const solver = strategySolver({
    changed(state) {
      latest = state;
      lead.update(state);
      leadFigure.summary(leadSummary(state));
      const ahead = leads(state.payoffs.optimal, state.payoffs.kelly)[state.game.rounds]!;
      leadFigure.key(dollars(ahead), "left on the table by Kelly");
      fraction.update(state);
      fractionFigure.summary(fractionSummary(state));
      if (state.curve?.current) fractionFigure.status("ready");
      drawBars();
    },
    failed: (message) => {
      console.warn(`outcomes: ${message}`);
      barsFigure.status("error", "These outcomes could not be computed. Moving a slider tries again.");
    }
  });
  fill(fractionFigure, strategies, (file) => {
    const {byHorizon, byFraction, game} = file;
    if (
      byHorizon.kellyClipped.length !== game.rounds + 1 ||
      byFraction.cut.mean.length !== byFraction.cut.fraction.length
    )
      throw new Error("strategies.json is malformed");
    solver.curves(file);
  });
  fill(barsFigure, Promise.all([outcomes, humans]), ([file, players]) => {
    if (!rosterIds.every((id) => file.rows.some((row) => row.id === id && Number.isFinite(row.mean + row.shares.bust))))
      throw new Error("outcomes.json is malformed");
    humansBar(players);
    solver.outcomes(file);
  });
  humans
    .then((file) => {
      humansBar(file);
      people = file;
      drawBars();
    })
    .catch(() => {}); // the figure has said so already
  Promise.allSettled([strategies, outcomes]).then(() => solver.settled());
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
