import * as Plot from "@observablehq/plot";
import {percent} from "../format.js";
import {colors} from "../theme.js";
import {heightAt, landscapeOf, lensWindow, wholeWindow} from "./landscapeWindow.js";
import type {TippingState} from "./tippingState.js";

/** A label that stays readable where a line passes behind it. */
export const halo = {stroke: colors.background, strokeWidth: 4} as const;

/** Whose valley it is: the old platform's, the new one's, or neither's. */
export function valleyColor(share: number): string {
  if (share > 0.1 && share < 0.9 && Math.abs(share - 0.5) < 0.35) return colors.outside;
  return share < 0.5 ? colors.oldPlatform : colors.newPlatform;
}

/** The landscape with its valleys and passes marked; in the lens their heights are told too. */
export function landscapeOptions(state: TippingState, width: number, lens = false): Plot.PlotOptions {
  const land = landscapeOf(state);
  const {x, y} = lens ? lensWindow(state) : wholeWindow(state);
  const {points: rests, p, law} = state;
  const ground = Array.from(land.share, (share, i) => ({share, height: land.height[i]!})).filter(
    ({share}) => share >= x[0] - 0.003 && share <= x[1] + 0.003
  );
  const ends = [0, ...rests.filter(({stable}) => !stable).map(({share}) => share), 1];
  const basins = rests
    .filter(({stable}) => stable)
    .map(({share}, i) => ({
      color: valleyColor(share),
      ground: [ends[i]!, ...land.share, ends[i + 1]!]
        .filter((v) => v >= ends[i]! && v <= ends[i + 1]!)
        .sort((a, b) => a - b)
        .map((v) => ({share: v, height: heightAt(land, v)}))
    }));
  const seen = rests.filter(({share}) => share >= x[0] && share <= x[1]);
  const start = p.initialShare;
  const narrow = width < 460;
  return {
    marginLeft: lens ? 50 : 44,
    marginRight: 14,
    marginTop: 18,
    marginBottom: 38,
    x: {
      domain: x,
      tickFormat: (share: number) => `${Number((share * 100).toFixed(4))}`,
      label: "Share on the new platform (%)",
      labelAnchor: "center",
      labelArrow: "none",
      ticks: narrow ? 5 : lens ? 6 : 10
    },
    y: {domain: y, label: lens ? "Height Φ" : "Height Φ, per agent", labelArrow: "none", ticks: 5},
    marks: [
      basins.map(({color, ground: line}) =>
        Plot.areaY(line, {x: "share", y1: y[0], y2: "height", fill: color, fillOpacity: 0.14, clip: true})
      ),
      Plot.line(ground, {x: "share", y: "height", stroke: colors.foreground, strokeWidth: 1.5, clip: true}),
      lens && law && rests.length > 1
        ? [
            Plot.ruleX([law.pass], {
              y1: heightAt(land, law.valley),
              y2: heightAt(land, law.pass),
              stroke: colors.ruin,
              strokeWidth: 2
            }),
            Plot.link([law], {
              x1: "valley",
              x2: "pass",
              y1: heightAt(land, law.valley),
              y2: heightAt(land, law.valley),
              stroke: colors.ruin,
              strokeDasharray: "2 3"
            }),
            Plot.text([[law.pass, (heightAt(land, law.valley) + heightAt(land, law.pass)) / 2]], {
              text: [`barrier ${law.barrier.toPrecision(2)}`],
              textAnchor: "end",
              dx: -6,
              fill: colors.ruin,
              fontWeight: 600,
              ...halo
            })
          ]
        : null,
      Plot.dot(seen, {
        x: "share",
        y: ({share}) => heightAt(land, share),
        r: 4,
        symbol: ({stable}) => (stable ? "circle" : "triangle"),
        fill: ({stable, share}) => (stable ? valleyColor(share) : colors.background),
        stroke: ({stable, share}) => (stable ? valleyColor(share) : colors.ruin),
        strokeWidth: 2,
        clip: true
      }),
      lens
        ? null
        : seen.map(({stable, share}) =>
            Plot.text([[share, heightAt(land, share)]], {
              text: [`${stable ? "valley" : "pass"} ${percent(share)}`],
              textAnchor: share > 0.85 ? "end" : share < 0.12 ? "start" : "middle",
              dy: stable ? 15 : -13,
              fill: stable ? valleyColor(share) : colors.ruin,
              fontWeight: 600,
              ...halo
            })
          ),
      start >= x[0] && start <= x[1]
        ? Plot.dot([[start, heightAt(land, start)]], {
            r: 7,
            fill: "none",
            stroke: colors.muted,
            strokeDasharray: "2 2",
            clip: true
          })
        : null
    ]
  };
}
