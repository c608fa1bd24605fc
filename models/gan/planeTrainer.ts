import {checkBetween, checkWhole} from "../check.js";
import type {Engine, Tensor} from "../nn/engine.js";
import {dense} from "../nn/layers.js";
import {add, detach, grad, mean, meanSquareNorm, multiply, scale, softplus, sqrt, square, sum} from "../nn/ops.js";
import {Adam, Parameters, Stream, TrainingLog} from "../nn/training.js";
import {type PlaneTarget, pointSource} from "./planeTarget.js";

export const planeLosses = ["nonSaturating", "leastSquares", "wasserstein"] as const;

export type PlaneLoss = (typeof planeLosses)[number];

/** What may change while training goes on. */
export interface PlaneSettings {
  loss: PlaneLoss;
  /**
   * The weight γ of the penalty on the discriminator's slope: γ/2 E‖∇D‖² at real points, or with the Wasserstein loss
   * γ E(‖∇D‖ − 1)² between real points and forged ones.
   */
  penalty: number;
  rateD: number;
  rateG: number;
  /** Steps of each network in a round. */
  stepsD: number;
  stepsG: number;
  batch: number;
}

/** What settles a training from its first step on, besides its target. */
export interface PlaneConfig extends PlaneSettings {
  seed: string | number;
  /** Numbers of a latent. */
  latent: number;
}

/** Units in each of the two hidden layers of both networks. */
export const planeWidth = 64;

export const planeDefaults: Readonly<PlaneConfig> = {
  seed: "1",
  loss: "nonSaturating",
  penalty: 0.1,
  rateD: 4e-3,
  rateG: 2e-3,
  stepsD: 1,
  stepsG: 1,
  batch: 128,
  latent: 4
};

/** @throws RangeError naming the setting that is out of range. */
export function checkPlaneConfig(config: PlaneConfig): PlaneConfig {
  if (!planeLosses.includes(config.loss))
    throw new RangeError(`loss is "${config.loss}", but must be one of ${planeLosses.join(", ")}`);
  checkBetween("penalty", config.penalty, 0, 1e4);
  checkBetween("rateD", config.rateD, 0, 1e6);
  checkBetween("rateG", config.rateG, 0, 1e6);
  checkWhole("stepsD", config.stepsD, 0, 100);
  checkWhole("stepsG", config.stepsG, 0, 100);
  checkWhole("stepsD + stepsG", config.stepsD + config.stepsG, 1, 200);
  checkWhole("batch", config.batch, 2, 4096);
  checkWhole("latent", config.latent, 1, 64);
  return config;
}

export type PlaneNetwork = "discriminator" | "generator";

function network(engine: Engine, seed: string, widths: readonly number[]) {
  const parameters = new Parameters(engine, seed);
  const last = widths.length - 2;
  const layers = widths
    .slice(1)
    .map((width, i) =>
      dense(parameters, `layer ${i + 1}`, widths[i]!, width, {activation: i < last ? "leaky" : "none"})
    );
  return {parameters, run: (x: Tensor) => layers.reduce((h, layer) => layer(h), x)};
}

/** Two small networks against each other over points in the plane. The same seed and settings give the same weights. */
export class PlaneTrainer {
  readonly generator;
  readonly discriminator;
  settings: PlaneSettings;
  /** Steps of each network so far. */
  readonly steps: Record<PlaneNetwork, number> = {discriminator: 0, generator: 0};
  /** Whole rounds so far. */
  rounds = 0;
  /** The last loss of each. */
  readonly losses: Record<PlaneNetwork, number> = {discriminator: Number.NaN, generator: Number.NaN};
  /** Steps taken of the round that is under way. */
  private within = 0;
  private readonly adam: Record<PlaneNetwork, Adam>;
  private readonly latents: Stream;
  private readonly real: (count: number) => Float32Array;
  private readonly log = new TrainingLog();

  /** @throws RangeError naming the setting that is out of range. */
  constructor(
    readonly engine: Engine,
    readonly config: PlaneConfig,
    target: PlaneTarget
  ) {
    checkPlaneConfig(config);
    const {seed, latent} = config;
    this.settings = config;
    this.generator = network(engine, `${seed} generator`, [latent, planeWidth, planeWidth, 2]);
    this.discriminator = network(engine, `${seed} discriminator`, [2, planeWidth, planeWidth, 1]);
    const adam = {beta1: 0, beta2: 0.99};
    this.adam = {
      discriminator: new Adam(this.discriminator.parameters, adam),
      generator: new Adam(this.generator.parameters, adam)
    };
    this.latents = new Stream(engine, `${seed} latents`);
    this.real = pointSource(target, `${seed} real`);
  }

  /** Goes on under other settings. @throws RangeError naming the setting that is out of range. */
  change(settings: PlaneSettings): void {
    checkPlaneConfig({...this.config, ...settings});
    this.settings = settings;
    if (this.within >= settings.stepsD + settings.stepsG) this.endRound();
  }

  /** The network whose step comes next. */
  get next(): PlaneNetwork {
    return this.within < this.settings.stepsD ? "discriminator" : "generator";
  }

  /** The next step of the round, of whichever network. @throws TrainingStoppedError if a loss is not finite. */
  move(): PlaneNetwork {
    const who = this.next;
    this.step(who);
    if (++this.within >= this.settings.stepsD + this.settings.stepsG) this.endRound();
    return who;
  }

  /** Goes on to the end of the round. */
  round(): void {
    const before = this.rounds;
    while (this.rounds === before) this.move();
  }

  private endRound(): void {
    this.within = 0;
    ++this.rounds;
  }

  /** One step of one network, outside the rounds if it is called from outside. */
  step(who: PlaneNetwork): void {
    const {engine, settings, log} = this;
    const {parameters} = this[who];
    const rate = who === "discriminator" ? settings.rateD : settings.rateG;
    engine.step(() => {
      const forged = this.forge(settings.batch);
      const {loss, penalty} =
        who === "discriminator" ? this.judge(forged) : {loss: this.generatorLoss(forged), penalty: null};
      log.rows.length = 0;
      log.record(++this.steps[who], {[`the ${who}’s loss`]: loss});
      if (penalty) log.record(this.steps[who], {"the penalty": penalty});
      this.adam[who].step(grad(penalty ? add(loss, penalty) : loss, parameters.list), rate);
      this.losses[who] = loss.value;
    });
  }

  private forge(count: number): Tensor {
    return this.generator.run(this.latents.normal([count, this.config.latent]));
  }

  /** The loss of the discriminator, and the penalty on its slope. */
  private judge(forged: Tensor): {loss: Tensor; penalty: Tensor | null} {
    const {engine, settings, discriminator} = this;
    const {batch, loss: kind, penalty: weight} = settings;
    const fake = detach(forged);
    const values = this.real(batch);
    const real = engine.tensor(values, [batch, 2], {tracked: weight > 0});
    const [onReal, onFake] = [discriminator.run(real), discriminator.run(fake)];
    const loss =
      kind === "nonSaturating"
        ? add(mean(softplus(scale(onReal, -1))), mean(softplus(onFake)))
        : kind === "leastSquares"
          ? add(mean(square(scale(onReal, 1, -1))), mean(square(onFake)))
          : add(mean(onFake), scale(mean(onReal), -1));
    if (weight === 0) return {loss, penalty: null};
    if (kind !== "wasserstein") {
      const [slope] = grad(onReal, [real], {create: true});
      return {loss, penalty: scale(meanSquareNorm(slope!), weight / 2)};
    }
    // Points between a real one and a forged one each.
    const shares = this.latents.fillUniform(engine.empty([batch, 1]));
    const between = detach(add(multiply(fake, shares), multiply(real, scale(shares, -1, 1))), {tracked: true});
    const [slope] = grad(discriminator.run(between), [between], {create: true});
    const norm = sqrt(scale(sum(square(slope!), [1]), 1, 1e-12));
    return {loss, penalty: scale(mean(square(scale(norm, 1, -1))), weight)};
  }

  /** What the generator wants to make small, given its points. */
  generatorLoss(points: Tensor): Tensor {
    const score = this.discriminator.run(points);
    const {loss} = this.settings;
    if (loss === "nonSaturating") return mean(softplus(scale(score, -1)));
    if (loss === "leastSquares") return mean(square(scale(score, 1, -1)));
    return scale(mean(score), -1);
  }

  /** A text that stands for all weights of both networks, bit by bit. */
  hash(): string {
    return `${this.generator.parameters.hash()}${this.discriminator.parameters.hash()}`;
  }
}
