import {adopterBalance, holdoutBreakEven, holdoutEffect} from "../../models/migration/misery.js";
import {checkParameters, type SomeParameters} from "../../models/migration/parameters.js";
import {figure} from "../figure.js";
import {figureRow} from "../figureRow.js";
import {percent} from "../format.js";
import {plotView} from "../plotView.js";
import type {View} from "../view.js";
import {holdoutOptions} from "./bitcreepHoldout.js";
import type {BitcreepState} from "./bitcreepInputs.js";
import {lossStack, waterfall} from "./bitcreepParts.js";
import {sharesOptions} from "./bitcreepShares.js";
import {endOf} from "./bitcreepWorlds.js";
import {yearsOptions} from "./bitcreepYears.js";
import {signed, years} from "./format.js";

/** Where and when misery ends: the key number and its caption. */
export function miseryWords(given: SomeParameters): [value: string, caption: string] {
  const {share, year} = endOf(given);
  if (share === 0) return ["none", "adopters are never worse off"];
  if (share === 1) return ["no end", "adopters stay worse off"];
  const time = year === Infinity ? "never reached" : year === 0 ? "passed at the start" : `after ${years(year)}`;
  return [percent(share), `end of misery, ${time}`];
}

/** What the main chart shows, in two sentences. */
export function bitcreepSummary(given: SomeParameters): string {
  const p = checkParameters(given);
  const say = (set: SomeParameters) => {
    const {share, year} = endOf(set);
    if (share === 0) return "never";
    if (share === 1) return "at any share";
    const time =
      year === Infinity ? "never reached" : year === 0 ? "passed at the start" : `reached after ${years(year)}`;
    return `below a share of ${percent(share)}, ${time}`;
  };
  const first = adopterBalance(p, p.initialShare).total;
  return `Adopters are worse off than without the new platform: ${say(p)}. The first of them have ${signed(first)} a year. Without bitcreep: ${say({...p, bitcreep: 0})}.`;
}

/** The main chart: adopters and holdouts over the share and over time, with bitcreep and without. */
export function bitcreepFigure(): View<BitcreepState> {
  const shares = plotView<BitcreepState>({height: "var(--shares)"}, sharesOptions);
  const time = plotView<BitcreepState>({height: "var(--years)"}, yearsOptions);
  const frame = figure({
    main: true,
    title: "Gain over a world without the new platform (utility a year)",
    children: [shares.node, time.node]
  });
  frame.node.classList.add("bitcreep");
  let latest: BitcreepState | undefined;
  // The second row is drawn in a frame of its own, so that no frame is long.
  const later = () => {
    if (latest) time.update(latest);
    latest = undefined;
  };
  return {
    node: frame.node,
    update(state) {
      shares.update(state);
      if (!latest) requestAnimationFrame(later);
      latest = state;
      frame.key(...miseryWords(state));
      frame.summary(bitcreepSummary(state));
    }
  };
}

/** Who takes what from an adopter: the first ones step by step, and all of them over the share. */
export function bitcreepParts(): View<BitcreepState> {
  const steps = plotView<BitcreepState>({height: 270}, waterfall);
  const stack = plotView<BitcreepState>({height: 270}, lossStack);
  const first = figure({title: "What the first adopters gain and lose", children: [steps.node]});
  const second = figure({title: "An adopter’s loss, and the advantage that has to pay for it", children: [stack.node]});
  const node = figureRow(first, second);
  return {
    node,
    update(state) {
      steps.update(state);
      stack.update(state);
      const own = adopterBalance(state, state.initialShare);
      first.summary(
        `With ${percent(state.initialShare, 0)} on the new platform an adopter gains ${signed(own.advantage)} by its advantage and loses ${signed(-own.network)} because users are elsewhere, ${signed(-own.bitrot)} to bitrot and ${signed(-own.bitcreep)} to bitcreep: ${signed(own.total)} in all.`
      );
      const pull = -adopterBalance(state, 0).total + state.advantage;
      second.summary(
        pull === 0
          ? "Nothing is lost: the platforms pull on nobody."
          : `Bitcreep is ${percent(-adopterBalance(state, 0).bitcreep / pull, 0)} of the loss at every share. Adopters are worse off where the stack stands above the line.`
      );
    }
  };
}

/** What a holdout does to the others. */
export function bitcreepHoldout(): View<BitcreepState> {
  const chart = plotView<BitcreepState>({height: 300}, holdoutOptions);
  const frame = figure({title: "What one more holdout does to all the others", children: [chart.node]});
  return {
    node: frame.node,
    update(state) {
      chart.update(state);
      const even = holdoutBreakEven(state);
      const early = holdoutEffect(state, 0.25);
      frame.summary(
        `Below a share of ${percent(even, 0)} a holdout is worth more to the other holdouts than it costs adopters, above it less. At 25 % on the new platform: adopters lose ${signed(-early.toAdopters)}, holdouts gain ${signed(early.toHoldouts)}, together ${signed(early.net)}.`
      );
    }
  };
}
