import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { earnedGrade } from "#lib/rules/grade";
import { bySql } from "#lib/testing/by-sql";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
const written = bySql(database, () => world);
const { cell, record, submit } = commented(() => world, database);
const state = { detail: "WRONG_STATE" };
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});

describe("a decision by SQL", () => {
  let revision: string;
  const decide = (by: "comment.approve" | "comment.return" | "approval.withdraw", kind: string, also = {}) => {
    const more = Object.entries({ grade: "null", ...also });
    return written(
      "asApp",
      "head",
      by,
      `insert into comment_decision (revision_id, indicator_id, month, kind, reason, decided_by, actual_version, figure, ${more.map(([name]) => name).join(", ")})
       select r.id, r.indicator_id, r.month, '${kind}', 'Why.', '${world.people.head}', a.version, a.value, ${more.map(([, value]) => value).join(", ")}
       from comment_revision r left join actual a using (indicator_id, month) where r.id = '${revision}'`,
    );
  };

  beforeAll(async () => {
    await record("2.3", "68");
    revision = (await submit("lead", "2.3", "Words."))!.revisionId;
  });

  test("gives no other grade than the figure earns, and by no other bands and levels", async () => {
    for (const also of [{ grade: "1" }, { grade: "3" }, { label_set_id: "(select id from label_set)" }]) {
      await expect(decide("comment.approve", "approved", also), JSON.stringify(also)).rejects.toMatchObject(state);
    }
    const ofAnother = `(select id from band_set where indicator_id = '${world.indicators["2.5"]}')`;
    await expect(decide("comment.approve", "approved", { grade: "3", band_set_id: ofAnother })).rejects.toThrow(
      "not the grade",
    );
  });

  test("says the grade that it leaves out, and of the month before what stands there, whatever is said", async () => {
    await decide("comment.approve", "approved", {
      previous_month: "'2010-01-01'",
      previous_figure: "1",
      previous_missing: "'x'",
    });
    const [told] = await database.asOwner(
      `select grade, band_set_id, label_set_id, to_char(previous_month, 'YYYY-MM') as month, previous_figure, previous_missing from comment_decision`,
    );
    const { present, bandSetId, labelSetId } = (await cell("2.3"))!;
    const before = { month: "2013-11", previous_figure: "63", previous_missing: null };
    expect(told).toEqual({ grade: present.grade, band_set_id: bandSetId, label_set_id: labelSetId, ...before });
  });

  test("is made once: what is approved is neither approved again nor returned", async () => {
    await expect(decide("comment.approve", "approved")).rejects.toMatchObject(state);
    await expect(decide("comment.return", "returned")).rejects.toMatchObject(state);
  });

  test("until the approval lapses or is withdrawn; then approved again, or where it lapsed returned", async () => {
    await decide("approval.withdraw", "withdrawn");
    await expect(decide("comment.return", "returned")).rejects.toMatchObject(state);
    await decide("comment.approve", "approved");
    await record("2.3", "90");
    await decide("comment.approve", "approved");
    await record("2.3", "91");
    await decide("comment.return", "returned");
    await expect(decide("comment.return", "returned")).rejects.toMatchObject(state);
    await expect(decide("comment.approve", "approved")).rejects.toMatchObject(state);
  });

  test("is of the newest words that were submitted", async () => {
    const older = (await submit("lead", "2.3", "More words."))!.revisionId;
    await written(
      "asApp",
      "lead",
      "comment.submit",
      `insert into comment_revision (comment_id, indicator_id, month, number, source, words, written_by, submitted_by)
       select comment_id, indicator_id, month, number + 1, 'person', 'Newer.', '${world.people.lead}', '${world.people.lead}'
       from comment_revision where id = '${older}'`,
    );
    revision = older;
    await expect(decide("comment.approve", "approved")).rejects.toThrow("Newer words were submitted");
  });

  test("is of the grade by which the screens go, for every figure", async () => {
    for (const ref of ["2.3", "2.5", "4.3"] as const) {
      const { bands, labels, bandSetId, labelSetId } = (await cell(ref))!;
      const edges = bands!.bestFirst.flatMap(({ edge }) =>
        [-1, -0.1, 0, 0.1, 1].map((by) => String(Number(edge) + by)),
      );
      for (const figure of ["0", "100", ...edges]) {
        const [earned] = await database.asOwner("select * from audit.earned($1, '2013-12-01', $2)", [
          world.indicators[ref],
          figure,
        ]);
        const grade = earnedGrade(figure, bands, labels);
        expect(earned, `${ref} ${figure}`).toEqual({
          grade,
          levels: labels.length,
          band_set_id: bandSetId,
          label_set_id: labelSetId,
        });
      }
    }
  });
});
