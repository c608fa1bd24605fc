import * as Plot from "@observablehq/plot";

/** A picture that fills a still figure. */
export function pictureOptions(picture: string, width: number, height: number): Plot.PlotOptions {
  return {
    margin: 0,
    width,
    height,
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    marks: [Plot.image([picture], {src: (d: string) => d, x: width / 2, y: height / 2, width, height})]
  };
}
