import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { actual } from "#db/schema/actuals";
import { useDatabase } from "#db/testing/use-database";
import type { Month } from "#db/vocabulary";
import { pasteActuals } from "#lib/actuals/paste-actuals";
import { takeBackActuals } from "#lib/actuals/take-back-actuals";
import { perform } from "#lib/audit/perform";
import { withdrawApproval } from "#lib/commentary/withdraw-approval";
import { countEntries } from "#lib/history/count-entries";
import { historyCsv } from "#lib/history/history-csv";
import { listEntries } from "#lib/history/list-entries";
import { listOpened } from "#lib/history/opened-entries";
import { sentenceText } from "#lib/history/sentence";
import { newestPosition } from "#lib/history/stream-entries";
import { nothingTyped } from "#lib/rules/actual";
import { noReason } from "#lib/rules/change-reason";
import { allOf } from "#lib/testing/all-of";
import { bySql } from "#lib/testing/by-sql";
import { commented } from "#lib/testing/commented";
import { countWaiting } from "#lib/testing/count-waiting";
import { judgedAnew } from "#lib/testing/judged-anew";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { approve, cell, record, seenCell, submit } = commented(() => world, database);
const { operate, setBands, setLevels, withdrawBands, withdrawLevels } = judgedAnew(() => world, database);
const sql = bySql(database, () => world);

beforeAll(async () => {
  world = await makeWorld(database);
});

/** The facts of a cell, oldest first. */
const lapses = (ref: keyof World["indicators"], month: Month = "2013-12") =>
  database.asOwner(
    `select l.cause, l.figure::text, l.grade::int, l.lapsed_by as by, l.ended_at is not null as ended, l.ended_by as "endedBy"
     from lapse l where l.indicator_id = $1 and l.month = $2 order by l.lapsed_at`,
    [world.indicators[ref], `${month}-01`],
  );
const approved = async (ref: "2.3" | "2.5", figure: string, month: Month = "2013-12") => {
  await record(ref, figure, month);
  const { revisionId } = (await submit("lead", ref, `Words of ${figure}.`, month))!;
  await approve("head", ref, revisionId, month);
  return revisionId;
};
const said = async (ref: string, month: Month = "2013-12") =>
  sentenceText((await listEntries(world.actors.auditor, { indicator: ref, month })).groups[0]!.headline);
const today = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(new Date());

describe("an approval that lapses is a fact", () => {
  let revisionId: string;

  test("when the figure changes: one entry, by whom, in which act, found by indicator and month", async () => {
    revisionId = await approved("2.3", "66");
    expect(await lapses("2.3")).toEqual([]);
    await record("2.3", "68");
    const { lead } = world.people;
    expect(await lapses("2.3")).toEqual([
      { cause: "figure", figure: "68", grade: 3, by: lead, ended: false, endedBy: null },
    ]);
    const [told] = await database.asOwner(
      `select e.verb, e.operation, e.person, e.indicator, to_char(e.month, 'YYYY-MM') as month, e.team,
         (select count(*)::int from audit.entry o where o.action = e.action and o.table_name = 'actual') as figures
       from audit.entry e where e.table_name = 'lapse'`,
    );
    expect(told).toEqual({
      verb: "actual.record",
      operation: "created",
      person: lead,
      indicator: world.indicators["2.3"],
      month: "2013-12",
      team: world.teams.assessment,
      figures: 1,
    });
  });

  test("and history says it in a sentence, in the line of its cause, opened and in the export", async () => {
    const line = "The lead changed 2.3 for December 2013: 66 (Adequate) → 68 (Adequate)";
    expect(await said("2.3")).toBe(`${line}. Reason: It was counted again. An approval lapsed`);
    const [group] = (await listEntries(world.actors.head, { indicator: "2.3", month: "2013-12" })).groups;
    const opened = await listOpened(world.actors.head, group!.position, { indicator: "2.3", month: "2013-12" });
    const sentence = `The approval of ${today} of revision 1 of the comment on 2.3, December 2013 lapsed because 66 became 68 after it was approved. The lead changed the figure. Reason: It was counted again`;
    expect(opened.map((each) => sentenceText(each.sentence))).toEqual([
      `${line}. Reason: It was counted again`,
      sentence,
    ]);
    const filters = { indicator: "2.3", month: "2013-12" } as const;
    const lines = await allOf(historyCsv(world.actors.auditor, filters, await newestPosition()));
    expect(lines.join("")).toContain(sentence);
  });

  test("and what lapsed is asked of the history by itself, by indicator and month, by who may read it, and exported", async () => {
    const ofCell = { outcome: "lapsed", indicator: "2.3", month: "2013-12" } as const;
    for (const filters of [{ outcome: "lapsed" }, { outcome: "lapsed", month: "2013-12" }, ofCell] as const) {
      for (const who of ["auditor", "head", "lead"] as const) {
        const { groups } = await listEntries(world.actors[who], filters);
        expect(
          groups.map(({ headline }) => sentenceText(headline)),
          who,
        ).toEqual([expect.stringContaining("because 66 became 68 after it was approved")]);
        expect(await countEntries(world.actors[who], filters)).toBe(1);
      }
      expect(await countEntries(world.actors.otherHead, filters)).toBe(0);
      const lines = await allOf(historyCsv(world.actors.auditor, filters, await newestPosition()));
      expect(lines.join("").trim().split("\r\n")).toHaveLength(2);
    }
    expect(await countEntries(world.actors.auditor, { ...ofCell, month: "2014-01" })).toBe(0);
    expect(await countEntries(world.actors.auditor, { ...ofCell, indicator: "2.5" })).toBe(0);
  });

  test("once, however often the figure changes then, and not by a note", async () => {
    await record("2.3", "69");
    await record("2.3", "70");
    const seen = (await cell("2.3"))!.actual!.version;
    await sql(
      "asApp",
      "lead",
      "actual.record",
      `update actual set note = 'A note.' where version = ${seen} and value = 70`,
    );
    expect(await lapses("2.3")).toHaveLength(1);
    expect(await countWaiting(world.actors.head)).toBe(1);
  });

  test("until it holds again, when all is as it was approved; another change then lapses it anew", async () => {
    await record("2.3", "66");
    const { lead } = world.people;
    expect(await lapses("2.3")).toMatchObject([{ ended: true, endedBy: lead }]);
    expect(await countWaiting(world.actors.head)).toBe(0);
    expect(await said("2.3")).toMatch(/An approval holds again$/);
    await record("2.3", "67");
    expect(await lapses("2.3")).toMatchObject([{ ended: true }, { figure: "67", ended: false }]);
  });

  test("and given again and changed again, it lapses again, once", async () => {
    await approve("head", "2.3", revisionId);
    expect(await lapses("2.3")).toHaveLength(2);
    await record("2.3", "71");
    expect(await lapses("2.3")).toMatchObject([{}, { figure: "67" }, { figure: "71", grade: 2 }]);
  });

  test("not when the approval had been withdrawn", async () => {
    await approve("head", "2.3", revisionId);
    await withdrawApproval(world.actors.head, { revisionId, reason: "It names a child." });
    await record("2.3", "72");
    expect(await lapses("2.3")).toHaveLength(3);
  });

  test("by a paste and its being taken back", async () => {
    await approved("2.5", "7");
    const at = (ref: "2.3" | "2.5", seen: number, value: string) => ({
      indicatorId: world.indicators[ref],
      month: "2013-12" as const,
      seen,
      typed: { ...nothingTyped, value, because: "recounted" },
    });
    const [one, other] = [(await cell("2.3"))!.actual!.version, (await cell("2.5"))!.actual!.version];
    const pasted = await pasteActuals(world.actors.lead, [at("2.3", one, "74"), at("2.5", other, "9")], {
      reason: "A late count.",
    });
    expect(await lapses("2.5")).toMatchObject([{ cause: "figure", figure: "9", ended: false }]);
    expect(await said("2.5")).toBe(
      "The lead pasted 2.5 for December 2013: 7 (Good) → 9 (Good). Reason: A late count. An approval lapsed",
    );
    await takeBackActuals(world.actors.lead, { actionId: pasted!, month: "2013-12", ...noReason });
    expect(await lapses("2.5")).toMatchObject([{ ended: true }]);
    const [headline] = (await listEntries(world.actors.auditor, { verb: "actual.take_back" })).groups;
    expect(sentenceText(headline!.headline)).toBe("The lead took back a paste of 2 figures. An approval holds again");
  });

  test("by bands, in every month that they hold in, as one act", async () => {
    await approved("2.3", "66");
    await approved("2.3", "67", "2014-01");
    const before = (await lapses("2.3")).length;
    await setBands("2.3", "2013-11", 30);
    expect((await lapses("2.3")).slice(before)).toMatchObject([
      { cause: "bands", figure: "66", grade: 4, by: null, ended: false },
    ]);
    expect(await lapses("2.3", "2014-01")).toMatchObject([{ cause: "bands", figure: "67", grade: 4 }]);
    expect(await said("2.3", "2014-01")).toBe(
      `The approval of ${today} of revision 1 of the comment on 2.3, January 2014 lapsed because the grade of 67 became Inadequate, from Adequate, after it was approved. An operator’s command changed the bands. Reason: a test`,
    );
    await withdrawBands("2.3", "2013-11");
    expect(await lapses("2.3", "2014-01")).toMatchObject([{ ended: true }]);
  });

  test("by other levels, wherever they hold", async () => {
    await setLevels("2013-12", 3);
    expect(await lapses("2.3", "2014-01")).toMatchObject([{ ended: true }, { cause: "levels", grade: null }]);
    await withdrawLevels("2013-12");
    expect(await lapses("2.3", "2014-01")).toMatchObject([{ ended: true }, { ended: true }]);
  });

  test("also in a month that is closed", async () => {
    await operate("update scorecard_month set closed_at = now() where month = '2014-01-01'");
    await operate("update actual set value = 66 where month = '2014-01-01' and value = 67");
    expect((await lapses("2.3", "2014-01")).slice(2)).toMatchObject([{ cause: "figure", figure: "66", by: null }]);
    expect(await countWaiting(world.actors.head)).toBe(1);
  });
});

describe("nobody but the database enters it", () => {
  test("neither the web’s login nor a verb that changes no figure", async () => {
    const insert = `insert into lapse (decision_id, indicator_id, month, cause) select id, indicator_id, month, 'figure' from comment_decision limit 1`;
    await expect(sql("asApp", "lead", "actual.record", insert)).rejects.toThrow("permission denied");
    await expect(sql("asApp", "lead", "actual.record", "update lapse set ended_at = now()")).rejects.toThrow(
      "permission denied",
    );
    await expect(sql("asOwner", "head", "comment.approve", insert)).rejects.toMatchObject({ detail: "FALSE_VERB" });
  });
});

describe("at the same moment", () => {
  const lead = () => world.actors.lead;

  test("an approval of no figure and the first figure: one after the other, and nothing is forgotten", async () => {
    const indicatorId = world.indicators["2.5"];
    await operate("update scorecard_month set closed_at = null where month = '2014-01-01'");
    const { revisionId } = (await submit("lead", "2.5", "None yet.", "2014-01"))!;
    let commit = () => {};
    const held = new Promise<void>((resolve) => (commit = resolve));
    const recording = perform(lead(), "actual.record", async (tx) => {
      await tx.insert(actual).values({ indicatorId, month: "2014-01", value: "5" });
      await held;
    });
    await pause(100);
    await approve("head", "2.5", revisionId, "2014-01");
    commit();
    await recording;
    expect(await lapses("2.5", "2014-01")).toMatchObject([{ cause: "figure", figure: "5", ended: false }]);
  });

  test("an approval and other bands: whoever is second sees the first", async () => {
    const revisionId = (await submit("lead", "2.3", "Others still."))!.revisionId;
    const seen = await seenCell("2.3", "2013-12");
    let commit = () => {};
    const held = new Promise<void>((resolve) => (commit = resolve));
    const approving = perform(world.actors.head, "comment.approve", async (tx) => {
      await tx.execute(
        `insert into comment_decision (revision_id, indicator_id, month, kind, decided_by, actual_version, figure)
         values ('${revisionId}', '${world.indicators["2.3"]}', '2013-12-01', 'approved', '${world.people.head}', ${seen.version}, ${seen.figure})`,
      );
      await held;
    });
    await pause(100);
    const setting = setBands("2.3", "2013-12", -60);
    await pause(100);
    commit();
    await Promise.all([approving, setting]);
    expect((await lapses("2.3")).at(-1)).toMatchObject({ cause: "bands", ended: false });
  });
});
