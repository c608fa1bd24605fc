import {hysteresis} from "../../models/migration/meanField.js";
import {restingShare} from "../../models/migration/restingShare.js";
import {figure} from "../figure.js";
import {percent} from "../format.js";
import {readUrl, writeUrl} from "../inputs/urlState.js";
import type {View} from "../view.js";
import {signed} from "./format.js";
import {type HysteresisState, loopRange} from "./hysteresisChart.js";
import {hysteresisHandle, type Walk, walkTo} from "./hysteresisHandle.js";
import {tippingSolver} from "./tippingSolver.js";
import type {TippingState} from "./tippingState.js";

/** The loop in words. */
export function hysteresisSummary({state, slow, swept}: HysteresisState, walk: Walk): string {
  const here = `At ${signed(walk.advantage)} the crowd that you drag rests at ${percent(walk.share)}.`;
  const pace = swept
    ? ` Swept in ${swept.years} years each way, the crowd lags behind, and the loop has area ${swept.loop.area.toFixed(3)}.`
    : "";
  if (!state.spinodal)
    return `${here} The coupling is too weak for two places to rest: moved slowly, the crowd comes back the way it went.${pace}`;
  const [low, high] = state.spinodal;
  return `${here} On the way up the old branch ends at ${signed(high)}, on the way down the new one ends at ${signed(low)}; between the two it depends on where the crowd comes from. Moved ever so slowly the loop has area ${slow.area.toFixed(3)}.${pace}`;
}

/** What decides whether a loop is another loop: everything but where the crowd starts and where the advantage stands. */
const loopKey = ({p}: TippingState) => JSON.stringify({...p, advantage: 0, initialShare: 0});

/** The hysteresis loop with a handle to drag around it, and the loop at a pace beside it. */
export function hysteresisView(): View<{state: TippingState; years: number}> {
  let shown: HysteresisState | undefined;
  let walk: Walk | undefined;
  let key = "";
  const chart = hysteresisHandle({
    height: "clamp(300px, 40cqw, 400px)",
    move(advantage) {
      if (!shown || !walk) return;
      walk = walkTo(shown.state.p, walk, advantage);
      show();
      writeUrl("dragged", walk.advantage.toFixed(3));
      writeUrl("rested", walk.share.toFixed(3));
    }
  });
  const clear = document.createElement("button");
  clear.type = "button";
  clear.className = "button";
  clear.textContent = "Clear the trail";
  clear.addEventListener("click", () => {
    if (!walk) return;
    walk = {...walk, trail: []};
    show();
  });
  const frame = figure({title: "Drag the advantage there and back", children: [chart.node, clear]});
  const show = () => {
    if (!shown || !walk) return;
    chart.walk(walk);
    frame.key(
      (shown.swept?.loop ?? shown.slow).area.toFixed(3),
      shown.swept ? "area of the loop at this pace" : "area of the slow loop"
    );
    const [loop, here] = [shown, walk];
    frame.summary(() => hysteresisSummary(loop, here));
  };
  const sweep = tippingSolver("sweep", {
    solved(loop, {years}) {
      if (!shown) return;
      shown = {...shown, swept: {years, loop}};
      frame.status("ready");
      chart.update(shown);
      show();
    },
    failed(message) {
      console.warn(`sweep: ${message}`);
      frame.status("error", "The sweep could not be computed. Moving a slider tries again.");
    }
  });

  /** A new walk: where the reader left it, if the address says so, else where the sliders stand. */
  function start(state: TippingState, [low, high]: [number, number]): Walk {
    const dragged = Number(readUrl("dragged") ?? Number.NaN);
    const rested = Number(readUrl("rested") ?? Number.NaN);
    const linked = key === "" && Number.isFinite(dragged) && rested >= 0 && rested <= 1;
    const advantage = Math.min(high, Math.max(low, linked ? dragged : state.p.advantage));
    const share = restingShare({...state.p, advantage}, linked ? rested : state.p.initialShare);
    return {advantage, share, trail: []};
  }

  return {
    node: frame.node,
    update({state, years}) {
      const next = loopKey(state);
      const same = shown && key === next;
      const slow = same ? shown!.slow : hysteresis(state.p, {points: 81});
      const moved = same && shown!.state.p !== state.p;
      if (!same || moved) walk = start(state, loopRange(slow));
      key = next;
      const kept = same && shown!.swept?.years === years ? shown!.swept : undefined;
      shown = {state, slow, swept: kept};
      if (!same || !kept) sweep({given: state.p, years});
      chart.update(shown);
      show();
    }
  };
}
