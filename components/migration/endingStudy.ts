import {html} from "htl";
import type {EndingEnforcementFile, EndingFile} from "../../models/migration/files.js";
import {type Judged, plans} from "../../models/migration/interventions.js";
import type {SomeParameters} from "../../models/migration/parameters.js";
import {type Figure, figure, fill} from "../figure.js";
import {plotView} from "../plotView.js";
import {withNextMove} from "../withNextMove.js";
import type {CurvesPiece, PlansPiece} from "./ending.worker.js";
import {type BeliefState, beliefOptions, beliefState, beliefSummary} from "./endingBelief.js";
import {type CellsState, cellGrid, cellsOf, cellsOptions} from "./endingCells.js";
import {type FocusState, focusLossOptions, focusShareOptions, focusSummary} from "./endingFocus.js";
import {hubsCase, hubsLocalityOptions, hubsShareOptions, hubsSummary} from "./endingHubs.js";
import {type PledgeState, pledgeOptions, pledgeState, pledgeSummary} from "./endingPledge.js";
import {
  gainRings,
  type PressureMapState,
  type PressureState,
  pressureMapOptions,
  pressureOptions,
  pressureState,
  pressureSummary
} from "./endingPressure.js";
import {nineInTen, type RankingState, ranked, rankingOptions, rankingSummary} from "./endingRanking.js";
import {type EndingSettings, isUsual, planLabels, planOptions, usual, warOf} from "./endingSettings.js";
import {type ShimsState, shimsOptions, shimsSummary} from "./endingShims.js";
import {endingSolver} from "./endingSolver.js";
import {checkEnding, endingTable} from "./endingTable.js";
import {sandboxAddress, years} from "./format.js";

export interface EndingData {
  ending: Promise<EndingFile>;
  enforcement: Promise<EndingEnforcementFile>;
}

/** What the sandbox has to be told to play a plan; null where it has no slider for it. */
export function sandboxOf(id: string, settings: EndingSettings): SomeParameters | null {
  const {plan} = plans(planOptions(settings)).find((d) => d.id === id)!;
  const [measure] = plan.measures ?? [];
  if (plan.pledge || plan.hubs) return null;
  return {...warOf(settings), ...measure?.change};
}

const tall = "clamp(250px, 30cqw, 320px)";

/** The charts of the page that follow its sliders, and what keeps them up to date. */
export function endingStudy({ending, enforcement}: EndingData, pick: (plan: string) => void) {
  let file: EndingFile | undefined;
  let piece: PlansPiece | undefined;
  let settings = usual;
  /** The settings that `piece` belongs to. */
  let solved = usual;
  let curves: CurvesPiece | undefined;
  let focus = "believed";
  let rings: Pick<PressureMapState, "calm" | "resented"> | undefined;

  const cells = plotView<CellsState>(
    {height: "clamp(400px, calc(790px - 36cqw), 690px)", className: "ending-cells"},
    cellsOptions
  );
  const ranking = plotView<RankingState>({height: "clamp(390px, calc(660px - 25cqw), 590px)"}, rankingOptions);
  const share = plotView<FocusState>({height: tall}, focusShareOptions);
  const loss = plotView<FocusState>({height: tall}, focusLossOptions);
  const shims = plotView<ShimsState>({height: tall}, shimsOptions);
  const belief = plotView<BeliefState>({height: tall}, beliefOptions);
  const pledge = plotView<PledgeState>({height: "clamp(280px, 38cqw, 380px)"}, pledgeOptions);
  const hubsShare = plotView<EndingFile>({height: tall}, hubsShareOptions);
  const hubsTimes = plotView<EndingFile>({height: tall}, hubsLocalityOptions);
  const pressure = plotView<PressureState>({height: tall}, pressureOptions);
  const pressureMap = plotView<PressureMapState>({height: tall}, pressureMapOptions);
  const table = endingTable();
  const link = html`<p class="ending-link"></p>`;
  const row = (...views: {node: HTMLElement}[]) => html`<div class="row">${views.map((d) => d.node)}</div>`;

  const frames = {
    main: figure({
      main: true,
      title: "Share on the new platform under each plan, beside doing nothing",
      children: [cells.node]
    }),
    ranking: figure({title: "Plans by what they cost", children: [ranking.node]}),
    focus: figure({title: "The plan in focus", children: [row(share, loss)]}),
    table: figure({title: "The same wars among agents", children: [table.node]}),
    shims: figure({title: "Shims in the war that they can split", children: [shims.node]}),
    belief: figure({title: "What a date costs, by how little it is believed", children: [belief.node]}),
    pledge: figure({title: "Who would sign, at each threshold", children: [pledge.node]}),
    hubs: figure({title: "Hubs first, or anybody", children: [row(hubsShare, hubsTimes)]}),
    pressure: figure({title: "Enforcement: in this war, and in which wars", children: [row(pressure, pressureMap)]})
  } satisfies Record<string, Figure>;

  /** The figures that a worker draws, and that are empty until it has. */
  const waiting = new Set<Figure>([frames.ranking, frames.focus, frames.shims, frames.belief]);
  for (const frame of waiting) frame.status("busy", "This chart is being worked out.");
  const arrived = (...drawn: Figure[]) => {
    for (const frame of drawn) if (waiting.delete(frame)) frame.status("ready");
  };

  const agentsOf = () =>
    new Map(file?.plans.filter(({id}) => isUsual(id, solved)).map((plan) => [plan.id, plan]) ?? []);

  function drawPlans(): void {
    if (!piece) return;
    const {plans: judged, instant} = piece;
    const nothing = judged.find(({id}) => id === "none")!;
    // The hubs want a graph: where they are looked at, the rest of the page looks at doing nothing.
    const plan = judged.find(({id}) => id === focus) ?? nothing;
    cells.update({cells: cellsOf(judged, file, (id) => isUsual(id, solved)), focus});
    frames.main.status("ready");
    frames.main.key(years(mainTime(judged)), `to nine in ten: ${planLabels[focus]!.toLowerCase()}`);
    frames.main.summary(mainSummary(judged, focus));
    const agents = agentsOf();
    const state = {plans: judged, instant, agents, focus};
    ranking.update(state);
    frames.ranking.summary(rankingSummary(state));
    const played = agents.get(plan.id);
    const focused = {plan, nothing, instant, agents: played && {time: file!.time, plan: played}};
    share.update(focused);
    loss.update(focused);
    frames.focus.summary(
      focus === "hubs" ? "Seeding the hubs wants a graph: see below. Here is doing nothing." : focusSummary(focused)
    );
    arrived(frames.ranking, frames.focus);
    drawLink();
  }

  const mainTime = (judged: readonly Judged[]) =>
    focus === "hubs"
      ? file
        ? hubsCase(file).hubs.measures.T90.mean
        : Number.POSITIVE_INFINITY
      : judged.find(({id}) => id === focus)!.outcome.T90;

  function drawLink(): void {
    const change = sandboxOf(focus, solved);
    const rest = change ?? warOf(solved);
    const text = change ? "Play this plan in the sandbox" : "Play this war in the sandbox";
    const later = focus === "withdrawn" ? ` and take both shims away in year ${solved.withdrawn}` : "";
    link.replaceChildren(html`<a href=${sandboxAddress(rest)}>${text}</a>${later}.`);
  }

  function drawCurves(): void {
    if (!curves || !piece) return;
    const nothing = piece.plans.find(({id}) => id === "none")!.outcome;
    const state = beliefState(curves, nothing, solved["sunset.year"]);
    belief.update(state);
    frames.belief.summary(beliefSummary(state));
    const pressed = pressureState(curves, solved);
    pressure.update(pressed);
    frames.pressure.summary(pressureSummary(pressed));
    shims.update({plans: curves.split, withdrawn: solved.withdrawn});
    frames.shims.summary(shimsSummary({plans: curves.split, withdrawn: solved.withdrawn}));
    for (const {node} of [belief, pressure]) node.style.opacity = "";
    arrived(frames.shims, frames.belief);
  }

  function drawMap(): void {
    if (!rings) return;
    const {advantage, enforcement: eta} = settings;
    const onMap = JSON.stringify(warOf({...settings, advantage: usual.advantage})) === JSON.stringify(warOf(usual));
    pressureMap.update({...rings, mark: {advantage, enforcement: eta}, onMap});
  }

  const drawer = withNextMove(drawPlans);
  const solver = endingSolver({
    plans(of, value) {
      piece = value;
      solved = of;
      drawer.answered();
    },
    curves(of, value) {
      if (of !== solved) return;
      curves = value;
      drawCurves();
    },
    failed(message) {
      console.warn(`ending: ${message}`);
      for (const frame of [frames.main, ...waiting])
        frame.status("error", "These plans could not be carried out. Moving a slider tries again.");
    }
  });

  fill(frames.table, ending.then(checkEnding), (value) => {
    hubsCase(value);
    file = value;
    table.fill(value);
    frames.table.summary(tableSummary(value));
    drawPlans();
  });
  fill(frames.hubs, ending.then(checkEnding), (value) => {
    hubsShare.update(value);
    hubsTimes.update(value);
    frames.hubs.summary(hubsSummary(value));
  });
  fill(frames.pressure, enforcement, (value) => {
    rings = {calm: gainRings(value, 0), resented: gainRings(value, 0.3)};
    drawMap();
  });
  cells.node.addEventListener("click", (event) => {
    const box = cells.node.getBoundingClientRect();
    const i = cellGrid(box.width, box.height).at(event.clientX - box.left, event.clientY - box.top);
    const id = Object.keys(planLabels)[i];
    if (id) pick(id);
  });

  return {
    main: frames.main.node,
    ranking: frames.ranking.node,
    focus: frames.focus.node,
    link,
    table: frames.table.node,
    shims: frames.shims.node,
    belief: frames.belief.node,
    pledge: frames.pledge.node,
    hubs: frames.hubs.node,
    pressure: frames.pressure.node,
    update(next: EndingSettings) {
      settings = next;
      solver.update(next);
      const state = pledgeState(warOf(next), next.pledge);
      pledge.update(state);
      frames.pledge.summary(pledgeSummary(state));
      // The curves follow once the sliders rest; until then they are of an earlier war.
      if (curves) for (const {node} of [belief, pressure]) node.style.opacity = "0.35";
      drawMap();
      drawer.passed();
    },
    focusOn(plan: string) {
      focus = plan;
      drawPlans();
    }
  };
}

/** The main chart in words. */
export function mainSummary(judged: readonly Judged[], focus: string): string {
  const cheapest = ranked(judged)[0]!;
  const soonest = [...judged].sort((a, b) => a.outcome.T90 - b.outcome.T90)[0]!;
  const fails = judged.filter(({outcome}) => outcome.T90 === Number.POSITIVE_INFINITY);
  const of = judged.find(({id}) => id === focus);
  const mine = of ? `${of.label}: ${nineInTen(of.outcome.T90)}, a loss of ${of.outcome.loss.toFixed(1)}. ` : "";
  const first =
    fails.length === judged.length
      ? "No plan brings nine in ten over."
      : `Soonest: ${soonest.label.toLowerCase()}, ${years(soonest.outcome.T90)}.`;
  const never = fails.map(({label}) => label.toLowerCase()).join(", ");
  const some = fails.length > 0 && fails.length < judged.length ? ` Nine in ten are never there with: ${never}.` : "";
  return `${mine}${first} Cheapest: ${cheapest.label.toLowerCase()}, ${cheapest.outcome.loss.toFixed(1)}.${some} Blue: the plan; grey: doing nothing; bands: nine in ten wars of 400 agents at the usual settings. Choose a plan by clicking it.`;
}

/** The table in words. */
export function tableSummary({plans: rows, wars, agents}: EndingFile): string {
  const gain = rows.filter(({id}) => id !== "none").map(({difference: {loss: d}}) => d.apart / d.error);
  const mean = gain.reduce((sum, v) => sum + v, 0) / gain.length;
  return `${wars} wars of ${agents} agents under each plan, at the usual settings and on the same seeds, with standard errors. “Won” is the part of the wars in which nine in ten moved within 40 years, “paid besides” the subsidies or what the date took from those who stayed. “Against nothing” is the mean of the differences war by war; pairing makes its error ${mean.toFixed(2)} times smaller than that of two means apart, since under most plans the wars soon go ways of their own.`;
}
