import {html} from "htl";
import type {Parameters} from "../../models/migration/parameters.js";
import {lastTick, ticksPerYear} from "../../models/migration/sandboxWar.js";
import {delayCost} from "../../models/migration/warLog.js";
import {figure} from "../figure.js";
import {percent} from "../format.js";
import {growingLines} from "../growingLines.js";
import {writeUrl} from "../inputs/urlState.js";
import {newSeed} from "../newSeed.js";
import type {View} from "../view.js";
import {parametersOf, type SandboxValues} from "./sandboxFields.js";
import {readSpeed, readWar, usualSpeed, writeWar} from "./warAddress.js";
import {soFar, thisYear} from "./warClockChart.js";
import {warCrowd} from "./warCrowd.js";
import {keyHint, type WarMoves, warPanel} from "./warPanel.js";
import {side, type WarState, warSession} from "./warSession.js";
import {shareGround, shareLines} from "./warShareChart.js";
import {clockWords, shareWords} from "./warWords.js";

/** The sandbox, the welfare clock beside it, and a way to begin with parameters that the sliders do not have yet. */
export interface Sandbox extends View<SandboxValues> {
  clock: HTMLElement;
  begin(parameters: Readonly<Parameters>): void;
}

/** Milliseconds between two texts while the war is on: nobody reads faster. */
const readable = 400;

/** A war of ten thousand agents, to be watched and meddled with. It plays by itself unless the reader likes it still. */
export function sandbox(): Sandbox {
  const crowd = warCrowd(
    side,
    `The crowd: one cell for each of ${(side * side).toLocaleString("en-US")} users. ${keyHint}`
  );
  const share = growingLines({height: 300});
  const year = growingLines({height: 270});
  const total = growingLines({height: 270});
  let speed = readSpeed();
  let opened = false;
  let saidAt = 0;
  let failed = false;
  /** The ground of the share chart, and what it was drawn for. */
  let ground: Pick<WarState, "outlook" | "band"> & {drawing: ReturnType<typeof shareGround>};

  const words = ({log, outlook, band, changes, playing}: WarState) => {
    const last = log.time.length - 1;
    frame.key(percent(log.share[last]!), `on the new platform, year ${log.time[last]!.toFixed(1)}`);
    const now = performance.now();
    if (playing && now - saidAt < readable) return;
    saidAt = now;
    const cost = delayCost(log, last);
    clockFrame.key(
      Math.abs(cost).toFixed(1),
      cost < 0 ? "utility better off than by an instant switch" : "utility lost so far beyond an instant switch"
    );
    frame.summary(shareWords(log, side * side, outlook, band, changes.length));
    clockFrame.summary(clockWords(log));
  };
  const draw = (state: WarState) => {
    const {log, outlook, band, changes, place, playing, tick, seed} = state;
    if (place) crowd.update(place);
    if (outlook !== ground?.outlook || band !== ground?.band) {
      const expected = {outlook, band, changes: changes.map((d) => d.tick / ticksPerYear)};
      ground = {outlook, band, drawing: shareGround(expected)};
      writeWar(state);
    }
    if (ground) share.update(shareLines(log, ground.drawing));
    year.update(thisYear(log));
    total.update(soFar(log));
    panel.show({playing, over: tick >= lastTick, seed});
    if (log.time.length > 0) words(state);
  };

  const session = warSession({
    draw(state) {
      if (failed) for (const d of [frame, clockFrame]) d.status("ready");
      failed = false;
      draw(state);
      if (!state.playing) writeWar(state);
    },
    failed(message) {
      console.warn(`sandbox: ${message}`);
      failed = true;
      const text = "The war cannot go on here. The rest of the page works without it; reloading may help.";
      frame.status("error", text);
      clockFrame.status("error", text);
    }
  });

  const play = (next: number) => {
    panel.say("");
    session.play(next);
    panel.show({...session.state, over: session.state.tick >= lastTick});
    writeWar(session.state);
  };
  const restart = (seed = session.state.seed) => {
    const {playing, tick, parameters} = session.state;
    session.open(parameters, {seed});
    if (playing || tick >= lastTick) play(speed);
  };
  const moves: WarMoves = {
    toggle() {
      const {playing, tick} = session.state;
      if (tick >= lastTick) restart();
      else play(playing ? 0 : speed);
    },
    step(ticks) {
      panel.say("");
      session.step(ticks);
    },
    restart: () => restart(),
    seed: restart,
    fresh: () => restart(newSeed()),
    speed(next) {
      speed = next;
      writeUrl("speed", next === usualSpeed ? null : String(next));
      if (session.state.playing) play(next);
    },
    share() {
      writeWar(session.state);
      // The address is written when the sliders have rested for a moment.
      setTimeout(() => {
        const inBar = "The address holds this war";
        const aside = () => panel.say(`${inBar}: copy it from the address bar.`);
        if (!navigator.clipboard) return aside();
        navigator.clipboard.writeText(location.href).then(() => panel.say(`${inBar}, and is copied.`), aside);
      }, 250);
    }
  };
  const panel = warPanel(moves, speed);
  panel.listen(crowd.node);
  const frame = figure({
    main: true,
    title: "Ten thousand users, one cell each, and the share of the new platform",
    children: [panel.node, html`<div class="war-stage">${crowd.node}${share.node}</div>`]
  });
  const clockFrame = figure({
    title: "The welfare clock: who gains, who loses",
    children: [html`<div class="row">${year.node}${total.node}</div>`]
  });

  return {
    node: frame.node,
    clock: clockFrame.node,
    begin(parameters) {
      const {playing, seed} = session.state;
      session.open(parameters, {seed});
      if (playing || !still()) play(speed);
    },
    update(values) {
      const parameters = parametersOf(values);
      if (opened) return session.change(parameters);
      opened = true;
      const address = readWar(parameters);
      panel.say(address.note);
      session.open(address.start, address);
      session.change(parameters);
      if (!still() && !address.left) play(speed);
    }
  };
}

/** Whether the reader asked for less motion. */
function still(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
