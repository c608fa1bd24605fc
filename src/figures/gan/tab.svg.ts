import {planeStillOptions} from "../../../components/gan/planeStill.js";
import {planeViewer} from "../../../models/gan/planeLook.js";
import {planeTarget, pointSource} from "../../../models/gan/planeTarget.js";
import {PlaneTrainer, planeDefaults} from "../../../models/gan/planeTrainer.js";
import {createEngine} from "../../../models/nn/engine.js";
import {still} from "../still.js";

const ring = planeTarget("ring");
const trainer = new PlaneTrainer(createEngine({memoryMegabytes: 8}), planeDefaults, ring);
const viewer = planeViewer(trainer);
const rounds = process.env.THREE_GAMES_PROFILE === "smoke" ? [0, 20, 60, 120] : [0, 100, 400, 1600];
const moments = rounds.map((until) => {
  while (trainer.rounds < until) trainer.round();
  const {field, points} = viewer.look();
  return {rounds: until, field, points: points.subarray(0, 480)};
});

process.stdout.write(
  still(planeStillOptions(moments, pointSource(ring, "shown")(120)), {
    title: "A small GAN learns a ring of eight Gaussians: generated points find the real ones as training goes on",
    width: 1080,
    height: 294
  })
);
