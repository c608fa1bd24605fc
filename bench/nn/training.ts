import {spawnSync} from "node:child_process";
import {fileURLToPath} from "node:url";
import {alternate, type Measured, type Row, Skip} from "../row.js";
import {mustAgreeAbout, times} from "./agreement.js";
import {type Architecture, makeDiscriminator, ourDiscriminator, type Run} from "./discriminator.js";
import {jaxDiscriminator} from "./jaxDiscriminator.js";

/** A discriminator like that of the faces, a layer longer and without what a peer lacks, at the size of images given. */
const faces = (size: 16 | 32): Architecture => ({
  size,
  stem: true,
  channels: [20, 40, 48, 48],
  halved: size === 32 ? [1, 2] : [2]
});

/** Ours beside jax-js, with the kernels given. */
export async function besideJax(size: 16 | 32, which: "backward" | "penalty", kernels?: string): Promise<Measured> {
  const network = makeDiscriminator(faces(size), 32);
  const ours: Run = ourDiscriminator(network, kernels)[which];
  const theirs: Run = (await jaxDiscriminator(network))[which];
  mustAgreeAbout(ours(), theirs());
  times(10, ours);
  times(2, theirs);
  return alternate(
    5,
    () => times(10, ours),
    () => times(2, theirs)
  );
}

const peer = "jax-js im2col";

const discriminator = "discriminator forward+backward, 32², batch 32";

export const trainingRows: readonly Row[] = [
  {name: discriminator, peer, unit: "ms", run: () => besideJax(32, "backward")},
  {
    // As in a browser, where faces are trained with it. Of its own process, since Node 20 has it behind a flag, and
    // jax-js asks but once whether it is there.
    name: `${discriminator}, both in relaxed SIMD`,
    peer,
    unit: "ms",
    async run() {
      const child = fileURLToPath(new URL("relaxed.ts", import.meta.url));
      const {status, signal, stdout, stderr, error} = spawnSync(process.execPath, ["--import", "tsx", child], {
        encoding: "utf8"
      });
      if (status === 3) throw new Skip("this Node has no relaxed SIMD");
      if (status !== 0) throw new Error(`the child process failed: ${error?.message ?? signal ?? stderr}`);
      return JSON.parse(stdout) as Measured;
    }
  },
  {name: "R1 second order, 16², batch 32", peer, unit: "ms", run: () => besideJax(16, "penalty")}
];
