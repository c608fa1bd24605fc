import type {SomeParameters} from "../../models/migration/parameters.js";

/** A time, as `10.5 years`; `never` for ∞. */
export function years(time: number): string {
  if (time === Number.POSITIVE_INFINITY) return "never";
  const text = time >= 100 ? Math.round(time).toLocaleString("en-US") : time.toFixed(1);
  return `${text} ${text === "1.0" ? "year" : "years"}`;
}

/** A number with a true minus sign, as `−0.88`. */
export function signed(value: number, digits = 2): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** The address of the sandbox with some parameters set, from a page of the same folder. */
export function sandboxAddress({sunset, ...scalars}: SomeParameters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(scalars)) query.set(name, String(value));
  for (const [name, value] of Object.entries(sunset ?? {})) query.set(`sunset.${name}`, String(value));
  const text = query.toString();
  return text ? `./wars?${text}` : "./wars";
}
