import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { appPool } from "#db/client";
import { useDatabase } from "#db/testing/use-database";
import { findActor } from "#lib/access/find-actor";
import { listNotices } from "#lib/notices/list-notices";
import { noticeLine } from "#lib/notices/notice-line";
import { seeNotices } from "#lib/notices/see-notices";
import { tellWhatIsDue } from "#lib/notices/tell-what-is-due";
import { commented } from "#lib/testing/commented";
import { inMonths } from "#lib/testing/months";
import { inRestatements } from "#lib/testing/restated";
import { inReturns } from "#lib/testing/returns";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

type Who = keyof World["actors"];

const database = useDatabase();
let world: World;
let neighbour: World;
const { record, submit, approve, giveBack } = commented(() => world, database);
const { explainAll, handIn, ask, reopen: reopenReturn } = inReturns(() => world, database);
const { restate } = inRestatements(() => world, database);
const { open, close, reopen, publish } = inMonths(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
  neighbour = await makeNeighbour(database);
});

/** What somebody was told, in words, the newest first. */
const told = async (who: Who, of = world) =>
  (await listNotices(of.actors[who])).notices.map((notice) => {
    const { words, reason } = noticeLine(notice, "Europe/London");
    return reason ? `${words} ${reason}` : words;
  });
const newest = async (who: Who) => (await told(who))[0];
const unseen = async (who: Who) => (await findActor(world.actors[who].token, world.actors[who].origin))?.unseen;
const as = (sql: string) => database.asOwner(`do $$ begin perform audit.begin_operator('days'); ${sql}; end $$`);
const kinds = async (where: string) =>
  (
    await database.asOwner(
      `select kind, count(*)::int as n from notice where month = '2014-01-01' and scorecard_id = '${world.scorecard.id}' and ${where} group by 1 order by 1`,
    )
  ).map(({ kind, n }) => `${String(kind)} ${String(n)}`);

describe("what somebody does is told to whom it is of, in its own transaction", () => {
  test("a month opened, to the leads of the teams of which something is due", async () => {
    await open("officer", "2014-02");
    for (const who of ["lead", "secondLead", "leadAndHead"] as const) {
      expect(await told(who)).toEqual(["February 2014 is open. Figures of Assessment are due by 14 March 2014."]);
    }
    expect(await told("otherLead")).toEqual(["February 2014 is open. Figures of Workforce are due by 14 March 2014."]);
    for (const who of ["head", "otherHead", "officer", "auditor", "reader"] as const)
      expect(await told(who)).toEqual([]);
    expect(await told("lead", neighbour)).toEqual([]);
  });

  test("a comment returned with its reason, approved, and its approval lapsed by somebody’s figure", async () => {
    await record("2.3", "68");
    const first = (await submit("lead", "2.3", "Words."))!.revisionId;
    await giveBack("head", first, "Say why.");
    const returned = "The comment on 2.3 for December 2013 was returned by The head. Say why.";
    expect([await newest("lead"), await newest("secondLead")]).toEqual([returned, returned]);
    const second = (await submit("lead", "2.3", "Better words."))!.revisionId;
    await approve("head", "2.3", second);
    expect(await newest("lead")).toBe("The comment on 2.3 for December 2013 was approved by The head.");
    expect(await told("head")).toEqual([]);
    expect(await told("otherLead")).toHaveLength(1);
    await record("2.3", "72");
    const lapsed = "The approval of the comment on 2.3 for December 2013 lapsed: its figure was changed by The lead.";
    for (const who of ["secondLead", "head", "leadAndHead"] as const) expect(await newest(who)).toBe(lapsed);
    // Whose act it is knows.
    expect((await told("lead")).join()).not.toContain("lapsed");
    expect(await told("otherHead")).toEqual([]);
  });

  test("an approval that holds again is told no more to who did not see that it lapsed, and said to who did", async () => {
    const lapsed = "The approval of the comment on 2.3 for December 2013 lapsed: its figure was changed by The lead.";
    await seeNotices(world.actors.secondLead, (await listNotices(world.actors.secondLead)).notices);
    const before = (await unseen("head"))!;
    await record("2.3", "68");
    expect((await told("head")).join()).not.toContain("lapsed");
    expect(await unseen("head")).toBe(before - 1);
    expect(await newest("secondLead")).toMatch(new RegExp(`^${lapsed} It holds again since .+\\.$`));
    await record("2.3", "72");
    for (const who of ["secondLead", "head"] as const) expect(await newest(who)).toBe(lapsed);
  });

  test("a return asked to be reopened, to who may, and reopened, to its leads", async () => {
    await explainAll("2013-12");
    await submit("lead", "2.3", "Words for 72.");
    await handIn("lead", "2013-12");
    await ask("lead", "2013-12", "One was wrong.");
    const asked = "The Assessment return for December 2013 is asked to be reopened by The lead. One was wrong.";
    for (const who of ["head", "officer", "leadAndHead"] as const) expect(await newest(who)).toBe(asked);
    await reopenReturn("head", "2013-12");
    expect(await newest("lead")).toMatch(/^The Assessment return for December 2013 was reopened by The head until /);
    expect(await newest("officer")).toBe(asked);
    expect(await told("otherHead")).toEqual([]);
  });

  test("a closed month opened again with its reason, each time, to the leads and heads of its teams", async () => {
    await close("officer", "2013-12", "The board meets.");
    await reopen("officer", "2013-12", "A figure came late.");
    const again = (team: string, reason: string) =>
      `December 2013, with figures of ${team}, was opened again by The officer. ${reason}`;
    for (const who of ["lead", "head", "leadAndHead"] as const)
      expect(await newest(who)).toBe(again("Assessment", "A figure came late."));
    for (const who of ["otherLead", "otherHead"] as const)
      expect(await newest(who)).toBe(again("Workforce", "A figure came late."));
    for (const who of ["officer", "auditor", "reader"] as const)
      expect((await told(who)).join()).not.toContain("again");
    expect((await told("leadAndHead")).filter((words) => words.includes("again"))).toHaveLength(1);
    expect(await told("lead", neighbour)).toEqual([]);
    await close("officer", "2013-12", "The board meets.");
    await reopen("officer", "2013-12", "Another figure came late.");
    expect((await told("lead")).slice(0, 2)).toEqual([
      again("Assessment", "Another figure came late."),
      again("Assessment", "A figure came late."),
    ]);
  });

  test("a month published, to everybody of the council", async () => {
    await publish("officer", "2013-11", "They were before Candour.");
    const published = "November 2013 was published by The officer: edition 1.";
    for (const who of ["reader", "auditor", "lead", "otherHead"] as const) expect(await newest(who)).toBe(published);
    expect(await newest("officer")).not.toBe(published);
    expect(await told("reader", neighbour)).toEqual([]);
  });

  test("and nothing of what is rolled back", async () => {
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query("begin");
    await client.query("select audit.begin_operator('never')");
    await client.query(
      `insert into scorecard_month (scorecard_id, month, figures_due, commentary_due) values ($1, '2014-03-01', '2014-04-14', '2014-04-21')`,
      [world.scorecard.id],
    );
    expect((await client.query("select count(*)::int as n from notice where month = '2014-03-01'")).rows[0].n).toBe(4);
    await client.query("rollback");
    await client.end();
    expect(await database.asOwner("select from notice where month = '2014-03-01'")).toEqual([]);
  });
});

describe("a figure restated after its month was published", () => {
  test("is told to the leads of its team: from what to what, by whom and why", async () => {
    await restate("head", "2.3", { month: "2013-11", value: "64", reason: "Two records came in late." });
    const restated = /^2\.3 for November 2013 was restated by The head: .+ became 64\. Two records came in late\.$/;
    for (const who of ["lead", "secondLead", "leadAndHead"] as const) expect(await newest(who)).toMatch(restated);
    for (const who of ["head", "otherLead", "otherHead", "officer", "reader"] as const) {
      expect((await told(who)).join()).not.toContain("restated");
    }
    const [notice] = (await listNotices(world.actors.lead)).notices;
    expect(noticeLine(notice!, "Europe/London").href).toMatch(/\/indicators\/2\.3\/restatements\/2013-11$/);
  });
});

describe("what a day brings", () => {
  const due = (figures: string, commentary: string) =>
    as(`update scorecard_month set figures_due = (now() at time zone 'Europe/London')::date + ${figures},
      commentary_due = (now() at time zone 'Europe/London')::date + ${commentary} where month = '2014-01-01' and scorecard_id = '${world.scorecard.id}'`);
  const tell = () => tellWhatIsDue(appPool());

  beforeAll(async () => {
    // The checks ask for dates near the month: it was January, whatever the clock says.
    await database.asOwner("alter table scorecard_month drop constraint due_within_a_year");
  });

  test("is not told four days before", async () => {
    await due("4", "9");
    await tell();
    expect(await kinds("true")).toEqual([]);
  });

  test("is told three days before to each lead, once, however many tell at once and how often", async () => {
    await due("3", "8");
    const counts = await Promise.all(Array.from({ length: 6 }, tell));
    expect(counts.reduce((sum, n) => sum + n)).toBe(4);
    expect(await tell()).toBe(0);
    expect(await kinds("true")).toEqual(["figures due 4"]);
    expect(await newest("otherLead")).toMatch(
      /^Figures of Workforce for January 2014 are due by .+: not all were given yet\.$/,
    );
  });

  test("is told anew of another date, and only of figures that are wanted still", async () => {
    await explainAll("2014-01");
    await due("2", "7");
    await tell();
    expect(await kinds("due = (now() at time zone 'Europe/London')::date + 2")).toEqual(["figures due 1"]);
  });

  test("has passed: figures not given, and a return not submitted", async () => {
    await handIn("lead", "2014-01");
    await due("-2", "-1");
    await tell();
    expect(await kinds("kind like '%overdue'")).toEqual(["commentary overdue 1", "figures overdue 1"]);
    expect(await newest("otherLead")).toMatch(/^The Workforce return for January 2014 was due with its commentary by /);
  });
});

describe("a notice", () => {
  test("is new until it was on a page, for whom it is alone", async () => {
    const before = (await unseen("lead"))!;
    const { notices } = await listNotices(world.actors.lead);
    expect(notices.filter(({ isSeen }) => !isSeen)).toHaveLength(before);
    const colleagues = await unseen("secondLead");
    expect(await seeNotices(world.actors.lead, notices.slice(0, 2))).toBe(before - 2);
    expect(await unseen("lead")).toBe(before - 2);
    expect((await listNotices(world.actors.lead)).notices.map(({ isSeen }) => isSeen).slice(0, 3)).toEqual([
      true,
      true,
      false,
    ]);
    expect(await unseen("secondLead")).toBe(colleagues);
  });

  test("of somebody else is neither listed, nor seen by anybody else", async () => {
    const theirs = (await listNotices(world.actors.otherLead)).notices;
    const mine = (await listNotices(world.actors.lead)).notices.map(({ position }) => position);
    expect(theirs.filter(({ position }) => mine.includes(position))).toEqual([]);
    const before = await unseen("otherLead");
    await seeNotices(world.actors.lead, theirs);
    await seeNotices({ ...world.actors.otherLead, token: "nobody’s" }, theirs);
    expect(await unseen("otherLead")).toBe(before);
  });

  test("is written by the database alone: the web’s login neither makes, changes nor takes one away", async () => {
    for (const write of [
      "update notice set seen_at = null",
      "delete from notice",
      "insert into notice (person_id, kind, of_row, scorecard_id, month) select person_id, kind, gen_random_uuid(), scorecard_id, month from notice",
      "select tell(n, null) from notice n",
      "select access.unseen('{}')",
    ]) {
      await expect(database.asApp(write), write).rejects.toThrow("permission denied");
    }
  });

  test("is gone with the role that it was for, and nobody who lost it, or is shut out, is told any more", async () => {
    const ofTeam = (await told("secondLead")).length;
    expect(ofTeam).toBeGreaterThan(5);
    await as(
      `update role_grant set revoked_at = now() where person_id = '${world.people.secondLead}'; update person set disabled_at = now() where id = '${world.people.leadAndHead}'`,
    );
    const { token, origin } = world.actors.secondLead;
    await as(
      `insert into role_grant (organisation_id, person_id, role) values ('${world.organisationId}', '${world.people.secondLead}', 'reader')`,
    );
    const now = (await findActor(token, origin))!;
    const left = (await listNotices(now)).notices;
    expect(left.map(({ kind }) => kind)).toEqual(["published"]);
    expect(now.unseen).toBe(1);
    const newestOf = (who: Who) =>
      database.asOwner("select max(position)::int as position from notice where person_id = $1", [world.people[who]]);
    const before = await Promise.all([newestOf("secondLead"), newestOf("leadAndHead")]);
    await record("2.5", "20");
    await giveBack("head", (await submit("lead", "2.5", "Other words."))!.revisionId, "Why?");
    expect(await newest("lead")).toBe("The comment on 2.5 for December 2013 was returned by The head. Why?");
    expect(await Promise.all([newestOf("secondLead"), newestOf("leadAndHead")])).toEqual(before);
  });

  test("leaves the list after ninety days once it was seen, or its month is published; its row stays", async () => {
    const { auditor, otherHead } = world.people;
    const add = (person: string, month: string, days: number, seen: string) =>
      database.asOwner(
        `insert into notice (person_id, kind, of_row, scorecard_id, month, told_at, seen_at)
         values ($1, 'opened', gen_random_uuid(), $2, '${month}-01', now() - interval '${days} days', ${seen})`,
        [person, world.scorecard.id],
      );
    const shown = async (who: Who) => (await listNotices(world.actors[who])).notices.length;
    const before = [await shown("auditor"), await shown("otherHead"), await unseen("otherHead")] as const;
    await add(auditor, "2014-01", 89, "now()");
    await add(auditor, "2014-01", 91, "now()");
    await add(otherHead, "2014-01", 91, "null");
    await add(otherHead, "2013-11", 89, "null");
    await add(otherHead, "2013-11", 91, "null");
    expect([await shown("auditor"), await shown("otherHead")]).toEqual([before[0] + 1, before[1] + 2]);
    expect(await unseen("otherHead")).toBe(before[2]! + 2);
    expect(await database.asOwner("select from notice where told_at < now() - interval '90 days'")).toHaveLength(3);
    await database.asOwner("delete from notice where told_at < now() - interval '80 days'");
  });

  test("stands on pages, each from a position on", async () => {
    await database.asOwner(
      `insert into notice (person_id, kind, of_row, scorecard_id, month)
       select $1, 'published', gen_random_uuid(), $2, '2013-11-01' from generate_series(1, 40)`,
      [world.people.auditor, world.scorecard.id],
    );
    const first = await listNotices(world.actors.auditor);
    const second = await listNotices(world.actors.auditor, first.older);
    expect([first.notices.length, second.notices.length, second.older]).toEqual([30, 11, null]);
    const all = [...first.notices, ...second.notices].map(({ position }) => position);
    expect(all).toEqual(all.toSorted((a, b) => b - a));
    expect(new Set(all).size).toBe(41);
  });
});

describe("what is found of the history itself", () => {
  const verified = (kind: string, wrong: string) =>
    database.asOwner(`select audit.add_verification('${kind}', now(), 100, '${wrong}', '[]')`);
  const ofTheHistory = async (who: Who, of = world) =>
    (await told(who, of)).filter((words) => words.includes("history"));

  test("is told to the auditors and performance officers of every organisation, once a day, and to nobody else", async () => {
    await verified("verified", "[]");
    expect(await ofTheHistory("auditor")).toEqual([]);
    await verified("verified", '["Entry 3 is gone."]');
    await verified("not sealed", '["The key is another."]');
    await verified("not sealed", '["The key is another one."]');
    const words = [
      expect.stringMatching(/^Since .* nothing that is entered in the history can be sealed\./),
      expect.stringMatching(/^The history was verified on .* and something in it is not as it was entered\./),
    ];
    for (const who of ["auditor", "officer"] as const) {
      expect(await ofTheHistory(who)).toEqual(words);
      expect(await ofTheHistory(who, neighbour)).toEqual(words);
    }
    for (const who of ["lead", "head", "reader"] as const) expect(await ofTheHistory(who)).toEqual([]);
    const [notice] = (await listNotices(world.actors.auditor)).notices;
    expect(noticeLine(notice!, "Europe/London").href).toBe("/history/integrity");
  });
});
