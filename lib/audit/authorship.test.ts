import { beforeAll, describe, expect, test } from "vitest";
import { comment, commentDecision, commentRevision } from "#db/schema/commentary";
import { useDatabase } from "#db/testing/use-database";
import { untoldRows, watchedTables } from "#db/untold-rows";
import type { Verb } from "#lib/access/permissions";
import { perform } from "#lib/audit/perform";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
  // What stands behind the list of verbs is tried by itself.
  await database.asOwner("update audit.verb_write set just_made = false");
  await database.asOwner(
    `do $$ begin perform audit.begin_operator('more months'); insert into scorecard_month (scorecard_id, month)
     values ('${world.scorecard.id}', '2014-02-01'), ('${world.scorecard.id}', '2014-03-01'); end $$`,
  );
});

const statement = (who: keyof World["actors"], verb: Verb, text: string) =>
  perform(world.actors[who], verb, (tx) => tx.execute(text));

/** A comment on 2.3 for a month, drafted by the lead, its words then changed by whom `reviser` says, and submitted. */
async function submittedRevision(
  month: "2013-12" | "2014-01" | "2014-02",
  reviser: "lead" | "leadAndHead",
): Promise<string> {
  const cell = { indicatorId: world.indicators["2.3"], month } as const;
  const id = await perform(world.actors.lead, "comment.draft", async (tx, { person }) => {
    const [of] = await tx.insert(comment).values(cell).returning({ id: comment.id });
    const [revision] = await tx
      .insert(commentRevision)
      .values({
        ...cell,
        commentId: of!.id,
        number: 1,
        source: "person",
        words: "Words that nobody else may see.",
        writtenBy: person.id,
      })
      .returning({ id: commentRevision.id });
    return revision!.id;
  });
  await statement(
    reviser,
    "comment.draft",
    `update comment_revision set words = 'Words of ${reviser}.', written_at = now(), written_by = '${world.people[reviser]}' where id = '${id}'`,
  );
  await statement(
    "lead",
    "comment.submit",
    `update comment_revision set submitted_by = '${world.people.lead}' where id = '${id}'`,
  );
  return id!;
}

const approve = (who: "head" | "leadAndHead", revisionId: string, month: "2013-12" | "2014-01") =>
  perform(world.actors[who], "comment.approve", async (tx, { person }) => {
    const cell = { indicatorId: world.indicators["2.3"], month } as const;
    await tx.insert(commentDecision).values({ ...cell, revisionId, kind: "approved", decidedBy: person.id });
  });

describe("no write without an author", () => {
  test("to any table under the trail, by the owner or by the web's login", async () => {
    const tables = await watchedTables(database);
    expect(tables.length).toBe(46);
    for (const { table, key } of tables) {
      const writes = [`insert into "${table}" default values`, `update "${table}" set "${key}" = "${key}"`];
      for (const write of writes) {
        const [row] = await database.asOwner(`select exists (select from "${table}") as there`);
        if (write.startsWith("update") && !row?.there) continue;
        await expect(database.asOwner(write), `owner: ${write}`).rejects.toThrow("no author");
        await expect(database.asApp(write), `web: ${write}`).rejects.toThrow(/no author|permission denied/);
      }
      await expect(database.asOwner(`truncate "${table}" cascade`), table).rejects.toThrow("never deleted");
      await expect(database.asApp(`delete from "${table}"`), table).rejects.toThrow("permission denied");
    }
  });

  test("not even where an action of another time has this transaction's id, as after a restore", async () => {
    const restored = `alter table audit.action disable trigger user;
      insert into audit.action (xid, begun_at, kind, person, verb, outcome)
        values (pg_current_xact_id(), now() - interval '1 year', 'person', '${world.people.head}', 'actual.record', 'done');
      alter table audit.action enable always trigger require_door;
      update team set name = 'Mine';`;
    await expect(database.asOwner(restored)).rejects.toThrow("no author");
  });

  test("nor after a refusal was entered in the same transaction, nor in a second person's name", async () => {
    const { lead, head } = world.actors;
    const refused = `do $$ begin
      perform audit.refuse('${lead.token}', 'actual.record', 'WRONG_ROLE', null, null, null, null, null, null);
      update actual set value = 1; end $$`;
    await expect(database.asApp(refused)).rejects.toThrow("no author");
    const begin = (token: string, verb: string) =>
      `perform audit.begin_person('${token}', '${verb}', null, null, null, null, null);`;
    const both = begin(lead.token, "actual.record") + begin(head.token, "comment.approve");
    await expect(database.asApp(`do $$ begin ${both} end $$`)).rejects.toThrow("one_action_a_transaction");
  });

  test("nor by an action that was rolled back, nor by that of an earlier transaction", async () => {
    const { token } = world.actors.lead;
    const begin = `perform audit.begin_person('${token}', 'actual.record', null, null, null, null, null);`;
    const undone = `do $$ begin
      begin ${begin} raise exception 'undone'; exception when raise_exception then null; end;
      update actual set value = 1; end $$`;
    await expect(database.asApp(undone)).rejects.toThrow("no author");
    await database.asApp(`do $$ begin ${begin} end $$`);
    await expect(database.asApp("update actual set value = 1")).rejects.toThrow("no author");
  });
});

describe("nobody's name", () => {
  test("is put to what they did not do, nor left out of what somebody does", async () => {
    const closing = (by: string) =>
      `update scorecard_month set closed_at = now(), closed_by = ${by} where closed_at is null`;
    for (const by of [`'${world.people.head}'`, "null"]) {
      await expect(statement("officer", "import.commit", closing(by))).rejects.toMatchObject({
        cause: { detail: "FALSE_AUTHOR" },
      });
    }
  });

  test("stands for a role that nobody granted, which is how one would grant it to oneself", async () => {
    const { organisationId, people } = world;
    for (const by of [`'${people.officer}'`, "null"]) {
      const grant = `insert into role_grant (organisation_id, person_id, role, granted_by)
        values ('${organisationId}', '${people.officer}', 'auditor', ${by})`;
      await expect(statement("officer", "import.commit", grant)).rejects.toThrow(/role_grant/);
    }
  });

  test("decides for a head of service whose deputy it does not act as", async () => {
    const { people, indicators } = world;
    const revision = await submittedRevision("2014-02", "lead");
    const decide = `insert into comment_decision (indicator_id, month, revision_id, kind, decided_by, for_person)
      values ('${indicators["2.3"]}', '2014-02-01', '${revision}', 'approved', '${people.head}', '${people.otherHead}')`;
    await expect(statement("head", "comment.approve", decide)).rejects.toMatchObject({
      cause: { detail: "FALSE_AUTHOR" },
    });
  });

  test("stands under words that another wrote since", async () => {
    const { people, indicators } = world;
    await statement(
      "lead",
      "comment.draft",
      `with c as (insert into comment (indicator_id, month) values ('${indicators["2.3"]}', '2014-03-01') returning id)
       insert into comment_revision (comment_id, indicator_id, month, number, source, words, written_by)
       select id, '${indicators["2.3"]}', '2014-03-01', 1, 'person', 'First.', '${people.lead}' from c`,
    );
    const changed = "update comment_revision set words = 'Second.' where month = '2014-03-01'";
    await expect(statement("leadAndHead", "comment.draft", changed)).rejects.toMatchObject({
      cause: { detail: "FALSE_AUTHOR" },
    });
  });

  test("revives what has ended: a session, a role", async () => {
    await statement(
      "secondLead",
      "session.end",
      `update session set ended_by = '${world.people.secondLead}' where id = '${world.actors.secondLead.sessionId}'`,
    );
    const revive = `update session set ended_at = null, ended_by = null where id = '${world.actors.secondLead.sessionId}'`;
    await expect(
      database.asOwner(`do $$ begin perform audit.begin_operator('again'); ${revive}; end $$`),
    ).rejects.toMatchObject({ detail: "KEPT" });
  });

  test("approves its own words: not where the revision says so, nor where only the trail does", async () => {
    const own = await submittedRevision("2013-12", "lead");
    const others = await submittedRevision("2014-01", "leadAndHead");
    await expect(approve("leadAndHead", others, "2014-01")).rejects.toMatchObject({ code: "OWN_WORDS" });
    await approve("head", own, "2013-12");
    await approve("head", others, "2014-01");
    const refusals = await database.asOwner(
      `select a.code, e.verb from audit.entry e join audit.action a on a.id = e.action
       where e.person = $1 and e.operation = 'refused'`,
      [world.people.leadAndHead],
    );
    expect(refusals).toEqual([{ code: "OWN_WORDS", verb: "comment.approve" }]);
  });
});

describe("the trail", () => {
  test("tells the whole of every row, of whoever wrote it", async () => {
    expect(await untoldRows(database)).toEqual([]);
  });

  test("gives every entry its organisation, so that its auditor sees it", async () => {
    const [homeless] = await database.asOwner("select count(*)::int as n from audit.entry where organisation is null");
    expect(homeless).toEqual({ n: 0 });
  });

  test("holds no word of a comment and no token, wherever one looks", async () => {
    const secrets = ["Words that nobody else may see", "Words of", world.actors.lead.token, world.actors.head.token];
    for (const secret of secrets) {
      const [found] = await database.asOwner(
        "select (select count(*) from audit.entry e where e::text like $1)::int + (select count(*) from audit.action a where a::text like $1)::int as n",
        [`%${secret}%`],
      );
      expect(found, secret).toEqual({ n: 0 });
    }
    const [hashes] = await database.asOwner(
      "select count(*)::int as n from audit.entry e join session s on e::text like '%' || s.token_hash || '%'",
    );
    expect(hashes).toEqual({ n: 0 });
  });

  test("is missed at start-up where a trigger of it is off, ordinary or gone", async () => {
    const missed = async () => (await database.asOwner("select audit.unwatched() as name")).map(({ name }) => name);
    expect(await missed()).toEqual([]);
    for (const [table, trigger] of [
      ["public.actual", "record_entry"],
      ["audit.entry", "refuse_change"],
      ["audit.action", "require_door"],
      ["public.comment_decision", "refuse_own_words"],
    ]) {
      for (const state of ["disable trigger", "enable trigger"]) {
        await database.asOwner(`alter table ${table} ${state} ${trigger}`);
        expect(await missed(), `${table} ${state} ${trigger}`).not.toEqual([]);
        await database.asOwner(`alter table ${table} enable always trigger ${trigger}`);
      }
    }
    await database.asOwner("drop trigger keep_submitted_authors on revision_author");
    expect(await missed()).toEqual(["revision_author.keep_submitted_authors"]);
    await database.asOwner(
      "drop trigger keep_months_in_turn on scorecard_month; drop trigger keep_fact on bank_holiday; drop trigger keep_editions_in_turn on edition; drop trigger take_its_cut on edition",
    );
    expect(await missed()).toEqual([
      "bank_holiday.keep_fact",
      "edition.keep_editions_in_turn",
      "edition.take_its_cut",
      "revision_author.keep_submitted_authors",
      "scorecard_month.keep_months_in_turn",
    ]);
    await database.asOwner("drop trigger lapse_approvals on actual");
    expect(await missed()).toContain("actual.lapse_approvals");
  });
});
