import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {test} from "node:test";
import {hubsLocalityOptions, hubsShareOptions, hubsSummary} from "../../../components/migration/endingHubs.js";
import {gainRings, pressureMapOptions} from "../../../components/migration/endingPressure.js";
import {sequencesSummary, warTimelines} from "../../../components/migration/endingSequences.js";
import {tableSummary} from "../../../components/migration/endingStudy.js";
import {checkEnding} from "../../../components/migration/endingTable.js";
import {timelinesHeight, timelinesOptions} from "../../../components/migration/endingTimelines.js";
import {transient} from "../../../models/migration/birthDeath.js";
import type {EndingEnforcementFile, EndingFile, EndingSequencesFile} from "../../../models/migration/files.js";
import {
  enforcementSweep,
  judgePlan,
  meanFieldPlans,
  outcome,
  planTrajectory
} from "../../../models/migration/interventions.js";
import {plotText} from "../../components/kelly/plotText.js";

function load<Data>(name: string): Data {
  const text = execFileSync(process.execPath, ["--import", "tsx", `data/migration/${name}.json.ts`], {
    encoding: "utf8",
    maxBuffer: 1e8,
    stdio: ["ignore", "pipe", "ignore"],
    env: {...process.env, THREE_GAMES_PROFILE: "smoke"}
  });
  assert.ok(text.length < 150_000, `${text.length} bytes`);
  return JSON.parse(text) as Data;
}

const sound = (text: string) => assert.doesNotMatch(text, /NaN|Infinity|undefined/);

test("ending.json: every plan on the same seeds, near the exact law and the mean field", (t) => {
  const file = checkEnding(load<EndingFile>("ending"));
  assert.deepEqual(
    file.plans.map(({id}) => id),
    meanFieldPlans().map(({id}) => id)
  );
  const none = file.plans[0]!;
  const exact = transient({}, file.agents, {times: file.time});
  const scores = [4, 10, 20].map(
    (year) => (none.mean[2 * year]! - exact.mean[2 * year]!) / (exact.sd[2 * year]! / Math.sqrt(file.wars))
  );
  for (const z of scores) assert.ok(Math.abs(z) < 4, `z = ${z}`);
  t.diagnostic(`z ${scores.map((z) => z.toFixed(2)).join(" ")}`);
  const field = new Map(meanFieldPlans().map((plan) => [plan.id, judgePlan({}, plan).outcome]));
  for (const {id, measures, difference, low, mean, high, won} of file.plans) {
    assert.ok(
      mean.every((v, i) => low[i]! <= high[i]! && v >= 0 && v <= 1),
      id
    );
    assert.ok(won >= 0 && won <= 1);
    const {welfareLoss, switchingLoss, enforcementLoss, loss} = measures;
    assert.ok(Math.abs(welfareLoss.mean + switchingLoss.mean + enforcementLoss.mean - loss.mean) < 5e-4, id);
    assert.ok(Math.abs(difference.loss.mean - (loss.mean - none.measures.loss.mean)) < 5e-4, id);
    // A crowd of 400 is not endless: a twentieth of the loss is allowed beside four standard errors.
    const gap = Math.abs(loss.mean - field.get(id)!.loss);
    assert.ok(gap < 4 * loss.error + 0.05 * field.get(id)!.loss, `${id}: ${gap}`);
  }
  sound(tableSummary(file));
  sound(hubsSummary(file));
  for (const width of [330, 450]) {
    sound(plotText(hubsShareOptions(file), width));
    sound(plotText(hubsLocalityOptions(file), width));
  }
  // Where neighbours count hubs help by many standard errors; where they do not, by none.
  for (const {graph, locality, hubs} of file.hubs) {
    const {mean, error} = hubs.difference.loss;
    if (graph === "preferential")
      assert.ok(locality === 0 ? Math.abs(mean) < 4 * error : mean < -2.5 * error, `${locality}`);
  }
  const broken = {...file, plans: file.plans.map((plan) => ({...plan, mean: []}))};
  assert.throws(() => checkEnding(broken), /malformed/);
});

test("endingEnforcement.json is what the mean field says, and has both cases", () => {
  const file = load<EndingEnforcementFile>("endingEnforcement");
  const {advantages, strengths, maps} = file;
  const i = advantages.indexOf(0.7);
  const j = strengths.indexOf(1);
  const {loss} = enforcementSweep({advantage: 0.7}, 0.3, [0, 1], {years: 40, step: 40});
  assert.ok(Math.abs(maps[1]!.change[i]![j]! - (loss[1]! - loss[0]!)) < 0.006);
  assert.ok(maps[0]!.change[i]![j]! > 0, "destructive in a war that is not won");
  assert.ok(maps[0]!.change[advantages.indexOf(1)]![j]! < 0, "not so in one that is");
  const rings = {calm: gainRings(file, 0), resented: gainRings(file, 0.3)};
  assert.ok(rings.calm.length > 0);
  for (const [x, y] of rings.calm.flat()) assert.ok(x >= 0 && x <= 2 && y >= 0 && y <= 3);
  sound(plotText(pressureMapOptions({...rings, mark: {advantage: 1, enforcement: 1}, onMap: true}, 330), 330));
  assert.throws(() => gainRings({...file, maps: []}, 0), /malformed/);
});

test("endingSequences.json: the best is what its plan comes to, and shims for holdouts are never kept", () => {
  const file = load<EndingSequencesFile>("endingSequences");
  assert.deepEqual(
    file.wars.map(({id}) => id),
    ["prolonged", "stuck", "split"]
  );
  const {best} = file.wars[0]!.searches.find(({offer, price}) => offer === "twoWay" && price === 0)!;
  const [first] = best;
  assert.deepEqual(
    first!.steps.map(({name}) => name),
    ["both", "none"]
  );
  const measures = [{until: first!.steps[1]!.from, change: {shimOld: 1, shimNew: 1}}];
  const played = outcome({}, planTrajectory({}, {measures}, {step: 40}));
  assert.ok(Math.abs(played.loss - first!.loss) < 1e-3);
  for (const war of file.wars)
    for (const search of war.searches) {
      const [top] = search.best;
      assert.ok(top!.loss > war.instant && top!.loss < war.nothing, war.id);
      assert.ok(!["holdouts", "both"].includes(top!.steps.at(-1)!.name), war.id);
      assert.ok(search.best.every((d, i) => i === 0 || d.loss >= search.best[i - 1]!.loss));
    }
  sound(sequencesSummary(file));
  const rows = file.wars.flatMap(warTimelines);
  for (const width of [330, 912])
    sound(plotText(timelinesOptions({rows, years: 40}, width), width, timelinesHeight(rows.length, 3)));
});
