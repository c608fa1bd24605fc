/**
 * The palette. A colour means the same thing on every page: the optimum is blue, Kelly orange, people grey, ruin
 * vermillion, the ceiling green; the new platform is blue, the old one orange, what is outside both grey; real pictures
 * are green, generated ones purple, the discriminator vermillion, the generator blue. Based on Okabe and Ito's colours
 * for colour-blind readers, darkened for the light theme and lightened for the dark one so that lines stand out 3 : 1
 * from the background and text 4.5 : 1.
 */
export interface Palette {
  background: string;
  foreground: string;
  muted: string;
  hairline: string;
  optimum: string;
  kelly: string;
  human: string;
  ruin: string;
  ceiling: string;
  other: string;
  newPlatform: string;
  oldPlatform: string;
  outside: string;
  real: string;
  generated: string;
  discriminator: string;
  generator: string;
}

export const light: Readonly<Palette> = {
  background: "#fdfcfa",
  foreground: "#1d2026",
  muted: "#5c6169",
  hairline: "#dedbd5",
  optimum: "#0067ab",
  kelly: "#9c5a00",
  human: "#666b73",
  ruin: "#b93a12",
  ceiling: "#00765a",
  other: "#8a3f87",
  newPlatform: "#0067ab",
  oldPlatform: "#9c5a00",
  outside: "#666b73",
  real: "#00765a",
  generated: "#8a3f87",
  discriminator: "#b93a12",
  generator: "#0067ab"
};

export const dark: Readonly<Palette> = {
  background: "#15171b",
  foreground: "#e4e2dd",
  muted: "#a3a6ab",
  hairline: "#34373d",
  optimum: "#5db4f2",
  kelly: "#f0a53a",
  human: "#a9adb5",
  ruin: "#ff8a66",
  ceiling: "#3fc79c",
  other: "#d898d4",
  newPlatform: "#5db4f2",
  oldPlatform: "#f0a53a",
  outside: "#a9adb5",
  real: "#3fc79c",
  generated: "#d898d4",
  discriminator: "#ff8a66",
  generator: "#5db4f2"
};

/** The palette as CSS variables, for charts that live in the page: they change with the theme by themselves. */
export const colors = Object.fromEntries(
  Object.keys(light).map((name) => [name, `var(--${name})`])
) as unknown as Palette;

/** CSS that declares a palette's variables; the site's style sheet and every static figure hold it. */
export function declarations(palette: Readonly<Palette>): string {
  return Object.entries(palette)
    .map(([name, color]) => `--${name}: ${color};`)
    .join(" ");
}

const prefersDark = "(prefers-color-scheme: dark)";

/** Whether the reader's system asks for the dark theme. */
export function isDark(): boolean {
  return typeof matchMedia === "function" && matchMedia(prefersDark).matches;
}

/** Calls back whenever the reader's system changes theme: a canvas has to be painted again. */
export function onThemeChange(callback: () => void): void {
  if (typeof matchMedia === "function") matchMedia(prefersDark).addEventListener("change", callback);
}
