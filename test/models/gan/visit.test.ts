import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {longestLineage} from "../../../models/gan/lineage.js";
import {
  beginVisit,
  childrenOf,
  faceOfVisit,
  goBack,
  goOn,
  goTo,
  keep,
  lastSeed,
  mutantsOf,
  nextFace,
  partnerOf,
  type Visit
} from "../../../models/gan/visit.js";

test("a visit goes on by counting, back over what was shown, and on again the same way", () => {
  let visit = beginVisit("41");
  for (const face of ["42", "43"]) {
    assert.equal(nextFace(visit), face);
    visit = goOn(visit);
    assert.equal(faceOfVisit(visit), face);
  }
  visit = goBack(goBack(goBack(visit)));
  assert.equal(faceOfVisit(visit), "41");
  assert.equal(faceOfVisit(goOn(visit)), "42");
  // Somebody from elsewhere takes the place of those after.
  visit = goTo(visit, "m(41,0.25,1)");
  assert.deepEqual(visit.shown, ["41", "m(41,0.25,1)"]);
  assert.equal(nextFace(visit), "42", "it is counted from the last plain seed");
  assert.equal(nextFace(beginVisit("b(1,2,3)")), "1");
  assert.equal(nextFace(beginVisit(String(lastSeed))), "1");
  assert.throws(() => beginVisit("no face"), RangeError);
  assert.throws(() => goTo(visit, "m(1"), RangeError);
});

test("faces are kept and let go; the last one kept is the partner, else the last one seen", () => {
  let visit = goOn(beginVisit("1"));
  assert.equal(partnerOf(beginVisit("1")), "2");
  assert.equal(partnerOf(visit), "1");
  visit = keep(visit);
  assert.deepEqual(visit.kept, ["2"]);
  assert.equal(partnerOf(visit), "1", "nobody is a partner of themselves");
  visit = goOn(visit);
  assert.equal(partnerOf(goOn(visit)), "2");
  assert.deepEqual(keep(goBack(visit)).kept, []);
});

test("children and mutations are numbered, and a family that grows too old is refused", () => {
  assert.deepEqual(childrenOf("1", "2", 2), ["b(1,2,1)", "b(1,2,2)"]);
  assert.deepEqual(mutantsOf("b(1,2,1)", 0.05, 1), ["m(b(1,2,1),0.05,1)"]);
  let face = "1";
  assert.throws(() => {
    for (;;) [face] = childrenOf(face, face, 1) as [string];
  }, /lineage has \d+ letters, but must have at most 1000/);
  assert.ok(face.length <= longestLineage);
});

test("whatever is done, the visit is at a face that it has shown", () => {
  const act = fc.constantFrom<(visit: Visit) => Visit>(
    goOn,
    goBack,
    keep,
    (visit) => goTo(visit, mutantsOf(faceOfVisit(visit).slice(0, 1), 0.25, 1)[0]!),
    (visit) => goTo(visit, childrenOf("1", partnerOf(beginVisit("1")), 1)[0]!)
  );
  fc.assert(
    fc.property(fc.array(act, {maxLength: 40}), (acts) => {
      let visit = beginVisit("5");
      for (const one of acts) {
        // The first letter of a lineage is a seed of its own.
        visit = one(visit);
        assert.ok(visit.at >= 0 && visit.at < visit.shown.length);
        assert.notEqual(partnerOf(visit), faceOfVisit(visit));
        assert.equal(new Set(visit.kept).size, visit.kept.length);
      }
    })
  );
});
