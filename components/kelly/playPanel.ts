import {html} from "htl";

/** What the reader can ask of the panel, by button or by key. */
export interface PlayMoves {
  /** One flip with the stake typed. */
  flip(): void;
  /** So many flips, the first with the stake typed, or all that are left. */
  run(flips: number): void;
  /** Stakes as Kelly or as the adviser would. */
  use(rule: "kelly" | "best"): void;
  /** The stake typed has changed. */
  typed(): void;
  /** Moves the stake by so many dollars. */
  nudge(dollars: number): void;
  again(): void;
  fresh(): void;
  seed(seed: string): void;
  share(): void;
}

export interface PlayPanel {
  node: HTMLElement;
  /** What to play next: the seed, the same flips or new ones, and a link. */
  foot: HTMLElement;
  stake: HTMLInputElement;
  /** Shows the seed, and whether there is still something to play for. */
  show(state: {seed: string; over: boolean; begun: boolean}): void;
  /** What the adviser says about the stake, or an error about it. */
  advise(text: string): void;
  refuse(text: string): void;
  /** What has just happened. */
  say(text: string): void;
}

const keys: Record<string, (moves: PlayMoves) => void> = {
  h: (moves) => moves.flip(),
  k: (moves) => moves.use("kelly"),
  o: (moves) => moves.use("best"),
  t: (moves) => moves.run(10),
  r: (moves) => moves.run(Number.POSITIVE_INFINITY)
};

/** The panel of moves over the chart: a stake to type, buttons, and the keys that do the same. */
export function playPanel(moves: PlayMoves): PlayPanel {
  const button = (text: string, key: string, act: () => void, className = "button") =>
    html`<button type="button" class=${className} onclick=${act}>${text}${key && html`<kbd>${key}</kbd>`}</button>` as HTMLButtonElement;
  const stake =
    html`<input type="text" class="play-stake" inputmode="decimal" autocomplete="off" spellcheck="false" aria-label="Stake in dollars" aria-describedby="play-word">` as HTMLInputElement;
  const flip = button("Flip", "h", moves.flip, "button primary");
  const acts = [
    flip,
    button("10 flips", "t", () => moves.run(10)),
    button("Play out", "r", () => moves.run(Number.POSITIVE_INFINITY)),
    button("Kelly’s", "k", () => moves.use("kelly")),
    button("Adviser’s", "o", () => moves.use("best"))
  ];
  const seed =
    html`<input type="text" class="play-seed" maxlength="40" autocomplete="off" spellcheck="false" aria-label="Seed of the flips">` as HTMLInputElement;
  const again = button("Same flips again", "", moves.again);
  let shown = "";
  const fresh = button("New flips", "", moves.fresh);
  const share = button("Copy link", "", moves.share);
  const word = html`<p class="play-word" id="play-word"></p>`;
  const said = html`<p class="play-said"></p>`;
  const error = html`<span role="alert"></span>`;
  const advice = html`<span></span>`;
  word.append(error, advice);
  const node =
    html`<div class="play-panel" role="group" aria-label="Your move. Keys: Enter or h flips, t ten flips, r plays out, k Kelly’s stake, o the adviser’s, up and down change the stake." tabindex="-1">
    <div class="play-row"><span class="play-field">Stake $${stake}</span>${acts}</div>
    ${said}${word}
  </div>` as HTMLElement;
  const foot = html`<div class="play-row play-more">
    <span class="play-field">Seed ${seed}</span>${again}${fresh}${share}
  </div>` as HTMLElement;

  // The stake and the seed are no settings of the page: what is typed in them stays in the panel.
  node.addEventListener("input", (event) => {
    if (event.target === stake) moves.typed();
  });
  seed.addEventListener("change", () => {
    const text = seed.value.trim();
    seed.value = text || shown;
    if (text) moves.seed(text);
  });
  node.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const inStake = event.target === stake;
    const step = event.shiftKey ? 0.1 : 1;
    const act = keys[event.key.toLowerCase()];
    if (inStake && event.key === "Enter") moves.flip();
    else if (event.key === "ArrowUp" || (!inStake && event.key === "ArrowRight")) moves.nudge(step);
    else if (event.key === "ArrowDown" || (!inStake && event.key === "ArrowLeft")) moves.nudge(-step);
    else if (act) act(moves);
    else return;
    event.preventDefault();
  });

  return {
    node,
    foot,
    stake,
    show(state) {
      shown = state.seed;
      if (document.activeElement !== seed) seed.value = shown;
      // Keys pressed on after the last flip should not start another game by accident.
      if (state.over && node.contains(document.activeElement)) node.focus({preventScroll: true});
      for (const act of acts) act.disabled = state.over;
      stake.disabled = state.over;
      again.disabled = !state.begun;
      share.disabled = !state.begun;
    },
    advise(text) {
      stake.removeAttribute("aria-invalid");
      error.textContent = "";
      advice.textContent = text;
    },
    refuse(text) {
      stake.setAttribute("aria-invalid", "true");
      advice.textContent = "";
      error.textContent = text;
    },
    say(text) {
      said.textContent = text;
    }
  };
}
