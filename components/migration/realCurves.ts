import type {FittedCurve} from "../../models/migration/files.js";
import {colors} from "../theme.js";
import type {Beside} from "./realInputs.js";

export type CurveId = FittedCurve["id"];

/** How each curve is drawn and called on this page. */
export const curveLooks: Record<
  CurveId,
  {name: string; short: string; said: string; color: string; width: number; dash?: string}
> = {
  migration: {name: "Migration game", short: "game", said: "the game", color: colors.newPlatform, width: 2.5},
  logistic: {
    name: "Logistic",
    short: "logistic",
    said: "the logistic",
    color: colors.outside,
    width: 1.75,
    dash: "7 3"
  },
  ceiling: {
    name: "Logistic with a ceiling",
    short: "ceiling",
    said: "the one with a ceiling",
    color: colors.foreground,
    width: 1.5,
    dash: "2 3"
  },
  bass: {name: "Bass", short: "Bass", said: "Bass’s curve", color: colors.other, width: 1.75}
};

/** The curves that are drawn: the game last, so that it lies on top. */
export function shownCurves(beside: Beside): CurveId[] {
  const rivals: CurveId[] = beside === "all" ? ["logistic", "ceiling", "bass"] : beside === "none" ? [] : [beside];
  return [...rivals, "migration"];
}
