import {percent} from "../format.js";
import {signed, years} from "./format.js";
import {never, type TippingState} from "./tippingState.js";

/** A mean-field time in words. */
export function duration(time: number): string {
  if (time === Infinity || time > never) return "never";
  return time >= 1000 ? `${Math.round(time).toLocaleString("en-US")} years` : years(time);
}

/** What the landscape shows: its key number, what that is, and the whole in words. */
export function landscapeSummary(state: TippingState): {key: string; caption: string; summary: string} {
  const {p, points, rest, T90, strength, critical, spinodal, law} = state;
  const from = percent(p.initialShare);
  const passes = points.filter(({stable}) => !stable).map(({share}) => percent(share));
  const wins = T90 < Infinity;
  const key = p.initialShare >= 0.9 ? percent(rest) : wins ? duration(T90) : percent(rest);
  // Short enough for one line on a phone, for which room is kept.
  const caption = wins && p.initialShare < 0.9 ? "to nine in ten" : "is where it rests";
  const shape =
    passes.length === 0
      ? `There is one valley, at ${percent(points[0]!.share)}, and every crowd rolls there.`
      : `Valleys at ${points
          .filter(({stable}) => stable)
          .map(({share}) => percent(share))
          .join(
            " and "
          )}, with a pass at ${passes.join(" and ")}${law ? ` that stands ${law.barrier.toPrecision(2)} above the lower share’s valley` : ""}.`;
  const why =
    spinodal === null
      ? `The coupling J = ${signed(strength)} is not above J_c = ${signed(critical)}, so that no advantage makes a pass.`
      : `With J = ${signed(strength)} above J_c = ${signed(critical)} there is a pass for advantages from ${signed(spinodal[0])} to ${signed(spinodal[1])}; here it is ${signed(p.advantage)}.`;
  const end = wins
    ? p.initialShare >= 0.9
      ? `A crowd that starts at ${from} rests at ${percent(rest)}.`
      : `From ${from} it takes ${duration(T90)} until nine in ten have moved.`
    : `A crowd that starts at ${from} rests at ${percent(rest)}, and nine in ten are never reached.`;
  return {key, caption, summary: `${shape} ${end} ${why}`};
}
