import {potential} from "../../models/migration/meanField.js";
import type {Potential} from "../../models/migration/potential.js";
import type {TippingState} from "./tippingState.js";

const points = 241;

let latest: {state: TippingState; potential: Potential} | undefined;

/** The landscape of a state; both charts of it share one. */
export function landscapeOf(state: TippingState): Potential {
  if (latest?.state !== state) latest = {state, potential: potential(state.p, {points})};
  return latest.potential;
}

/** The height at a share. */
export function heightAt({height}: Potential, share: number): number {
  const place = share * (height.length - 1);
  const i = Math.min(height.length - 2, Math.floor(place));
  return height[i]! + (height[i + 1]! - height[i]!) * (place - i);
}

/** What part of the landscape to look at. */
export interface Window {
  x: [low: number, high: number];
  y: [low: number, high: number];
}

/** All of it. */
export function wholeWindow(state: TippingState): Window {
  const {height} = landscapeOf(state);
  const top = height.reduce((a, b) => Math.max(a, b));
  return {x: [0, 1], y: [-0.09 * top, 1.14 * top || 1]};
}

/** The stretch that decides: around valley and pass, or else around the flattest stretch of the way. */
export function lensWindow(state: TippingState): Window {
  const land = landscapeOf(state);
  const {points: rests, p, rest} = state;
  let from: number;
  let to: number;
  if (rests.length > 1) {
    const [valley, pass] = [rests[0]!.share, rests[1]!.share];
    const margin = 0.6 * (pass - valley);
    [from, to] = [valley - margin, pass + margin];
  } else {
    const flat = flattest(land, p.initialShare, rest);
    [from, to] = [flat - 0.15, flat + 0.15];
  }
  const width = Math.min(1, Math.max(0.04, to - from));
  from = Math.min(Math.max(0, from), 1 - width);
  to = Math.min(1, from + width);
  const heights = Array.from({length: 41}, (_, i) => heightAt(land, from + ((to - from) * i) / 40));
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  // The ends of the range are steep: what lies far above the pass is cut off, so that the pass itself can be seen.
  const rim = rests.length > 1 ? heightAt(land, rests[1]!.share) - heightAt(land, rests[0]!.share) : 0;
  const top = rests.length > 1 ? Math.min(high, heightAt(land, rests[1]!.share) + rim) : high;
  const bottom = rests.length > 1 ? Math.max(low, heightAt(land, rests[0]!.share) - rim) : low;
  const margin = Math.max(1e-6, 0.15 * (top - bottom));
  return {x: [from, to], y: [bottom - margin, top + 1.6 * margin]};
}

/** Where the way from one share to another is least steep. */
function flattest({share, height}: Potential, from: number, to: number): number {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  let best = (low + high) / 2;
  let least = Infinity;
  // The way's end is flat by itself; what is looked for lies before it.
  const end = low + 0.85 * (high - low);
  for (let i = 1; i < share.length - 1; ++i) {
    if (share[i]! < low + 0.02 || share[i]! > end) continue;
    const slope = Math.abs(height[i + 1]! - height[i - 1]!);
    if (slope < least) {
      least = slope;
      best = share[i]!;
    }
  }
  return best;
}
