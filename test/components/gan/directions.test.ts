import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import type {Forge} from "../../../components/gan/forge.js";
import {faceRequest, type SamplingState} from "../../../components/gan/samplingState.js";
import type {FaceRequest} from "../../../models/gan/faceForge.js";
import type {FlagshipFile} from "../../../models/gan/files.js";
import {latentOf} from "../../../models/gan/latents.js";
import {openDocument} from "../dom.js";

const window = openDocument();
/** Sees everything at once. */
class Near {
  constructor(private readonly told: (entries: {isIntersecting: boolean}[]) => void) {}
  observe(): void {
    this.told([{isIntersecting: true}]);
  }
}
Object.assign(globalThis, {IntersectionObserver: Near});
const {directionsView} = await import("../../../components/gan/directionsView.js");

const file: FlagshipFile = JSON.parse(
  readFileSync(new URL("../../../data/gan/flagship.json", import.meta.url), "utf8")
);
const length = file.config.generator.latent;
const range = Array.from({length: 8}, () => 0);
const principal = {
  directions: range.map(() => new Float32Array(file.config.generator.style)),
  deviations: range,
  shares: range
};

test("to move one number of a latent leaves all others as they were drawn", async () => {
  const asked: FaceRequest[] = [];
  const forge = {
    line: () => (requests: FaceRequest[]) => void asked.push(requests[0]!),
    directions: async () => principal
  } as unknown as Forge;
  const view = directionsView(forge);
  // A seed with a number that no slider reaches.
  const seed = Array.from({length: 2000}, (_, i) => `1-${i}`).find((one) =>
    latentOf(one, length).some((v) => Math.abs(v) > 3.2)
  )!;
  const state: SamplingState = {
    file,
    settings: {psi: 0.7, noise: "on", pixels: "smooth"},
    grid: "1",
    seed,
    fixed: []
  };
  view.update(state);
  await new Promise((done) => setTimeout(done));
  const drawn = Float32Array.from(faceRequest(state, seed).latent);
  assert.deepEqual(asked.at(-1)!.latent, drawn);
  const sliders = [...view.node.querySelectorAll<HTMLInputElement>(".raw-grid input")];
  assert.equal(sliders.length, length);
  const move = (i: number, to: string) => {
    sliders[i]!.value = to;
    sliders[i]!.dispatchEvent(new window.Event("input", {bubbles: true}));
    return asked.at(-1)!.latent;
  };
  const once = move(4, "1.5");
  assert.deepEqual(once, drawn.with(4, 1.5));
  assert.deepEqual(move(7, "-2"), drawn.with(4, 1.5).with(7, -2));
  assert.equal(once[7], drawn[7], "what was asked before is left alone");
});
