import {parameterInfo, type ScalarName} from "../../models/migration/parameterInfo.js";
import {type SliderOptions, slider} from "../inputs/slider.js";

/** Units as they stand behind a number; utility has none of its own, and shares are shown in percent. */
const suffixes: Record<string, string> = {yr: " yr", "1/yr": " / yr"};

/** Parameters that are shares of a whole. */
const shares = new Set<ScalarName>(["initialShare", "locality", "shimOld", "shimNew"]);

/**
 * The slider of one parameter, labelled with its symbol: `Bitcreep κ`. Called like the parameter in a form, it puts the
 * same name in the address on every page, so that a view of one page can be opened in another.
 */
export function parameterSlider(name: ScalarName, change: Partial<Omit<SliderOptions, "kind">> = {}): SliderOptions {
  const {label, symbol, unit, value, slider: range} = parameterInfo[name];
  const [min, max, step] = range;
  return slider({
    label: `${label} ${symbol}`,
    min,
    max,
    step,
    value: Number.isFinite(value) ? value : min,
    ...(shares.has(name) ? {factor: 100, suffix: " %"} : {suffix: suffixes[unit] ?? ""}),
    ...change
  });
}
