import {checkBetween, checkNumber, checkWhole} from "../check.js";
import type {Engine, Tensor} from "../nn/engine.js";
import {add, detach, grad, mean, meanSquareNorm, scale, softplus} from "../nn/ops.js";
import {
  Adam,
  checkpointMeta,
  Ema,
  emaDecay,
  linearDecay,
  restoreCheckpoint,
  Stream,
  saveCheckpoint,
  warmUp
} from "../nn/training.js";
import {createDiscriminator, type Discriminator, type DiscriminatorShape} from "./discriminator.js";
import {createGenerator, type Generator, type GeneratorShape, pictureSize} from "./generator.js";
import {enlarged, type Images, imageTensor} from "./images.js";

/** Everything that settles a training. Plain data: the same configuration gives the same weights. */
export interface TrainingConfig {
  seed: string | number;
  generator: GeneratorShape;
  discriminator: DiscriminatorShape;
  batch: number;
  /** Steps in all. */
  steps: number;
  /** Learning rate at the start; it falls in a straight line to `leastRate` of itself. */
  rate: number;
  leastRate: number;
  /** The penalty on the slope of the discriminator at real pictures: its weight γ, and every how many steps. */
  r1: {weight: number; every: number};
  /** Half-life of the mean of the generator’s weights, in pictures. */
  emaHalfLife: number;
  /** When the last resolution comes in, and over how many steps it is faded in; null for none. */
  grow: {at: number; fade: number} | null;
  /** How often two latents are mixed in one picture. */
  mixing: number;
}

/** The losses of one step; r1 only where the penalty was taken. */
export interface Losses {
  discriminator: number;
  generator: number;
  r1?: number;
}

/** A training under way: two networks against each other (Goodfellow and others, 2014). */
export class FaceTrainer {
  readonly generator: Generator;
  readonly discriminator: Discriminator;
  readonly ema: Ema;
  /** Steps taken. */
  step = 0;
  private readonly adamG: Adam;
  private readonly adamD: Adam;
  private readonly draws: Stream;
  private readonly fewLevels: number;
  private readonly small: Images | null;

  /**
   * `classes` names the class of each picture. Where training grows, `small` holds the same pictures at half the size.
   *
   * @throws RangeError naming a part of the configuration that is out of range or does not fit the pictures.
   */
  constructor(
    readonly engine: Engine,
    readonly config: TrainingConfig,
    readonly pictures: Images,
    readonly classes: ArrayLike<number>,
    small: Images | null = null
  ) {
    const {seed, generator, discriminator, grow} = config;
    checkWhole("batch", config.batch, 2, 1024);
    checkWhole("steps", config.steps, 1, 1e8);
    checkNumber("rate", config.rate, "a number above 0", (v) => v > 0);
    checkBetween("leastRate", config.leastRate, 0, 1);
    checkNumber("r1.weight", config.r1.weight, "a number of at least 0", (v) => v >= 0);
    checkWhole("r1.every", config.r1.every, 1);
    checkNumber("emaHalfLife", config.emaHalfLife, "a number above 0", (v) => v > 0);
    checkBetween("mixing", config.mixing, 0, 1);
    const levels = generator.channels.length;
    if (pictureSize(levels) !== pictures.size)
      throw new RangeError(
        `generator.channels has ${levels} levels, which make pictures of ${pictureSize(levels)} pixels, but the faces have ${pictures.size}`
      );
    if (classes.length !== pictures.count)
      throw new RangeError(
        `classes has ${classes.length} entries, but must have ${pictures.count}: one for each picture`
      );
    if (grow && small?.size !== pictures.size / 2)
      throw new RangeError(
        `small has pictures of ${small?.size} pixels, but must have ${pictures.size / 2} to grow from`
      );
    this.small = small;
    this.fewLevels = levels - (grow ? 1 : 0);
    this.generator = createGenerator(engine, `${seed} generator`, generator);
    this.discriminator = createDiscriminator(engine, `${seed} discriminator`, discriminator);
    this.adamG = new Adam(this.generator.parameters, {rate: config.rate, beta1: 0, beta2: 0.99});
    this.adamD = new Adam(this.discriminator.parameters, {rate: config.rate, beta1: 0, beta2: 0.99});
    this.ema = new Ema(this.generator.parameters);
    this.draws = new Stream(engine, `${seed} draws`);
  }

  /** Resolutions that the generator goes through now. */
  get levels(): number {
    const {grow, generator} = this.config;
    return grow && this.step < grow.at ? this.fewLevels : generator.channels.length;
  }

  /** How much of the last resolution counts. */
  private get blendIn(): number {
    const {grow} = this.config;
    return grow && this.step >= grow.at ? Math.min(1, (this.step - grow.at + 1) / grow.fade) : 1;
  }

  /** Pictures of these classes from new latents; now and then the later layers take their style from a second latent. */
  private forge(classes: number[]): Tensor {
    const {generator, draws, config, levels} = this;
    const style = () => generator.map(draws.normal([classes.length, config.generator.latent]), classes);
    const first = style();
    if (draws.uniform() >= config.mixing) return generator.synthesise(first, {noise: draws, levels});
    const second = style();
    const change = 1 + draws.below(generator.layers - 1);
    const styles = Array.from({length: generator.layers}, (_, i) => (i < change ? first : second));
    return generator.synthesise(styles, {noise: draws, levels});
  }

  /** One step of each network. */
  train(): Losses {
    const {engine, config, discriminator, draws, step, levels, blendIn} = this;
    const {batch, r1, rate: top} = config;
    const rate = top * linearDecay(step, config.steps, config.leastRate) * warmUp(step, 50);
    const score = (pictures: Tensor, classes: number[]) => discriminator.score(pictures, classes, blendIn);
    const losses = engine.step((): Losses => {
      const picks = Array.from({length: batch}, () => draws.below(this.pictures.count));
      const classes = picks.map((pick) => this.classes[pick]!);
      const source = levels === this.config.generator.channels.length ? this.pictures : this.small!;
      const real = imageTensor(engine, source, picks);
      // The forgeries are kept for the generator's own step.
      const forged = this.forge(classes);
      const realScore = mean(softplus(scale(score(real, classes), -1)));
      const lossD = add(realScore, mean(softplus(score(detach(forged), classes))));
      let gradients = grad(lossD, discriminator.parameters.list);
      let penalty: number | undefined;
      if (r1.weight > 0 && step % r1.every === 0) {
        const watched = detach(real, {tracked: true});
        const [slope] = grad(score(watched, classes), [watched], {create: true});
        const norm = meanSquareNorm(slope!);
        penalty = norm.value;
        const more = grad(scale(norm, (r1.weight / 2) * r1.every), discriminator.parameters.list);
        gradients = gradients.map((gradient, i) => add(gradient, more[i]!));
      }
      this.adamD.step(gradients, rate);
      const lossG = mean(softplus(scale(score(forged, classes), -1)));
      this.adamG.step(grad(lossG, this.generator.parameters.list), rate);
      return {
        discriminator: lossD.value,
        generator: lossG.value,
        ...(penalty !== undefined && {r1: penalty})
      };
    });
    ++this.step;
    this.ema.update(emaDecay(batch, config.emaHalfLife, this.step * batch));
    return losses;
  }

  /**
   * Pictures by the mean weights, a copy [count × size × size × 3] from −1 to 1 at the size of the faces. The seed settles
   * latents and noise.
   */
  samples(classes: readonly number[], seed: string | number): Float32Array {
    const {engine, generator, levels, config} = this;
    this.viewer ??= new Stream(engine, 0);
    const viewer = this.viewer;
    viewer.reseed(seed);
    return this.ema.exchanged(() =>
      engine.untracked(() =>
        engine.step(() => {
          const style = generator.map(viewer.normal([classes.length, config.generator.latent]), classes);
          const {data, shape} = generator.synthesise(style, {noise: viewer, levels});
          return enlarged(data, classes.length, shape[1]!, this.pictures.size / shape[1]!);
        })
      )
    );
  }

  private viewer: Stream | undefined;

  /**
   * All of the training in one buffer, and `notes`, anything that JSON can say: from it, the training goes on to the same
   * bytes as if it had never stopped.
   */
  save(notes: unknown = null): ArrayBuffer {
    return saveCheckpoint(this.parts(), {step: this.step, config: this.config, notes});
  }

  /**
   * Goes back to a checkpoint, and gives its notes.
   *
   * @throws RangeError if the checkpoint is of another configuration, or none.
   */
  restore(checkpoint: ArrayBuffer): unknown {
    const {config} = checkpointMeta<{config: TrainingConfig}>(checkpoint);
    if (JSON.stringify(config) !== JSON.stringify(this.config))
      throw new RangeError("checkpoint is of another configuration than this training");
    const {step, notes} = restoreCheckpoint<{step: number; notes: unknown}>(checkpoint, this.parts());
    this.step = step;
    return notes;
  }

  private parts() {
    const {adamG, adamD, ema, draws} = this;
    return {
      generator: this.generator.parameters,
      discriminator: this.discriminator.parameters,
      adamG,
      adamD,
      ema,
      draws
    };
  }
}
