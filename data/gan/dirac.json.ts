import {spectralRadius} from "../../models/gan/diracDescent.js";
import {diracGame, flowEigenvalues} from "../../models/gan/diracGan.js";
import type {DiracFile} from "../../models/gan/files.js";
import {significant} from "../../models/round.js";

const {rateG: h} = diracGame();
const file: DiracFile = {
  note: `Minimax loss, one step each at learning rates of ${h}. Nine significant digits.`,
  rows: Array.from({length: 301}, (_, i) => {
    const game = diracGame({gamma: i / 100});
    return {
      gamma: game.gamma,
      eigenvalues: flowEigenvalues(game).map(({re, im}): [number, number] => [
        significant(re, 9) || 0,
        significant(im, 9)
      ]),
      simultaneous: significant(spectralRadius(game), 9),
      alternating: significant(spectralRadius({...game, order: "alternating"}), 9)
    };
  })
};

process.stdout.write(JSON.stringify(file));
