import { beforeAll, describe, expect, test } from "vitest";
import { untoldRows } from "#db/testing/untold-rows";
import { useDatabase } from "#db/testing/use-database";
import { type VerbRule, verbs } from "#db/verbs";
import { may, type Verb } from "#lib/access/permissions";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

type Who = keyof World["actors"];
type Table = { name: string; columns: { name: string; type: string }[]; hasRows: boolean };

const database = useDatabase();
const rules: Record<string, VerbRule> = verbs;
let world: World;
let tables: Table[];

beforeAll(async () => {
  world = await makeWorld(database);
  const columns = await database.asOwner(
    `select c.table_name as table, c.column_name as name, c.data_type as type
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('limits', 'session_touch', 'migration')`,
  );
  const byTable = Map.groupBy(columns as { table: string; name: string; type: string }[], ({ table }) => table);
  tables = await Promise.all(
    [...byTable].map(async ([name, of]) => {
      const [row] = await database.asOwner(`select exists (select from "${name}") as there`);
      return { name, columns: of, hasRows: Boolean(row?.there) };
    }),
  );
  await database.asOwner(`create function taken(token text, verb text, statements text[]) returns text[] language plpgsql as $$
    declare taken text[] := '{}'; statement text; why text;
    begin
      perform audit.begin_person(token, verb, null, null, null, null, null);
      foreach statement in array statements loop
        begin
          execute statement;
          taken := taken || statement;
        exception when others then
          get stacked diagnostics why = pg_exception_detail;
          if why <> 'FALSE_VERB' then raise; end if;
        end;
      end loop;
      return taken;
    end $$`);
});

const holderOf = (verb: string): Who =>
  (["lead", "head", "auditor", "officer", "reader"] as const).find((who) => may(world.actors[who], verb as Verb))!;

/** What somebody writes by a verb, with SQL as one of the two logins that could. */
const written = (as: "asApp" | "asOwner", who: Who, verb: string, write: string): Promise<unknown> =>
  database[as](
    `do $$ begin perform audit.begin_person('${world.actors[who].token}', '${verb}', null, null, null, null, null); ${write}; end $$`,
  );

const another: Record<string, string> = {
  uuid: "gen_random_uuid()",
  text: "'another'",
  date: "'1999-01-01'",
  "timestamp with time zone": "now()",
  jsonb: "'1'",
  ARRAY: "'{another}'",
};
const anotherOf = ({ name, type }: Table["columns"][number]) =>
  type === "boolean" ? `not "${name}"` : (another[type] ?? "7");

describe("what a verb writes", () => {
  test("are tables and columns that there are", () => {
    for (const [verb, { writes = {} }] of Object.entries(rules)) {
      for (const [table, { changes = [], makes = {} }] of Object.entries(writes)) {
        const columns = tables.find(({ name }) => name === table)?.columns.map(({ name }) => name);
        expect(columns, `${verb} ${table}`).toEqual(expect.arrayContaining([...changes, ...Object.keys(makes)]));
      }
    }
  });

  test("and who may, is what the database was told, of every verb", async () => {
    const told = await database.asOwner("select * from audit.verb where of_person");
    expect(new Set(told.map(({ verb }) => verb))).toEqual(new Set(Object.keys(rules)));
    for (const { verb, roles, takes_away, in_open_month } of told) {
      const { by, takesAway = false, inOpenMonth = false } = rules[String(verb)]!;
      expect([roles ?? "signed in", takes_away, in_open_month], String(verb)).toEqual([by, takesAway, inOpenMonth]);
    }
  });

  test.each(Object.keys(rules))("%s: is all that it can write, in any table, even as the owner", async (verb) => {
    const tried = tables.flatMap(({ name, columns, hasRows }) => {
      const { makes, changes = [] } = rules[verb]?.writes?.[name] ?? {};
      return [
        ...(makes ? [] : [`insert into "${name}" default values`]),
        ...columns
          .filter((column) => hasRows && !changes.includes(column.name))
          .map((column) => `update "${name}" set "${column.name}" = ${anotherOf(column)}`),
      ];
    });
    const { token } = world.actors[holderOf(verb)];
    expect(await database.asOwner("select taken($1, $2, $3)", [token, verb, tried])).toEqual([{ taken: [] }]);
  });
});

const attacks: [what: string, who: Who, verb: Verb, write: () => string][] = [
  [
    "invites themselves as a head of service",
    "officer",
    "import.commit",
    () =>
      `insert into invitation (person_id, token_hash, expires_at) values ('${world.people.officer}', 'x', now() + interval '1 day')`,
  ],
  [
    "grants themselves a role",
    "officer",
    "import.commit",
    () =>
      `insert into role_grant (organisation_id, person_id, role, granted_by) values ('${world.organisationId}', '${world.people.officer}', 'auditor', '${world.people.officer}')`,
  ],
  ["revokes the last officer", "officer", "person.end_sessions", () => "update role_grant set revoked_at = now()"],
  ["changes an e-mail address", "reader", "session.end", () => "update person set email = 'x@candour.test'"],
  [
    "reopens a month",
    "officer",
    "import.commit",
    () => "update scorecard_month set closed_at = null, closed_by = null",
  ],
  [
    "closes a month by another verb",
    "lead",
    "actual.record",
    () => `update scorecard_month set closed_by = '${world.people.lead}' where closed_at is null`,
  ],
  [
    "approves by returning",
    "head",
    "comment.return",
    () =>
      `insert into comment_decision (revision_id, indicator_id, month, kind, decided_by) values (gen_random_uuid(), '${world.indicators["2.3"]}', '2013-12-01', 'approved', '${world.people.head}')`,
  ],
  [
    "invents an imported comment",
    "lead",
    "comment.draft",
    () =>
      `insert into comment_revision (comment_id, indicator_id, month, number, source, words) values (gen_random_uuid(), '${world.indicators["2.3"]}', '2013-12-01', 1, 'import', 'Words.')`,
  ],
  [
    "ends another's session as their own",
    "reader",
    "session.end",
    () => `update session set ended_by = '${world.people.reader}' where person_id = '${world.people.officer}'`,
  ],
  ["sets a password without its verb", "reader", "session.end", () => "perform access.change_password('x')"],
];

describe("somebody who can run SQL as the web's login, with a live session", () => {
  test.each(attacks)("never %s", async (_what, who, verb, write) => {
    await expect(written("asApp", who, verb, write())).rejects.toThrow(
      /permission denied|never changes|does not write this/,
    );
    expect(await untoldRows(database)).toEqual([]);
  });
});

describe("a door", () => {
  const begun = (who: Who, verb: string): Promise<unknown> =>
    database.asApp(`select audit.begin_person('${world.actors[who].token}', '${verb}', null, null, null, null, null)`);

  test("refuses a verb to a role that does not have it, however it is called", async () => {
    for (const [who, verb] of [
      ["reader", "actual.record"],
      ["lead", "comment.approve"],
      ["auditor", "import.commit"],
      ["officer", "actual.record"],
    ] as const) {
      await expect(begun(who, verb), verb).rejects.toMatchObject({ detail: "WRONG_ROLE" });
    }
    for (const verb of ["person.invite", "operator.change", "system.change", "nothing", ""]) {
      await expect(begun("officer", verb), verb).rejects.toMatchObject({ detail: "WRONG_ROLE" });
    }
  });

  test("for reading lets take away what may be taken away, by whom it may be, and opens no write", async () => {
    const read = (who: Who, verb: string) =>
      `select audit.read('${world.actors[who].token}', '${verb}', null, '{}', null, null)`;
    await expect(database.asApp(read("reader", "history.export"))).rejects.toMatchObject({ detail: "WRONG_ROLE" });
    await expect(database.asApp(read("lead", "actual.record"))).rejects.toMatchObject({ detail: "FALSE_VERB" });
    await expect(
      database.asApp(`do $$ begin perform (${read("lead", "history.export")}); update actual set value = 1; end $$`),
    ).rejects.toThrow("no author");
  });

  test("enters no refusal of a verb that there is not", async () => {
    const refused = `select audit.refuse('${world.actors.lead.token}', 'nothing', 'WRONG_ROLE', null, null, null, null, null, null)`;
    await expect(database.asApp(refused)).rejects.toMatchObject({ detail: "FALSE_VERB" });
  });
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
    const begin = `begin isolation level repeatable read; select audit.begin_person('${world.actors.lead.token}', 'actual.record', null, null, null, null, null); commit`;
    await expect(database.asApp(begin)).rejects.toThrow("as things are now");
    await database.asApp("rollback").catch(() => undefined);
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
    await operated(
      `insert into role_grant (organisation_id, person_id, role) values ('${world.organisationId}', '${world.people.reader}', 'performance officer')`,
    );
    const gone = await Promise.allSettled([revoke(world.people.officer), revoke(world.people.reader)]);
    expect(gone.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});
