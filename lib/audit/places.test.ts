import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { bySql } from "#lib/testing/by-sql";
import { letIn } from "#lib/testing/let-in";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

type Who = keyof World["actors"];

const database = useDatabase();
const written = bySql(database, () => world);
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});

describe("the place of a write", () => {
  const record = (who: Who, indicator: string, month: string): Promise<unknown> =>
    written(
      "asApp",
      who,
      "actual.record",
      `insert into actual (indicator_id, month, value) values ('${indicator}', '${month}', 1)`,
    );

  test("is one's own team's, in an open month, in one's own organisation", async () => {
    const neighbour = await makeNeighbour(database);
    const wrong = { detail: "WRONG_SCOPE" };
    const shut = { detail: "MONTH_CLOSED" };
    await expect(record("otherLead", world.indicators["2.3"], "2014-01-01")).rejects.toMatchObject(wrong);
    await expect(record("lead", world.indicators["2.3"], "2014-06-01")).rejects.toMatchObject(shut);
    await expect(record("lead", neighbour.indicators["2.3"], "2014-01-01")).rejects.toMatchObject(wrong);
    const closed = "update actual set value = 99 where month = '2013-11-01'";
    await expect(written("asApp", "lead", "actual.record", closed)).rejects.toMatchObject(shut);
    const ended = `update session set ended_by = '${world.people.officer}' where person_id = '${neighbour.people.officer}'`;
    await expect(written("asApp", "officer", "person.end_sessions", ended)).rejects.toMatchObject(wrong);
    const theirs = `insert into team (organisation_id, slug, name) values ('${neighbour.organisationId}', 'mine', 'Mine')`;
    await expect(written("asApp", "officer", "import.commit", theirs)).rejects.toMatchObject(wrong);
    await record("lead", world.indicators["2.3"], "2014-01-01");
  });
});

describe("an import's verb", () => {
  test("writes in the scorecard that it makes, and in no other", async () => {
    const { officer } = world.people;
    for (const write of [
      `insert into actual (indicator_id, month, value) values ('${world.indicators["4.3"]}', '2014-01-01', 1)`,
      `insert into band_set (indicator_id, from_month, set_by) values ('${world.indicators["2.3"]}', '2013-11-01', '${officer}')`,
      `insert into indicator_team (indicator_id, from_month, team_id, set_by) values ('${world.indicators["2.3"]}', '2014-01-01', '${world.teams.workforce}', '${officer}')`,
      `insert into scorecard_month (scorecard_id, month, opened_by) values ('${world.scorecard.id}', '2013-10-01', '${officer}')`,
    ]) {
      await expect(written("asApp", "officer", "import.commit", write), write).rejects.toMatchObject({
        detail: "WRONG_SCOPE",
      });
    }
  });
});

describe("what is written", () => {
  test("is judged as things are, never by an older snapshot", async () => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_APP_URL });
    await client.connect();
    const begin = `select audit.begin_person('${world.actors.lead.token}', 'actual.record', null, null, null, null, null)`;
    for (const level of ["repeatable read", "serializable"]) {
      await client.query(`begin isolation level ${level}`);
      await expect(client.query(begin), level).rejects.toThrow("as things are now");
      await client.query("rollback");
    }
    await client.end();
  });

  test("passes no door but the real ones, whatever another is called", async () => {
    for (const schema of ["xaudit", "x_audit"]) {
      await database.asOwner(`create schema ${schema};
        create function ${schema}.begin_person() returns void language plpgsql as $$ declare given audit.action; begin
          given.kind := 'person'; given.person := '${world.people.head}'; given.verb := 'comment.approve'; given.outcome := 'done';
          given := audit.open_action(given); end $$;
        create function ${schema}.refuse() returns void language plpgsql as $$ declare given audit.entry; begin
          given.action := (select id from audit.action limit 1); given.verb := 'x'; given.operation := 'changed';
          given := audit.append_entry(given); end $$`);
      await expect(database.asOwner(`select ${schema}.begin_person()`)).rejects.toThrow("never by hand");
      await expect(database.asOwner(`select ${schema}.refuse()`)).rejects.toThrow("never by hand");
    }
  });

  test("names as its authors who writes, and who wrote there before", async () => {
    const draft = (
      author: string,
    ) => `with c as (insert into comment (indicator_id, month) values ('${world.indicators["2.5"]}', '2014-01-01') returning id),
      r as (insert into comment_revision (comment_id, indicator_id, month, number, source, words, written_by)
        select id, '${world.indicators["2.5"]}', '2014-01-01', 1, 'person', 'Words.', '${world.people.lead}' from c returning id)
      insert into revision_author (revision_id, indicator_id, month, person_id) select id, '${world.indicators["2.5"]}', '2014-01-01', '${author}' from r`;
    await expect(written("asApp", "lead", "comment.draft", draft(world.people.head))).rejects.toMatchObject({
      detail: "FALSE_AUTHOR",
    });
    await written("asApp", "lead", "comment.draft", draft(world.people.lead));
  });

  test("by a deputy is of the team that they stand in for", async () => {
    await database.asOwner(`do $$ begin perform audit.begin_operator('away');
      insert into role_grant (organisation_id, person_id, role, team_id) values ('${world.organisationId}', '${world.people.head}', 'head of service', '${world.teams.workforce}');
      insert into deputy (organisation_id, head_id, deputy_id, team_id, from_day, to_day)
      values ('${world.organisationId}', '${world.people.head}', '${world.people.auditor}', '${world.teams.workforce}', current_date, current_date); end $$`);
    await written(
      "asApp",
      "lead",
      "comment.submit",
      `update comment_revision set submitted_by = '${world.people.lead}'`,
    );
    const decided = `do $$ begin perform audit.begin_person('${world.actors.auditor.token}', 'comment.approve', null, null, null, null, null, null, '${world.people.head}');
      insert into comment_decision (revision_id, indicator_id, month, kind, decided_by, for_person)
      select id, indicator_id, month, 'approved', '${world.people.auditor}', '${world.people.head}' from comment_revision; end $$`;
    await expect(database.asApp(decided)).rejects.toMatchObject({ detail: "WRONG_SCOPE" });
  });
});

describe("a decision", () => {
  const decide = (verb: "comment.approve" | "approval.withdraw", kind: string, figure: string) =>
    written(
      "asApp",
      "head",
      verb,
      `insert into comment_decision (revision_id, indicator_id, month, kind, reason, decided_by, figure)
       select id, indicator_id, month, '${kind}', 'Why.', '${world.people.head}', ${figure} from comment_revision`,
    );
  const wrong = { detail: "WRONG_STATE" };

  test("says the figure that stands, and takes back only what was approved", async () => {
    await expect(decide("comment.approve", "approved", "99")).rejects.toMatchObject(wrong);
    await expect(decide("approval.withdraw", "withdrawn", "null")).rejects.toMatchObject(wrong);
    await decide("comment.approve", "approved", "null");
    const taken = `update comment_revision set withdrawn_by = '${world.people.lead}'`;
    await expect(written("asApp", "lead", "comment.withdraw", taken)).rejects.toMatchObject(wrong);
    await decide("approval.withdraw", "withdrawn", "null");
    await expect(decide("approval.withdraw", "withdrawn", "null")).rejects.toMatchObject(wrong);
  });
});

describe("the last performance officer", () => {
  const operated = (write: string): Promise<unknown> =>
    database.asOwner(`do $$ begin perform audit.begin_operator('leaving'); ${write}; end $$`);
  const revoke = (person: string) =>
    operated(`update role_grant set revoked_at = now() where person_id = '${person}' and role = 'performance officer'`);
  const stays = "The last performance officer stays";

  test("can neither lose the role nor leave", async () => {
    await expect(revoke(world.people.officer)).rejects.toThrow(stays);
    await expect(
      operated(`update person set disabled_at = now() where id = '${world.people.officer}'`),
    ).rejects.toThrow(stays);
  });

  test("not even where two go at the same time", async () => {
    await letIn(database, world.people.officer, world.people.reader);
    await operated(
      `insert into role_grant (organisation_id, person_id, role) values ('${world.organisationId}', '${world.people.reader}', 'performance officer')`,
    );
    const gone = await Promise.allSettled([revoke(world.people.officer), revoke(world.people.reader)]);
    expect(gone.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});
