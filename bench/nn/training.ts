import {alternate, type Row} from "../row.js";
import {mustAgreeAbout, times} from "./agreement.js";
import {type Architecture, makeDiscriminator, ourDiscriminator, type Run} from "./discriminator.js";
import {jaxDiscriminator} from "./jaxDiscriminator.js";

/** The discriminator of the faces, without what a peer lacks, at the size of images given. */
const faces = (size: 16 | 32): Architecture => ({
  size,
  stem: true,
  channels: [20, 40, 48, 48],
  halved: size === 32 ? [1, 2] : [2]
});

function row(name: string, size: 16 | 32, which: "backward" | "penalty"): Row {
  return {
    name,
    peer: "jax-js im2col",
    unit: "ms",
    async run() {
      const network = makeDiscriminator(faces(size), 32);
      const ours: Run = ourDiscriminator(network)[which];
      const theirs: Run = (await jaxDiscriminator(network))[which];
      mustAgreeAbout(ours(), theirs());
      times(10, ours);
      return alternate(
        3,
        () => times(10, ours),
        () => times(2, theirs)
      );
    }
  };
}

export const trainingRows: readonly Row[] = [
  row("discriminator forward+backward, 32², batch 32", 32, "backward"),
  row("R1 second order, 16², batch 32", 16, "penalty")
];
