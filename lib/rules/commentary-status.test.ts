import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decisionKinds, missingSymbols } from "#db/vocabulary";
import { firstLabels as labels } from "#lib/people/first-labels";
import {
  commentState,
  type Decision,
  explainedBy,
  type GradedFigure,
  isWaiting,
  type Revision,
  shownComment,
  whyCommentRequired,
  whyLapsed,
} from "#lib/rules/commentary-status";
import { redAmberGreen } from "#lib/testing/red-amber-green";

const at = (hour: number) => new Date(Date.UTC(2014, 0, 9, hour));
const adequate84: GradedFigure = { figure: "84", missing: null, grade: 3 };
const good90: GradedFigure = { figure: "90", missing: null, grade: 2 };

const decided = (kind: Decision["kind"], cell = adequate84, reason: string | null = null): Decision => ({
  ...cell,
  kind,
  reason,
  decidedAt: at(12),
  decidedBy: "The head",
});

function revision(number: number, facts: Partial<Revision> = {}): Revision {
  return {
    number,
    source: "person",
    submittedAt: at(10),
    withdrawnAt: null,
    decisions: [],
    ...facts,
  };
}

const imported = revision(1, { source: "import", submittedAt: null });
const draft = (number: number) => revision(number, { submittedAt: null });
const approved = (number: number, cell = adequate84) => revision(number, { decisions: [decided("approved", cell)] });
const shown = (revisions: Revision[], present = adequate84) => shownComment(revisions, present, labels);
const stateOf = (revisions: Revision[], present = adequate84) => commentState(revisions, present, labels);

describe("what the scorecard shows", () => {
  test("nothing, where nobody has written, or nothing is approved", () => {
    expect(shown([])).toBeNull();
    expect(shown([draft(1)])).toBeNull();
    expect(shown([revision(1)])).toBeNull();
    expect(shown([revision(1, { decisions: [decided("returned", adequate84, "say why")] })])).toBeNull();
  });

  test("the approved revision, while a newer one is drafted, submitted or returned", () => {
    for (const newer of [draft(2), revision(2), revision(2, { decisions: [decided("returned")] })]) {
      expect(shown([newer, approved(1)])).toMatchObject({ kind: "approved", revision: { number: 1 } });
    }
  });

  test("the newest of the approved ones", () => {
    expect(shown([approved(1), approved(2)])).toMatchObject({ kind: "approved", revision: { number: 2 } });
  });

  test("the imported one until another is approved", () => {
    expect(shown([imported])).toEqual({ kind: "imported", revision: imported });
    expect(shown([imported, revision(2)])).toMatchObject({ kind: "imported", revision: { number: 1 } });
    expect(shown([imported, approved(2)])).toMatchObject({ kind: "approved", revision: { number: 2 } });
  });

  test("no words once the figure or the grade differs from what was approved, and why", () => {
    expect(shown([approved(1)], good90)).toEqual({
      kind: "lapsed",
      revision: approved(1),
      because: "84 became 90 after it was approved",
    });
    expect(shown([imported, approved(2)], good90)).toMatchObject({ kind: "lapsed", revision: { number: 2 } });
  });

  test("the approved words again, when the figure is what it was: a comparison, not a flag", () => {
    expect(shown([approved(1), approved(2, good90)], adequate84)).toMatchObject({ revision: { number: 1 } });
    expect(shown([approved(1)], { ...adequate84, figure: "84.0" })).toMatchObject({ kind: "approved" });
  });

  test("nothing whose approval was withdrawn", () => {
    const withdrawn = revision(1, {
      decisions: [decided("withdrawn", adequate84, "wrong words"), decided("approved")],
    });
    expect(shown([withdrawn])).toBeNull();
  });
});

describe("why an approval lapsed", () => {
  test.each([
    [adequate84, good90, "84 became 90 after it was approved"],
    [adequate84, { figure: null, missing: null, grade: null }, "84 became no figure after it was approved"],
    [adequate84, { figure: null, missing: "x", grade: null }, "84 became not available after it was approved"],
    [
      { figure: null, missing: "x", grade: null },
      { figure: null, missing: "z", grade: null },
      "not available became not applicable after it was approved",
    ],
    [adequate84, { ...adequate84, grade: 2 }, "the grade of 84 became Good, from Adequate, after it was approved"],
    [adequate84, { ...adequate84, figure: "84.00" }, null],
  ] as const)("%#", (seen, present, because) => {
    expect(whyLapsed(seen, present, labels)).toBe(because);
  });
});

test("an approval for a grade that the month has no more says which level it was", () => {
  expect(whyLapsed({ ...adequate84, grade: 4 }, adequate84, redAmberGreen)).toBe(
    "the grade of 84 became Red, from level 4, after it was approved",
  );
});

describe("where a comment stands", () => {
  test("from nothing to approved", () => {
    expect(stateOf([])).toEqual({ state: "none" });
    expect(stateOf([imported]).state).toBe("imported");
    expect(stateOf([imported, draft(2)])).toMatchObject({ state: "draft", after: { state: "imported" } });
    expect(stateOf([revision(1)]).state).toBe("submitted");
    expect(stateOf([revision(1, { withdrawnAt: at(11) })]).state).toBe("withdrawn");
    expect(stateOf([approved(1)]).state).toBe("approved");
  });

  test("returned with its reason, which a draft keeps in sight", () => {
    const returned = revision(1, { decisions: [decided("returned", adequate84, "give the figures")] });
    expect(stateOf([returned])).toMatchObject({ state: "returned", reason: "give the figures" });
    expect(stateOf([returned, draft(2)])).toMatchObject({
      state: "draft",
      after: { state: "returned", reason: "give the figures" },
    });
    expect(stateOf([returned, revision(2)]).state).toBe("submitted");
  });

  test("lapsed with its cause, and waiting again", () => {
    const state = stateOf([approved(1)], good90);
    expect(state).toMatchObject({ state: "lapsed", because: "84 became 90 after it was approved" });
    expect(isWaiting(state)).toBe(true);
    const again = revision(1, { decisions: [decided("approved", good90), decided("approved")] });
    expect(stateOf([again], good90).state).toBe("approved");
  });

  test("a withdrawn approval is not waiting, and says why it was withdrawn", () => {
    const state = stateOf([
      revision(1, { decisions: [decided("withdrawn", adequate84, "names a child"), decided("approved")] }),
    ]);
    expect(state).toMatchObject({ state: "approval withdrawn", reason: "names a child" });
    expect(isWaiting(state)).toBe(false);
  });
});

const cells: fc.Arbitrary<GradedFigure> = fc.oneof(
  fc.record({
    figure: fc.constantFrom("0", "84", "84.0", "84.1", "90"),
    missing: fc.constant(null),
    grade: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    figure: fc.constant(null),
    missing: fc.constantFrom(null, ...missingSymbols),
    grade: fc.constant(null),
  }),
);
const decisions = fc.array(
  fc
    .tuple(cells, fc.constantFrom(...decisionKinds))
    .map(([cell, kind]) => decided(kind, cell, kind === "approved" ? null : "because")),
  { maxLength: 3 },
);
const revisions = fc
  .array(fc.record({ submitted: fc.boolean(), withdrawn: fc.boolean(), imported: fc.boolean(), decisions }), {
    maxLength: 5,
  })
  .map((facts) =>
    facts.map((fact, index) => {
      if (fact.imported && index === 0) return imported;
      if (!fact.submitted) return draft(index + 1);
      if (fact.withdrawn) return revision(index + 1, { withdrawnAt: at(11) });
      return revision(index + 1, { decisions: fact.decisions });
    }),
  );

describe("whatever was written and decided", () => {
  test("words shown as approved were approved last, and for this very figure and grade", () => {
    fc.assert(
      fc.property(revisions, cells, (all, present) => {
        const found = shown(all, present);
        if (found?.kind !== "approved") return;
        expect(found.revision.decisions[0]?.kind).toBe("approved");
        expect(whyLapsed(found.decision, present, labels)).toBeNull();
        expect(found.revision.withdrawnAt).toBeNull();
      }),
    );
  });

  test("an added draft or submission changes nothing that is on show", () => {
    fc.assert(
      fc.property(revisions, cells, fc.boolean(), (all, present, submitted) => {
        const number = all.length + 1;
        expect(shown([...all, submitted ? revision(number) : draft(number)], present)).toEqual(shown(all, present));
      }),
    );
  });

  test("approving the newest submitted words shows them, and leaves nothing to decide", () => {
    fc.assert(
      fc.property(revisions, cells, (all, present) => {
        const next = revision(all.length + 1, { decisions: [decided("approved", present)] });
        expect(shown([...all, next], present)).toMatchObject({ kind: "approved", revision: { number: next.number } });
        expect(isWaiting(stateOf([...all, next], present))).toBe(false);
      }),
    );
  });

  test("the order in which revisions are given does not matter", () => {
    fc.assert(
      fc.property(revisions, cells, (all, present) => {
        expect(stateOf(all.toReversed(), present)).toEqual(stateOf(all, present));
        expect(shown(all.toReversed(), present)).toEqual(shown(all, present));
      }),
    );
  });

  test("an approval holds for the cell it saw, and lapsing goes both ways", () => {
    fc.assert(
      fc.property(cells, cells, (one, other) => {
        expect(whyLapsed(one, one, labels)).toBeNull();
        expect(whyLapsed(one, other, labels) === null).toBe(whyLapsed(other, one, labels) === null);
      }),
    );
  });
});

describe("an approval", () => {
  test("lapses when the scorecard's grades come to have another number of levels, and not when they are renamed", () => {
    const approved = { figure: "84", missing: null, grade: 2, levels: 4 };
    const present = { figure: "84", missing: null, grade: 2 };
    expect(whyLapsed(approved, present, labels)).toBeNull();
    expect(whyLapsed(approved, present, redAmberGreen)).toBe(
      "the grades of 84 have other levels since it was approved",
    );
  });
});

describe("a comment is required", () => {
  test.each([
    [2, 2, false, []],
    [2, null, false, []],
    [null, 2, false, []],
    [3, 3, false, ["the grade is Adequate"]],
    [4, null, false, ["the grade is Inadequate"]],
    [2, 3, false, ["the grade changed from Adequate since last month"]],
    [3, 2, true, ["the grade is Adequate", "the milestone is missed", "the grade changed from Good since last month"]],
  ] as const)("%s after %s, milestone missed: %s", (grade, previousGrade, milestoneMissed, reasons) => {
    const previous = { month: "2013-11", grade: previousGrade } as const;
    expect(whyCommentRequired({ month: "2013-12", grade, previous, milestoneMissed }, labels)).toEqual(reasons);
  });

  test("since the previous due month, when that is not the month before; and for no change where there is none", () => {
    const question = { month: "2013-12", grade: 2, milestoneMissed: false } as const;
    const previous = { month: "2013-09", grade: 1 } as const;
    expect(whyCommentRequired({ ...question, previous }, labels)).toEqual([
      "the grade changed from Outstanding since September 2013",
    ]);
    expect(whyCommentRequired({ ...question, previous: null }, labels)).toEqual([]);
  });

  test("where the level asks for one, whatever its words and however many there are", () => {
    const of = (grade: number) => ({
      month: "2013-12" as const,
      grade,
      previous: { month: "2013-11" as const, grade },
      milestoneMissed: false,
    });
    const asked = (grade: number) => whyCommentRequired(of(grade), redAmberGreen);
    expect([1, 2, 3].map(asked)).toEqual([[], ["the grade is Amber"], ["the grade is Red"]]);
    const silent = redAmberGreen.map((level) => ({ ...level, asksForComment: false }));
    expect(whyCommentRequired(of(3), silent)).toEqual([]);
  });
});

test("a figure is explained by the comment handed in last, while it waits, and by one approved for it", () => {
  const explained = (...revisions: Revision[]) => explainedBy(revisions, adequate84, labels);
  const approved = revision(1, { decisions: [decided("approved")] });
  expect(explained()).toEqual({ isSubmitted: false, approvedAt: null });
  expect(explained(revision(1, { submittedAt: null }))).toEqual({ isSubmitted: false, approvedAt: null });
  expect(explained(revision(1), revision(2, { submittedAt: null }))).toEqual({ isSubmitted: true, approvedAt: null });
  expect(explained(revision(1, { withdrawnAt: at(11) }))).toEqual({ isSubmitted: false, approvedAt: null });
  expect(explained(approved, revision(2))).toEqual({ isSubmitted: true, approvedAt: at(12) });
  expect(explained(revision(1, { decisions: [decided("approved", good90)] }))).toEqual({
    isSubmitted: false,
    approvedAt: null,
  });
  expect(explained(revision(1), revision(2, { decisions: [decided("returned")] })).isSubmitted).toBe(false);
});
