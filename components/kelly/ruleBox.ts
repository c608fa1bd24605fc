import {html} from "htl";
import {constants, functions} from "../../models/kelly/ruleWords.js";

export interface RuleBox {
  node: HTMLElement;
  /** The text as it stands. */
  readonly text: string;
  /** Shows a text as if the reader had typed it. */
  fill(text: string): void;
  /** Points at a character of the rule and says what is wrong there. */
  mistake(message: string, position: number): void;
  /** Says something calm, or nothing. */
  note(message: string): void;
  busy(on: boolean): void;
}

/** Rules to begin with. */
export const examples = ["min(0.2 w, C - w)", "0.125 w", "b < 10 ? w : 0.1 w", "min(w, 5)"];

/**
 * The box for a rule: one line of text, a button, examples. A mistake is marked under its character, told in words,
 * and tied to the box; the text is never changed.
 */
export function ruleBox(score: (text: string) => void, stop: () => void): RuleBox {
  const input = html`<input
    type="text" id="own-rule" class="rule-text" autocomplete="off" autocapitalize="off" spellcheck="false"
    aria-describedby="own-rule-message own-rule-names" placeholder="min(0.2 w, C - w)" maxlength="200">` as HTMLInputElement;
  const caret = html`<div class="rule-caret" aria-hidden="true"></div>` as HTMLElement;
  // A mistake interrupts a screen reader, progress waits its turn: two places, of which one is empty.
  const message = html`<p class="rule-message" id="own-rule-message" role="alert"></p>`;
  const status = html`<p class="rule-message" role="status"></p>`;
  const button = html`<button type="submit" class="button primary">Score it</button>` as HTMLButtonElement;
  const samples = examples.map(
    (text) =>
      html`<button type="button" class="button" onclick=${() => {
        input.value = text;
        score(text);
      }}><code>${text}</code></button>`
  );
  const node = html`<form class="own-rule" aria-label="Write your own rule">
    <label for="own-rule">Stake, in dollars</label>
    <div class="rule-row"><div class="rule-field">${input}${caret}</div>${button}</div>
    <div class="rule-said">${message}${status}</div>
    <p class="rule-names" id="own-rule-names"><code>w</code> wealth, <code>b</code> flips left, <code>C</code> ceiling, <code>p</code> edge; <code>${Object.keys(functions).join(" ")}</code>, <code>${Object.keys(constants).join(" ")}</code>, comparisons, <code>and or not</code>, <code>test ? this : that</code>.</p>
    <div class="rule-examples"><span>Try:</span>${samples}</div>
  </form>` as HTMLFormElement;

  let running = false;
  const clear = () => {
    message.textContent = status.textContent = "";
    caret.textContent = "";
    input.removeAttribute("aria-invalid");
  };
  const follow = () => (caret.style.transform = `translateX(${-input.scrollLeft}px)`);
  input.addEventListener("input", clear);
  input.addEventListener("scroll", follow);
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    if (running) stop();
    else score(input.value);
  });
  return {
    node,
    get text() {
      return input.value;
    },
    fill(text) {
      clear();
      input.value = text;
    },
    mistake(text, position) {
      clear();
      input.setAttribute("aria-invalid", "true");
      // Set in the same fixed-width type as the rule, so that the mark stands under its character.
      caret.textContent = `${"\u00a0".repeat(position)}▲`;
      follow();
      message.textContent = `${text} (character ${position + 1}).`;
    },
    note(text) {
      clear();
      status.textContent = text;
    },
    busy(on) {
      running = on;
      button.textContent = on ? "Stop" : "Score it";
    }
  };
}
