import {diracField} from "../../models/gan/diracFlow.js";
import type {DiracGame} from "../../models/gan/diracGan.js";
import {random as seeded} from "../../models/random.js";

/** Particles that the flow carries through the plane: what they do shows where everything goes. */

const count = 140;
const trail = 7;
/** Scaled time after which a particle starts anew elsewhere. */
const age = 14;
/** The longest step of a particle. */
const longest = 0.1;

export interface PlaneWindow {
  x: [number, number];
  y: [number, number];
}

export interface Swarm {
  /** The last places of each particle, the latest last. */
  readonly trails: readonly (readonly [theta: number, psi: number][])[];
  /** Carries all of them on by some scaled time. */
  advance(game: DiracGame, window: PlaneWindow, time: number): void;
  /** Scatters them over a window. */
  scatter(window: PlaneWindow): void;
}

/** A swarm, scattered by a seed. */
export function diracSwarm(seed = "swarm"): Swarm {
  const random = seeded(seed);
  const within = ([low, high]: [number, number]) => low + (high - low) * random();
  const particles = Array.from({length: count}, () => ({left: 0, trail: [] as [number, number][]}));
  const place = (particle: (typeof particles)[number], {x, y}: PlaneWindow, left: number) => {
    particle.trail = [[within(x), within(y)]];
    particle.left = left;
  };
  return {
    get trails() {
      return particles.map((particle) => particle.trail);
    },
    scatter(window) {
      for (const particle of particles) place(particle, window, age * random());
    },
    advance(game, window, time) {
      const field = diracField(game);
      const [across, up] = [window.x[1], window.y[1]];
      const steps = Math.max(1, Math.ceil(time / longest));
      for (const particle of particles) {
        let [theta, psi] = particle.trail.at(-1)!;
        for (let i = 0; i < steps; ++i) {
          const h = time / steps;
          const [a, b] = field(theta, psi);
          const [c, d] = field(theta + (h / 2) * a, psi + (h / 2) * b);
          theta += h * c;
          psi += h * d;
        }
        particle.left -= time;
        const gone = !(Math.abs(theta) <= 1.1 * across && Math.abs(psi) <= 1.1 * up);
        const arrived = Math.hypot(theta, psi) < 0.01 * up;
        if (gone || arrived || particle.left <= 0) place(particle, window, age * (0.5 + random() / 2));
        else {
          particle.trail.push([theta, psi]);
          if (particle.trail.length > trail) particle.trail.shift();
        }
      }
    }
  };
}
