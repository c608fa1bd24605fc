import {html} from "htl";
import type {SolvedFlow} from "../../models/gan/diracFlow.js";
import {figure} from "../figure.js";
import {plotView} from "../plotView.js";
import type {View} from "../view.js";
import {distanceOptions, ratesOptions} from "./diracCurves.js";
import {flowPlaneOptions, trainingPlaneOptions} from "./diracEigen.js";
import type {DiracSettings} from "./diracInputs.js";
import {diracPlayer} from "./diracPlayer.js";
import {diracSolver} from "./diracSolver.js";
import {diracStage} from "./diracStage.js";
import {type DiracState, diracState} from "./diracState.js";
import {diracSummary, distanceSummary, radiusText, ratesSummary} from "./diracWords.js";

/** The three ways of playing, as they are drawn. */
const key = () =>
  html`<p class="dirac-key"><span class="dirac-flow">flow</span><span class="dirac-linear">flow, linearised</span><span class="dirac-training">training, step by step</span></p>`;

/** The main figure of the page: the plane of the game, and its eigenvalues. `details` follows its sliders. */
export function diracView(): {stage: View<DiracSettings>; details: HTMLElement} {
  let state: DiracState;
  const plane = diracStage("clamp(330px, 38cqw, 410px)");
  const flowPlane = plotView<DiracState>({height: "clamp(150px, 16cqw, 175px)"}, flowPlaneOptions);
  const trainingPlane = plotView<DiracState>({height: "clamp(180px, 22cqw, 235px)"}, trainingPlaneOptions);
  const player = diracPlayer((time, passed) => {
    plane.run(time);
    if (passed > 0) plane.drift(passed);
  });
  const frame = figure({
    main: true,
    title: "A forger and a judge of one number each",
    children: [
      key(),
      html`<div class="dirac-row">
        ${plane.node}
        <div>${flowPlane.node}${trainingPlane.node}</div>
      </div>`,
      player.node
    ]
  });
  const distance = plotView<DiracState>({height: 300}, distanceOptions);
  const rates = plotView<DiracState>({height: 300}, ratesOptions);
  const distanceFrame = figure({title: "How far from the equilibrium", children: [distance.node]});
  const ratesFrame = figure({title: "What the penalty does to the pace", children: [rates.node]});
  const details = html`<div class="row">${distanceFrame.node}${ratesFrame.node}</div>` as HTMLElement;

  const solve = diracSolver(
    (solved: SolvedFlow) => {
      state = {...state, solved};
      plane.update(state);
      distance.update(state);
      distanceFrame.summary(distanceSummary(state));
    },
    (message) => {
      console.warn(`solveODE: ${message}`);
      state = {...state, unsolved: true};
      distanceFrame.summary(distanceSummary(state));
    }
  );

  return {
    details,
    stage: {
      node: frame.node,
      update(settings) {
        state = diracState(settings);
        player.tick(state.scale.tick);
        plane.calm();
        plane.update(state);
        flowPlane.update(state);
        trainingPlane.update(state);
        distance.update(state);
        rates.update(state);
        player.begin();
        frame.key(`|μ| = ${radiusText(state.radius)}`, state.fate);
        frame.summary(diracSummary(state));
        distanceFrame.summary(distanceSummary(state));
        ratesFrame.summary(ratesSummary(state));
        solve(state);
      }
    }
  };
}
