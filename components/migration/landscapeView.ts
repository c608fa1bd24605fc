import * as Plot from "@observablehq/plot";
import {select} from "d3";
import {driftOf, shareAfter} from "../../models/migration/meanFieldTime.js";
import {figure} from "../figure.js";
import {percent} from "../format.js";
import {redraw} from "../morph.js";
import {setText} from "../setText.js";
import {responsive, type View} from "../view.js";
import {landscapeOptions} from "./landscapeChart.js";
import {heightAt, landscapeOf, lensWindow, wholeWindow} from "./landscapeWindow.js";
import {landscapeSummary} from "./landscapeWords.js";
import type {TippingState} from "./tippingState.js";

/** Where the ball is, and what stands beside it. */
interface Ball {
  share: number;
  text: string;
}

/** A landscape with a ball in it that can be moved without drawing the landscape again. */
function groundView(lens: boolean, height: string): View<TippingState> & {roll(ball: Ball): void} {
  let state: TippingState | undefined;
  let ball: Ball | undefined;
  let room = 0;
  let place: ((share: number) => [number, number] | null) | undefined;
  const layer = select(document.createElementNS("http://www.w3.org/2000/svg", "g"));
  const dot = layer.append("circle").attr("class", "landscape-ball").attr("r", 7);
  const text = layer.append("text").attr("class", "landscape-year").attr("text-anchor", "middle");
  const roll = (next: Ball) => {
    ball = next;
    const at = place?.(next.share);
    layer.attr("display", at ? null : "none");
    if (!at) return;
    dot.attr("cx", at[0]).attr("cy", at[1] - 7);
    text.attr("x", Math.min(room - 36, Math.max(52, at[0]))).attr("y", Math.max(11, at[1] - 22));
    setText(text.node()!, next.text);
  };
  const view = responsive<TippingState>({height, className: "plot landscape"}, (host, next, width, tall) => {
    state = next;
    room = width;
    const chart = Plot.plot({...landscapeOptions(next, width, lens), width, height: tall});
    chart.setAttribute("aria-hidden", "true");
    const x = chart.scale("x")!;
    const y = chart.scale("y")!;
    const {x: across, y: up} = lens ? lensWindow(next) : wholeWindow(next);
    place = (share) => {
      const top = heightAt(landscapeOf(state!), share);
      if (share < across[0] || share > across[1] || top > up[1] || top < up[0]) return null;
      return [x.apply(share), y.apply(top)];
    };
    layer.remove();
    redraw(host, chart).append(layer.node()!);
    if (ball) roll(ball);
  });
  return {...view, roll};
}

/** Years that go by in a second of rolling, at first; a crowd that takes long is sped up. */
const pace = 3;

/** Milliseconds without a move after which a slider rests, and the ball is let go. */
const resting = 300;

/** How near to its rest the ball counts as having come to rest. */
const near = 0.001;

/**
 * The page's main chart: the landscape over the share, the stretch that decides under a lens, and a ball that rolls from
 * the share of the sliders to where the crowd comes to rest, in years. A reader who asked for less motion sees it at rest.
 */
export function landscapeView(): View<TippingState> {
  const whole = groundView(false, "clamp(250px, 33cqw, 340px)");
  const lens = groundView(true, "clamp(210px, 33cqw, 340px)");
  const panels = document.createElement("div");
  panels.className = "landscape-row";
  panels.append(whole.node, lens.node);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button landscape-roll";
  const frame = figure({main: true, title: "The landscape in which the crowd rolls", children: [panels, button]});
  let state: TippingState;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let request = 0;

  const put = (share: number, year: number | null) => {
    const text = year === null ? percent(share) : `year ${year.toFixed(1)}`;
    lens.roll({share, text});
    // At rest the ball stands beside a valley that says the same.
    whole.roll({share, text: year === null && share === state.rest ? "" : text});
  };
  const stop = () => {
    clearTimeout(timer);
    cancelAnimationFrame(request);
    request = 0;
    button.textContent = "Roll the ball";
  };
  const roll = () => {
    stop();
    button.textContent = "Stop the ball";
    const {p, rest} = state;
    const drift = driftOf(p);
    let share = p.initialShare;
    let years = 0;
    let before: number | undefined;
    const step = (now: number) => {
      // A tab that was hidden for a while goes on from where it was.
      const seconds = Math.min(0.1, (now - (before ?? now)) / 1000);
      before = now;
      const passed = seconds * Math.max(pace, years / 4);
      years += passed;
      share = shareAfter(drift, share, passed);
      if (Math.abs(share - rest) < near) {
        stop();
        return put(rest, null);
      }
      put(share, years);
      request = requestAnimationFrame(step);
    };
    put(share, 0);
    request = requestAnimationFrame(step);
  };
  button.addEventListener("click", () => (request ? stop() : roll()));
  stop();

  return {
    node: frame.node,
    update(next) {
      state = next;
      stop();
      whole.update(state);
      lens.update(state);
      const still = typeof matchMedia !== "function" || matchMedia("(prefers-reduced-motion: reduce)").matches;
      if (still) put(state.rest, null);
      else {
        put(state.p.initialShare, null);
        timer = setTimeout(roll, resting);
      }
      const {key, caption, summary} = landscapeSummary(state);
      frame.key(key, caption);
      frame.summary(summary);
    }
  };
}
