import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {all, create} from "mathjs";
import {Matrix} from "ml-matrix";
import {
  besselI0,
  evenTimes,
  flowPath,
  flowPoint,
  linearPath,
  type OdeMath,
  orbitTime,
  solvedFlow
} from "../../../models/gan/diracFlow.js";
import {
  type DiracGame,
  type DiracPoint,
  diracGame,
  distanceOf,
  flowRate,
  scaleOf
} from "../../../models/gan/diracGan.js";
import {games, near, points} from "./diracGames.js";

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

test("times begin at 0 and end at the end, and fewer than two are refused", () => {
  assert.deepEqual([...evenTimes(6, 4)], [0, 2, 4, 6]);
  assert.throws(() => evenTimes(6, 1), {name: "RangeError", message: /^count is 1/});
  assert.throws(() => evenTimes(Number.NaN, 3), {name: "RangeError", message: /^end is NaN/});
});
