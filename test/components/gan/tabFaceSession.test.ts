import assert from "node:assert/strict";
import {test} from "node:test";
import {facesSession, type SavedFaces} from "../../../components/gan/tabFaceSession.js";
import type {FacesAnswer, FacesQuestion} from "../../../components/gan/tabFaces.worker.js";

/** A worker that answers when the test does. */
class FakeWorker {
  static latest: FakeWorker;
  asked: FacesQuestion["ask"][] = [];
  ended = false;
  onmessage: (event: {data: FacesAnswer}) => void = () => {};

  constructor() {
    FakeWorker.latest = this;
  }

  postMessage({ask}: FacesQuestion): void {
    this.asked.push(ask);
  }

  terminate(): void {
    this.ended = true;
  }

  answer(data: FacesAnswer): void {
    this.onmessage({data});
  }
}
Object.assign(globalThis, {Worker: FakeWorker, requestAnimationFrame: () => 0});

/** A session whose networks are there, and its worker. */
function begun() {
  const session = facesSession(() => {});
  session.begin({pixels: "16", steps: 500, seed: "1"}, {arrayBuffer: async () => new ArrayBuffer(0)});
  const worker = FakeWorker.latest;
  worker.answer({kind: "ready", faces: 9, parameters: {generator: 1, discriminator: 1}});
  const saves = () => worker.asked.filter((ask) => ask === "save").length;
  return {session, worker, saves};
}

const saved = (step: number): SavedFaces & {kind: "saved"} => ({
  kind: "saved",
  weights: new ArrayBuffer(4),
  hash: "ab",
  step
});

test("who asks twice before the answer gets the same weights, asked for once", async () => {
  const {session, worker, saves} = begun();
  const both = Promise.all([session.save(), session.save()]);
  assert.equal(saves(), 1);
  worker.answer(saved(7));
  assert.deepEqual(
    (await both).map((one) => one?.step),
    [7, 7]
  );
  const later = session.save();
  assert.equal(saves(), 2);
  worker.answer(saved(8));
  assert.equal((await later)?.step, 8);
});

test("a training that ends leaves nobody waiting", async () => {
  const stopped = begun();
  const first = stopped.session.save();
  stopped.session.stop();
  assert.equal(await first, undefined);
  assert.ok(stopped.worker.ended);
  const failed = begun();
  const second = failed.session.save();
  failed.worker.answer({kind: "error", message: "broken"});
  assert.equal(await second, undefined);
  assert.equal(failed.session.state.phase, "failed");
});

test("without networks there is nothing to save", async () => {
  const session = facesSession(() => {});
  assert.equal(await session.save(), undefined);
  session.begin({pixels: "16", steps: 500, seed: "1"}, {arrayBuffer: async () => new ArrayBuffer(0)});
  assert.equal(await session.save(), undefined);
});
