import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {all, create} from "mathjs";
import {EigenvalueDecomposition, Matrix} from "ml-matrix";
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
import {
  besselI0,
  diracField,
  evenTimes,
  flowPath,
  flowPoint,
  linearPath,
  type OdeMath,
  orbitTime,
  solvedFlow
} from "../../../models/gan/diracFlow.js";
import {
  type Complex,
  criticalGamma,
  type DiracGame,
  type DiracPoint,
  diracGame,
  distanceOf,
  flowEigenvalues,
  flowRate,
  fromScaled,
  scaleOf,
  toScaled
} from "../../../models/gan/diracGan.js";

const near = (actual: number, expected: number, within = 1e-12, what = "") =>
  assert.ok(Math.abs(actual - expected) <= within, `${what} ${actual} is not ${expected}`);

/** Eigenvalues of a matrix of two rows, by ml-matrix, in the order of `rootsOf`. */
function byMatrix(rows: number[][]): Complex[] {
  const {realEigenvalues, imaginaryEigenvalues} = new EigenvalueDecomposition(new Matrix(rows));
  return realEigenvalues
    .map((re, i) => ({re, im: imaginaryEigenvalues[i]!}))
    .sort((a, b) => b.im - a.im || b.re - a.re);
}

const losses = ["minimax", "nonSaturating", "wasserstein"] as const;
const games: fc.Arbitrary<DiracGame> = fc.record({
  loss: fc.constantFrom(...losses),
  gamma: fc.double({min: 0, max: 3, noNaN: true}),
  rateG: fc.double({min: 0.01, max: 1, noNaN: true}),
  rateD: fc.double({min: 0.01, max: 1, noNaN: true}),
  stepsG: fc.integer({min: 1, max: 5}),
  stepsD: fc.integer({min: 1, max: 5}),
  order: fc.constantFrom("simultaneous" as const, "alternating" as const)
});
const points: fc.Arbitrary<DiracPoint> = fc.tuple(
  fc.double({min: -3, max: 3, noNaN: true}),
  fc.double({min: -3, max: 3, noNaN: true})
);

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

test("the flow without a penalty keeps θ² + ψ² to nine digits and more, by a method that does not know it", () => {
  for (const start of [
    [1, 0],
    [2, 1],
    [-1.5, 2.5],
    [0.1, -0.05]
  ] as const) {
    const square = start[0] ** 2 + start[1] ** 2;
    const [theta, psi] = flowPoint(diracGame(), start, 20, 20_000);
    near(theta ** 2 + psi ** 2, square, 1e-9 * square);
  }
  // At different paces it is θ²/a + ψ²/b that is kept.
  const skewed = diracGame({rateG: 0.05, stepsG: 2, rateD: 0.3});
  const [theta, psi] = flowPoint(skewed, [1, 1], 20, 20_000);
  near(theta ** 2 / 0.1 + psi ** 2 / 0.3, 1 / 0.1 + 1 / 0.3, 1e-8);
});

test("the non-saturating flow is slowly drawn in, even without a penalty", () => {
  const game = diracGame({loss: "nonSaturating"});
  const {logDistance} = flowPath(game, [2, 0], evenTimes(60, 121));
  for (let i = 1; i < logDistance.length; ++i) assert.ok(logDistance[i]! < logDistance[i - 1]!);
  // Near the equilibrium it hardly is: its eigenvalues are ±i/2 all the same.
  assert.equal(flowRate(game), 0);
});

test("the polar integration is the Cartesian one", () => {
  fc.assert(
    fc.property(games, points, (game, start) => {
      fc.pre(Math.hypot(...start) > 1e-3 && scaleOf(game).gamma < 8 && distanceOf(scaleOf(game), start) < 6);
      const ours = flowPath(game, start, [0, 3]);
      const [theta, psi] = flowPoint(game, start, 3, 6000);
      near(ours.theta[1]!, theta, 1e-6, "θ");
      near(ours.psi[1]!, psi, 1e-6, "ψ");
      near(Math.exp(ours.logDistance[1]!), distanceOf(scaleOf(game), [theta, psi]), 1e-6);
    }),
    {numRuns: 40}
  );
});

test("mathjs’s solver agrees with ours", () => {
  const math = create(all!) as unknown as OdeMath;
  for (const [given, start] of [
    [{}, [1, 0]],
    [{gamma: 0.3}, [2, -1]],
    [{gamma: 2, loss: "nonSaturating", rateG: 0.02}, [1, 1]],
    [{loss: "wasserstein"}, [0.5, 1]]
  ] as [Partial<DiracGame>, DiracPoint][]) {
    const solved = solvedFlow(diracGame(given), start, 20, math);
    assert.ok(solved.steps > 20 && solved.time.length > 10 && solved.time.length <= 130);
    assert.ok(solved.apart < 2e-5, `${JSON.stringify(given)}: ${solved.apart}`);
  }
});

test("the linearised flow is e^tA", () => {
  fc.assert(
    fc.property(games, points, (game, start) => {
      fc.pre(scaleOf(game).gamma < 20);
      const slope = game.loss === "wasserstein" ? 1 : 0.5;
      const {ratio} = scaleOf(game);
      const a = [
        [0, -ratio * slope],
        [slope / ratio, -game.gamma / ratio]
      ];
      // A second method: e^A by squaring a short Taylor series.
      const halvings = 16;
      const small = new Matrix(a).mul(1.7 / 2 ** halvings);
      let power = Matrix.eye(2)
        .add(small)
        .add(small.mmul(small).mul(0.5))
        .add(
          small
            .mmul(small)
            .mmul(small)
            .mul(1 / 6)
        );
      for (let i = 0; i < halvings; ++i) power = power.mmul(power);
      const expected = power.mmul(Matrix.columnVector([...start])).to1DArray();
      const ours = linearPath(game, start, [1.7]);
      near(ours.theta[0]!, expected[0]!, 1e-7 * (1 + ratio));
      near(ours.psi[0]!, expected[1]!, 1e-7 * (1 + 1 / ratio));
      if (Math.hypot(...start) > 1e-3)
        near(Math.exp(ours.logDistance[0]!), distanceOf(scaleOf(game), [ours.theta[0]!, ours.psi[0]!]), 1e-9);
    })
  );
});

test("near the equilibrium the flow is the linearised one", () => {
  fc.assert(
    fc.property(games, (game) => {
      fc.pre(scaleOf(game).gamma < 10);
      const times = evenTimes(10, 21);
      const start: DiracPoint = [1e-4, -5e-5];
      const ours = flowPath(game, start, times);
      const linear = linearPath(game, start, times);
      for (let i = 0; i < times.length; ++i) near(ours.theta[i]!, linear.theta[i]!, 1e-8);
    }),
    {numRuns: 50}
  );
});

test("one turn takes 2π(1 + I₀(r²/2)), and 4π near the middle", () => {
  near(besselI0(0), 1);
  near(besselI0(1), 1.2660658777520084, 1e-14);
  near(besselI0(5), 27.239871823604442, 1e-12);
  near(orbitTime({loss: "minimax"}, 0)!, 4 * Math.PI);
  for (const distance of [0.3, 1, 2, 3]) {
    const time = orbitTime({loss: "minimax"}, distance)!;
    const {theta, psi} = flowPath(diracGame(), [distance, 0], [0, time]);
    near(theta[1]!, distance, 1e-6 * time);
    near(psi[1]!, 0, 1e-6 * time);
  }
  assert.equal(orbitTime({loss: "nonSaturating"}, 1), null);
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
