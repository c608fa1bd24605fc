import {html} from "htl";
import {mostDrawn} from "../../models/gan/planeTarget.js";
import type {PlaneConfig, PlaneSettings} from "../../models/gan/planeTrainer.js";
import {figure} from "../figure.js";
import {count} from "../format.js";
import {growingLines} from "../growingLines.js";
import {newSeed} from "../newSeed.js";
import type {View} from "../view.js";
import {readPlane, writeDrawing, writeSeed, writeSpeed} from "./planeAddress.js";
import {divergenceChart, lossChart} from "./planeCharts.js";
import {planeField} from "./planeField.js";
import type {PlaneValues} from "./planeInputs.js";
import {keyHint, type PlaneMoves, planePanel} from "./planePanel.js";
import {type PlaneState, planeSession} from "./planeSession.js";
import {modeNames, planeWords, stoppedWords} from "./planeWords.js";
import {resting} from "./tabRest.js";

/** Milliseconds between two texts while it plays: nobody reads faster. */
const readable = 400;

/** Rounds after which it rests by itself, since nobody may be looking any more. */
const restAfter = 5000;

const settingsOf = ({loss, penalty, rateD, rateG, stepsD, stepsG, batch}: PlaneValues): PlaneSettings => ({
  loss,
  penalty,
  rateD,
  rateG,
  stepsD,
  stepsG,
  batch
});

/** A GAN in the plane, to be watched and meddled with. It plays by itself unless the reader likes it still. */
export function planeView(): View<PlaneValues> {
  const address = readPlane();
  let {seed, speed, drawn} = address;
  let values: PlaneValues | undefined;
  let said = 0;
  let broken = false;
  let restAt = restAfter;

  const field = planeField({
    label: `The plane: real points, generated points, and what the discriminator thinks of each place. ${keyHint}`,
    drawHint:
      "Arrow keys move a cursor, with Shift in bigger steps; space drops a point there, Backspace takes the last one back.",
    drop(point) {
      if (drawn.length >= mostDrawn) return panel.say(`A drawing has at most ${mostDrawn} points.`);
      draw([...drawn, point]);
    },
    undo: () => draw(drawn.slice(0, -1))
  });
  const losses = growingLines({height: 150});
  const energy = growingLines({height: 132});
  const js = growingLines({height: 148});
  const tool = (text: string, act: () => void) =>
    html`<button type="button" class="button" onclick=${act}>${text}</button>`;
  const drawWords = html`<span></span>`;
  const draws = html`<div class="plane-draws" hidden>${tool("Clear", () => draw([]))}${tool("Undo", () => draw(drawn.slice(0, -1)))}${drawWords}</div>`;

  const words = (state: PlaneState) => {
    const {picture, floor, touched, start} = state;
    if (!picture) return;
    const {now} = picture;
    const [one, many] = modeNames[start.target];
    frame.key(`${now.hit} of ${now.modes}`, `${now.modes === 1 ? one : many} hit`);
    const time = performance.now();
    if (state.playing && time - said < readable) return;
    said = time;
    frame.summary(planeWords(start.target, picture, floor, touched), state.playing);
  };
  const show = (state: PlaneState) => {
    const {picture, real, floor, log, start, playing, stopped} = state;
    field.update({look: picture, real, drawn: start.target === "drawn" ? drawn : undefined});
    losses.update(lossChart(log, start.config.loss));
    energy.update(divergenceChart(log, floor, "energy"));
    js.update(divergenceChart(log, floor, "js"));
    panel.show({playing, stopped: stopped !== "", seed});
    if (stopped) frame.status("error", stoppedWords(stopped), "corner");
    else if (!broken) frame.status("ready");
    words(state);
    if (playing && picture && picture.rounds >= restAt) {
      session.play(0);
      panel.say("It rests here. Play goes on.");
    }
  };
  const session = planeSession({
    draw: show,
    failed(message) {
      console.warn(`the small GAN: ${message}`);
      broken = true;
      frame.status(
        "error",
        "The training cannot go on here. The rest of the page works without it; reloading may help."
      );
    }
  });

  const config = (): PlaneConfig => ({...settingsOf(values!), seed, latent: values!.latent});
  const open = () => {
    restAt = restAfter;
    if (values!.target === "drawn" && drawn.length === 0) {
      session.play(0);
      panel.say("Draw at least one point.");
      return false;
    }
    session.open({config: config(), target: values!.target, drawn});
    return true;
  };
  const restart = (play = session.state.playing) => {
    panel.say("");
    if (open() && play) session.play(speed);
  };
  function draw(next: [number, number][]): void {
    drawn = next;
    writeDrawing(drawn);
    showDrawn();
    restart();
    // With nothing to learn the old picture stays, but for the drawing.
    if (drawn.length === 0) show(session.state);
  }
  const showDrawn = () => {
    drawWords.textContent = `${count(drawn.length, "point")} of at most ${mostDrawn}`;
  };
  const moves: PlaneMoves = {
    toggle() {
      panel.say("");
      if (session.state.stopped) return restart(true);
      const {playing, picture} = session.state;
      restAt = (picture?.rounds ?? 0) + restAfter;
      session.play(playing ? 0 : speed);
    },
    round: () => session.round(),
    stepD: () => session.step("discriminator"),
    stepG: () => session.step("generator"),
    restart: () => restart(),
    fresh: () => moves.seed(newSeed()),
    seed(next) {
      seed = next;
      writeSeed(seed);
      restart();
    },
    speed(next) {
      speed = next;
      writeSpeed(speed);
      if (session.state.playing) session.play(speed);
    },
    share() {
      // The address is written when the sliders have rested for a moment.
      setTimeout(() => {
        const inBar = "The address holds all settings";
        const aside = () => panel.say(`${inBar}: copy it from the address bar.`);
        if (!navigator.clipboard) return aside();
        navigator.clipboard.writeText(location.href).then(() => panel.say(`${inBar}, and is copied.`), aside);
      }, 250);
    }
  };
  const panel = planePanel(moves, speed);
  panel.listen(field.node);
  panel.say(address.note);
  showDrawn();
  const legend = html`<p class="plane-legend"><span class="is-real">real points</span><span class="is-generated">generated points</span><span>arrows: where the discriminator’s slope pushes them</span><span>ground: taken for <span class="is-real">real</span> or for <span class="is-forged">forged</span></span></p>`;
  const frame = figure({
    main: true,
    title: "A forger in the plane, and the judge that it learns from",
    children: [
      panel.node,
      html`<div class="plane-stage">
        <div>${field.node}${draws}${legend}</div>
        <div>${losses.node}${energy.node}${js.node}</div>
      </div>`
    ]
  });
  resting(frame.node, {
    isPlaying: () => values !== undefined && session.state.playing,
    rest: () => session.play(0),
    resume: () => session.play(speed)
  });

  return {
    node: frame.node,
    update(next) {
      const before = values;
      values = next;
      draws.hidden = next.target !== "drawn";
      field.drawable(next.target === "drawn");
      if (!before) {
        if (open() && !still()) session.play(speed);
        return;
      }
      if (next.target !== before.target || next.latent !== before.latent || session.state.stopped) return restart();
      const settings = settingsOf(next);
      if (JSON.stringify(settings) === JSON.stringify(settingsOf(before))) return;
      const {picture} = session.state;
      if (!picture || picture.rounds === 0) restart();
      else session.change(settings);
    }
  };
}

/** Whether the reader asked for less motion. */
function still(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
