import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {
  bestGamma,
  descend,
  descentRate,
  fateOf,
  jacobian,
  leastGamma,
  multipliers,
  spectralRadius,
  train
} from "../../../models/gan/diracDescent.js";
import {diracField, flowPath} from "../../../models/gan/diracFlow.js";
import {
  type Complex,
  criticalGamma,
  type DiracGame,
  diracGame,
  distanceOf,
  flowEigenvalues,
  flowRate,
  fromScaled,
  scaleOf,
  toScaled
} from "../../../models/gan/diracGan.js";
import {byMatrix, games, near, points} from "./diracGames.js";

test("the eigenvalues are those of the paper", () => {
  assert.deepEqual(flowEigenvalues(diracGame()), [
    {re: -0, im: 0.5},
    {re: -0, im: -0.5}
  ]);
  for (const gamma of [0.1, 0.5, 0.9, 0.999]) {
    const [one, other] = flowEigenvalues(diracGame({gamma}));
    near(one.re, -gamma / 2);
    near(one.im, Math.sqrt(1 / 4 - gamma ** 2 / 4));
    near(other.im, -one.im);
  }
  for (const gamma of [1, 1.5, 3]) {
    const [slow, fast] = flowEigenvalues(diracGame({gamma}));
    near(slow.re, -gamma / 2 + Math.sqrt(gamma ** 2 / 4 - 1 / 4));
    near(fast.re, -gamma / 2 - Math.sqrt(gamma ** 2 / 4 - 1 / 4));
    assert.equal(slow.im, 0);
  }
  // A heavy penalty leaves one of the two nearly still: its eigenvalue tends to −1/4γ.
  near(flowEigenvalues(diracGame({gamma: 100}))[0].re * 400, -1, 1e-3);
});

test("the pair meets at γ = 1, where the flow is fastest", () => {
  assert.equal(criticalGamma(diracGame()), 1);
  assert.equal(criticalGamma(diracGame({loss: "wasserstein"})), 2);
  assert.equal(flowRate(diracGame({gamma: 1})), 0.5);
  fc.assert(
    fc.property(games, fc.double({min: 0, max: 9, noNaN: true}), (game, gamma) => {
      const best = flowRate({...game, gamma: criticalGamma(game)});
      assert.ok(flowRate({...game, gamma}) <= best * (1 + 1e-6));
    })
  );
});

test("eigenvalues and multipliers are those of the matrices", () => {
  fc.assert(
    fc.property(games, (game) => {
      const step = 1e-6;
      const field = diracField(game);
      const [f1, f2] = [field(step, 0), field(0, step)].map((d) => d.map((v) => v / step));
      const pairs: [readonly Complex[], Complex[]][] = [
        [
          flowEigenvalues(game),
          byMatrix([
            [f1![0]!, f2![0]!],
            [f1![1]!, f2![1]!]
          ])
        ],
        [multipliers(game), byMatrix([jacobian(game).slice(0, 2), jacobian(game).slice(2)])]
      ];
      for (const [ours, theirs] of pairs) {
        // Where the pair meets, an eigenvalue moves with the root of what moves the matrix.
        for (let i = 0; i < 2; ++i)
          assert.ok(Math.hypot(ours[i]!.re - theirs[i]!.re, ours[i]!.im - theirs[i]!.im) < 1e-4 * (1 + game.gamma));
      }
    })
  );
});

test("the Jacobian is that of one iteration", () => {
  fc.assert(
    fc.property(games, (game) => {
      const next = descend(game);
      const h = 1e-5;
      const columns = [next([h, 0]), next([0, h])];
      const numeric = [columns[0]![0]!, columns[1]![0]!, columns[0]![1]!, columns[1]![1]!].map((v) => v / h);
      jacobian(game).forEach((value, i) => {
        near(value, numeric[i]!, 1e-6 * (1 + Math.abs(value)));
      });
    })
  );
});

test("simultaneous steps leave by √(1 + h²/4) each, alternating ones circle up to h = 4", () => {
  for (const rate of [0.01, 0.1, 0.5, 1]) {
    const game = diracGame({rateG: rate, rateD: rate});
    near(spectralRadius(game), Math.sqrt(1 + rate ** 2 / 4));
    assert.equal(fateOf(game), "spirals out");
    assert.equal(fateOf({...game, order: "alternating"}), "circles");
    near(spectralRadius({...game, order: "alternating"}), 1, 1e-14);
  }
  const large = diracGame({rateG: 4.1, rateD: 4.1, order: "alternating"});
  assert.equal(fateOf(large), "runs away");
  assert.equal(fateOf({...large, rateG: 3.9, rateD: 3.9}), "circles");
});

test("without a penalty each simultaneous step leads away, wherever it is taken", () => {
  fc.assert(
    fc.property(points, fc.double({min: 0.01, max: 1, noNaN: true}), ([theta, psi], rate) => {
      fc.pre(Math.hypot(theta, psi) > 1e-3);
      const game = diracGame({rateG: rate, rateD: rate});
      const next = descend(game)([theta, psi]);
      assert.ok(Math.hypot(...next) > Math.hypot(theta, psi));
      // Exactly so: the step is at right angles to where it starts.
      const force = 1 / (1 + Math.exp(theta * psi));
      near(Math.hypot(...next) / Math.hypot(theta, psi), Math.hypot(1, rate * force), 1e-12);
    })
  );
});

test("the least penalty that tames simultaneous steps is a quarter of the rate", () => {
  for (const rate of [0.05, 0.2, 0.8]) {
    const game = diracGame({rateG: rate, rateD: rate});
    const least = leastGamma(game);
    near(least, rate / 4);
    near(spectralRadius({...game, gamma: least}), 1, 1e-12);
    assert.ok(spectralRadius({...game, gamma: least * 1.01}) < 1);
    assert.ok(spectralRadius({...game, gamma: least * 0.99}) > 1);
  }
});

test("the least penalty grows with the steps of the generator, and not with those of the discriminator", () => {
  fc.assert(
    fc.property(games, (given) => {
      const game: DiracGame = {...given, order: "simultaneous"};
      const least = leastGamma(game);
      // Beyond, the discriminator's own steps overshoot.
      fc.pre(game.rateD * least < 1.9);
      near(spectralRadius({...game, gamma: least}), 1, 1e-9);
      assert.ok(spectralRadius({...game, gamma: least * 1.01}) < 1);
      assert.ok(spectralRadius({...game, gamma: least * 0.99}) > 1);
    })
  );
  // Alternating steps arrive with any penalty, as long as they are small.
  fc.assert(
    fc.property(games, (given) => {
      const game: DiracGame = {...given, order: "alternating", rateG: given.rateG / 100, rateD: given.rateD / 100};
      assert.equal(leastGamma(game), 0);
      assert.ok(spectralRadius({...game, gamma: 1e-3}) < 1);
    })
  );
});

test("the best penalty of the iteration: 1, or 1 − h/4 where the steps alternate, with |μ| = 1 − h/2", () => {
  for (const rate of [0.05, 0.1, 0.4]) {
    const game = diracGame({rateG: rate, rateD: rate});
    near(bestGamma(game).gamma, 1, 1e-6);
    near(bestGamma(game).radius, 1 - rate / 2, 1e-4);
    const alternating = bestGamma({...game, order: "alternating"});
    near(alternating.gamma, 1 - rate / 4, 1e-6);
    near(alternating.radius, 1 - rate / 2, 1e-4);
    const skewed = bestGamma({...game, rateG: rate / 4});
    near(skewed.gamma, 1 / 2, 1e-6);
  }
});

test("small steps do what the flow does", () => {
  fc.assert(
    fc.property(games, (game) => {
      const small = {...game, rateG: game.rateG / 1e4, rateD: game.rateD / 1e4};
      const {tick} = scaleOf(small);
      const [one] = flowEigenvalues(small);
      const [two] = multipliers(small);
      // μ ≈ 1 + λ·tick
      near((two.re - 1) / tick, one.re, 0.01 * (1 + scaleOf(small).gamma ** 2));
      near(descentRate(small), flowRate(small), 0.02 * (1 + scaleOf(small).gamma ** 2));
    })
  );
});

test("scaling there and back", () => {
  fc.assert(
    fc.property(games, points, (game, point) => {
      const scale = scaleOf(game);
      const [theta, psi] = fromScaled(scale, ...toScaled(scale, point));
      near(theta, point[0]);
      near(psi, point[1]);
    })
  );
  assert.equal(distanceOf(scaleOf(diracGame()), [3, 4]), 5);
});

test("a training starts where it starts, and stops when it runs away", () => {
  const {time, theta, psi, distance, lost} = train(diracGame(), [1, 0], 50);
  assert.equal(time.length, 51);
  assert.deepEqual([theta[0], psi[0], distance[0], lost], [1, 0, 1, false]);
  assert.deepEqual([theta[1], psi[1]], [1, 0.05]);
  near(time[50]!, 5);
  const wild = train(diracGame({gamma: 3, rateD: 1}), [1, 1], 500);
  assert.ok(wild.lost && wild.time.length < 500 && wild.distance.every(Number.isFinite));
  assert.equal(fateOf(diracGame({gamma: 3, rateD: 1})), "runs away");
  // At the equilibrium nothing moves.
  assert.ok(train(diracGame(), [0, 0], 5).distance.every((d) => d === 0));
  assert.ok(flowPath(diracGame(), [0, 0], [0, 1]).theta.every((d) => d === 0));
});

test("bad input is named", () => {
  assert.throws(() => diracGame({gamma: -1}), {name: "RangeError", message: /^gamma is -1/});
  assert.throws(() => diracGame({rateD: 0}), /^RangeError: rateD is 0/);
  assert.throws(() => diracGame({stepsG: 1.5}), /stepsG is 1.5/);
  assert.throws(() => diracGame({loss: "toString" as "minimax"}), /loss is "toString"/);
  assert.throws(() => flowPath(diracGame(), [1, 0], [1, 0.5]), /times is 0.5/);
});
