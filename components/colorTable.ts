import {interpolateLab, piecewise, rgb} from "d3";
import {dark, isDark, light} from "./theme.js";

/** Colours for a field: 256 packed pixels (little-endian RGBA) from its lowest value to its highest. */
export type ColorTable = Uint32Array;

/** Packs an interpolator over [0, 1] into a table that a canvas can be filled from without parsing a colour. */
export function colorTable(interpolate: (t: number) => string): ColorTable {
  return Uint32Array.from({length: 256}, (_, i) => {
    const {r, g, b} = rgb(interpolate(i / 255));
    return ((255 << 24) | (Math.round(b) << 16) | (Math.round(g) << 8) | Math.round(r)) >>> 0;
  });
}

/** From the page's background to a colour of the palette: little is pale, much is strong, in both themes. */
export function sequential(name: "optimum" | "ruin" | "ceiling" | "kelly"): {
  interpolate: (t: number) => string;
  table: ColorTable;
} {
  const palette = isDark() ? dark : light;
  // A large surface in a palette colour at full strength shouts; over the dark background it would also glare.
  const mix = interpolateLab(palette.background, palette[name]);
  const strong = isDark() ? mix(0.62) : mix(0.86);
  const interpolate = piecewise(interpolateLab, [palette.background, mix(isDark() ? 0.26 : 0.34), strong]);
  return {interpolate, table: colorTable(interpolate)};
}
