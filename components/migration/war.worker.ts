import {grid} from "../../models/migration/ecosystemGrid.js";
import type {Moment, Outlook} from "../../models/migration/outlook.js";
import type {Parameters} from "../../models/migration/parameters.js";
import {lastTick, retell, type SandboxWar, sandboxWar, ticksPerYear} from "../../models/migration/sandboxWar.js";
import type {WarChange} from "../../models/migration/warCode.js";
import type {Sample} from "../../models/migration/warLog.js";

/** What the page asks of the war. Every question carries the number of the war that it means. */
export type WarQuestion = {war: number} & (
  | {
      ask: "open";
      parameters: Readonly<Parameters>;
      seed: string;
      side: number;
      changes: WarChange[];
      tick: number;
    }
  | {ask: "change"; parameters: Readonly<Parameters>}
  /** Play at so many years a second, or rest at 0. */
  | {ask: "play"; speed: number}
  | {ask: "step"; ticks: number}
  /** A picture has been drawn: here is its memory back, and another may come. */
  | {ask: "more"; buffer: ArrayBuffer}
);

export type WarAnswer = {war: number} & (
  | {kind: "picture"; tick: number; place: Uint8Array<ArrayBuffer>; samples: Sample[]; playing: boolean}
  /** The tick at which a change took hold. */
  | {kind: "changed"; tick: number; parameters: Readonly<Parameters>}
  | {kind: "outlook"; moment: Moment; parameters: Readonly<Parameters>; outlook: Outlook}
  | {kind: "error"; message: string}
);

const scope = self as unknown as {
  onmessage: (event: MessageEvent<WarQuestion>) => void;
  postMessage(answer: WarAnswer, transfer?: Transferable[]): void;
};

/** Milliseconds between looks at the clock, and the most that one of them may make up for. */
const beat = 16;
const longest = 1000;

let number = 0;
let war: SandboxWar | undefined;
let ground: ReturnType<typeof grid> | undefined;
let tick = 0;
let samples: Sample[] = [];
let spare: ArrayBuffer | undefined;
let speed = 0;
/** Where the clock is, in ticks and parts of one. */
let clock = 0;
let last = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Whether the page has drawn the last picture, and whether there is anything newer to draw. */
let drawn = true;
let news = false;

function show(): void {
  news = true;
  if (!drawn || !war) return;
  const buffer = spare?.byteLength === war.place.length ? spare : new ArrayBuffer(war.place.length);
  spare = undefined;
  const place = new Uint8Array(buffer);
  place.set(war.place);
  scope.postMessage({war: number, kind: "picture", tick, place, samples, playing: speed > 0}, [buffer]);
  samples = [];
  drawn = news = false;
}

function advanceTo(next: number): void {
  tick = Math.min(lastTick, next);
  samples.push(...war!.advanceTo(tick / ticksPerYear));
  if (tick >= lastTick) speed = 0;
  show();
}

function tickOn(): void {
  clearTimeout(timer);
  if (speed === 0 || !war) return;
  const now = performance.now();
  clock += (Math.min(longest, now - last) / 1000) * speed * ticksPerYear;
  last = now;
  advanceTo(Math.floor(clock));
  timer = setTimeout(tickOn, beat);
}

function lookAhead(): void {
  const {parameters} = war!;
  scope.postMessage({war: number, kind: "outlook", moment: war!.moment(), parameters, outlook: war!.outlook()});
}

function answer(question: WarQuestion): void {
  if (question.ask === "open") {
    number = question.war;
    const {parameters, seed, side, changes} = question;
    if (ground?.size !== side * side) ground = grid(side);
    war = undefined;
    speed = 0;
    const opened = sandboxWar(parameters, {side, seed, graph: ground});
    samples = retell(opened, changes);
    war = opened;
    lookAhead();
    drawn = true;
    advanceTo(question.tick);
  } else if (question.ask === "more") {
    spare = question.buffer;
    drawn = true;
    if (news) show();
  } else if (war && question.war === number) meddle(war, question);
}

function meddle(war: SandboxWar, question: Exclude<WarQuestion, {ask: "open" | "more"}>): void {
  if (question.ask === "change") {
    war.change(question.parameters);
    scope.postMessage({war: number, kind: "changed", tick, parameters: question.parameters});
    lookAhead();
  } else if (question.ask === "step") {
    speed = 0;
    advanceTo(tick + question.ticks);
  } else {
    speed = question.speed;
    clock = tick;
    last = performance.now();
    if (speed > 0) tickOn();
    else show();
  }
}

scope.onmessage = ({data}) => {
  try {
    answer(data);
  } catch (error) {
    speed = 0;
    scope.postMessage({war: data.war, kind: "error", message: error instanceof Error ? error.message : String(error)});
  }
};
