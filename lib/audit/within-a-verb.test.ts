import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { bySql } from "#lib/testing/by-sql";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
const written = bySql(database, () => world);
const { record } = commented(() => world, database);
const state = { detail: "WRONG_STATE" };
const verb = { detail: "FALSE_VERB" };
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});

describe("a figure and a comment by SQL", () => {
  const figure = (value: string, month = "2014-01-01") =>
    written(
      "asApp",
      "lead",
      "actual.record",
      `insert into actual (indicator_id, month, value, numerator, denominator) values ('${world.indicators["2.5"]}', '${month}', ${value})`,
    );

  test("is one that could be a figure at all", async () => {
    for (const value of ["-5, null, null", "1e300, null, null", "50, -1, 2"]) {
      await expect(figure(value), value).rejects.toThrow("actual_of_0_to_999999999");
    }
  });

  test("is of a month that can be shown, though a scorecard had others", async () => {
    for (const month of ["infinity", "0001-01-01 BC", "10000-01-01"]) {
      const made = `with s as (insert into scorecard (organisation_id, slug, name) values ('${world.organisationId}', 'odd', 'Odd') returning id)
        insert into scorecard_month (scorecard_id, month, opened_by) select id, '${month}', '${world.people.officer}' from s`;
      await expect(written("asApp", "officer", "import.commit", made), month).rejects.toThrow(
        "scorecard_month_first_of_month",
      );
    }
  });

  test("has revisions that are numbered in turn, so that there can always be another", async () => {
    const draft = (number: number) =>
      written(
        "asApp",
        "lead",
        "comment.draft",
        `with c as (insert into comment (indicator_id, month) values ('${world.indicators["2.5"]}', '2014-01-01') returning id)
         insert into comment_revision (comment_id, indicator_id, month, number, source, words, written_by)
         select id, '${world.indicators["2.5"]}', '2014-01-01', ${number}, 'person', 'Words.', '${world.people.lead}' from c`,
      );
    for (const number of [0, 2, 2_147_483_647]) await expect(draft(number)).rejects.toThrow("numbered in turn");
    await draft(1);
  });
});

describe("clearing a figure by SQL", () => {
  test("leaves nothing of it, and nothing else", async () => {
    await record("2.5", "4");
    for (const set of ["value = 5", "missing = 'x', value = null", "note = 'A note.'", "provisional = true"]) {
      await expect(
        written("asApp", "lead", "actual.clear", `update actual set ${set} where value = 4`),
        set,
      ).rejects.toMatchObject(verb);
    }
    await written("asApp", "lead", "actual.clear", "update actual set value = null where value = 4");
  });
});

describe("a refusal by SQL", () => {
  const refuse = (code: string, reason = "null") =>
    database.asApp(
      `select audit.refuse('${world.actors.lead.token}', 'comment.approve', ${code}, ${reason}, null, null, null, null, null)`,
    );
  const onSignIn = async (statement: string) => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_SIGN_IN_URL });
    await client.connect();
    return client.query(statement).finally(() => client.end());
  };

  test("has a code of the list, and a reason of a length", async () => {
    await expect(refuse("'You are a fool.'")).rejects.toThrow("refusal_code_is_known");
    await expect(refuse("null")).rejects.toThrow("refused_with_its_code");
    await expect(refuse("'WRONG_ROLE'", "repeat('x', 2001)")).rejects.toThrow("at most 2000");
    await expect(onSignIn("select access.refuse_sign_in(null, 'OTHERWISE', 1, null, null)")).rejects.toThrow(
      "refusal_code_is_known",
    );
    await expect(onSignIn("select access.refuse_sign_in(null, 'DISABLED', -5, null, null)")).rejects.toMatchObject(
      state,
    );
    await refuse("'WRONG_ROLE'");
  });

  test("stands for no more than can be added up", async () => {
    await onSignIn(`select access.refuse_sign_in('${world.people.lead}', 'DISABLED', 2000000000, null, null)`);
    const [told] = await database.asOwner(
      "select after ->> 'attempts' as attempts from audit.entry order by position desc limit 1",
    );
    expect(told).toEqual({ attempts: "1000000" });
  });

  test("is of Candour's own verbs, where it says that it was Candour who was refused", async () => {
    const refused = (what: string) =>
      database.asApp(
        `select audit.refuse_unsigned('system', '${what}', 'WRONG_STATE', 'Why.', null, null, null, null)`,
      );
    await expect(refused("comment.approve")).rejects.toMatchObject(verb);
    await refused("system.change");
    const nowhere = `select audit.refuse_unsigned('system', 'system.change', 'WRONG_STATE', 'Why.', gen_random_uuid(), null, null, null)`;
    await expect(database.asApp(nowhere)).rejects.toMatchObject({ detail: "WRONG_SCOPE" });
    const begun = "select audit.begin_system('system.change', 'Why.', gen_random_uuid())";
    await expect(database.asApp(begun)).rejects.toMatchObject({ detail: "NO_AUTHOR" });
  });

  test("is entered by nobody whose session is over", async () => {
    const count = async () =>
      (await database.asOwner("select count(*)::int as n from audit.entry where operation = 'refused'"))[0];
    const before = await count();
    await database.asOwner(
      `update session_touch set touched_at = '2000-01-01' where session_id = '${world.actors.reader.sessionId}'`,
    );
    await database.asApp(
      `select audit.refuse('${world.actors.reader.token}', 'comment.approve', 'WRONG_ROLE', null, null, null, null, null, null)`,
    );
    expect(await count()).toEqual(before);
  });

  test("and what was taken away are no more than a few words", async () => {
    for (const asked of ["jsonb_build_object('x', repeat('x', 20001))", `'"a text"'`, `'{"x": {"y": 1}}'`, "'[]'"]) {
      const read = `select audit.read('${world.actors.auditor.token}', 'history.export', null, ${asked}, null, null)`;
      await expect(database.asApp(read), asked).rejects.toMatchObject({ detail: "INVALID" });
    }
  });
});

describe("a session by SQL", () => {
  test("sets a password's hash that is one, and as dear to try as the others", async () => {
    const dear = "$argon2id$v=19$m=9999999,t=9,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNo";
    for (const hash of ["not a hash", dear]) {
      await expect(
        written("asApp", "lead", "password.change", `perform access.change_password('${hash}')`),
      ).rejects.toThrow("password_hash_is_argon2id");
    }
  });

  test("does in nobody else's name what is anybody's own", async () => {
    await database.asOwner(`do $$ begin perform audit.begin_operator('away');
      insert into deputy (organisation_id, head_id, deputy_id, team_id, from_day, to_day)
      values ('${world.organisationId}', '${world.people.otherHead}', '${world.people.head}', '${world.teams.workforce}', current_date - 1, current_date + 1); end $$`);
    const own = `select audit.begin_person('${world.actors.head.token}', 'session.end', null, null, null, null, null, null, '${world.people.otherHead}')`;
    await expect(database.asApp(own)).rejects.toMatchObject({ detail: "WRONG_ROLE" });
  });

  test("that ends by time writes no more in a transaction that began before", async () => {
    const { token, sessionId } = world.actors.lead;
    const client = new pg.Client({ connectionString: process.env.DATABASE_APP_URL });
    await client.connect();
    const write = "update actual set value = value + 1 where month = '2013-12-01'";
    await client.query("begin");
    await client.query(`select audit.begin_person('${token}', 'actual.record', null, null, null, null, null)`);
    await client.query("select pg_sleep(1.1)");
    await client.query(write);
    await database.asOwner(`update session_touch set touched_at = '2000-01-01' where session_id = '${sessionId}'`);
    await expect(client.query(write)).rejects.toMatchObject({ detail: "SESSION_ENDED" });
    await client.end();
  });
});
