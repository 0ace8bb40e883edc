import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { untoldRows } from "#db/untold-rows";
import { type VerbRule, verbs, writesOf } from "#db/verbs";
import { may, type Verb } from "#lib/access/permissions";
import { bySql } from "#lib/testing/by-sql";
import { makeWorld, type World } from "#lib/testing/world";

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
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('limits', 'session_touch', 'notice', 'migration')`,
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

const written = bySql(database, () => world);

const another: Record<string, string> = {
  uuid: "gen_random_uuid()",
  text: "'another'",
  date: "'1999-01-01'",
  "timestamp with time zone": "now()",
  jsonb: "'1'",
  ARRAY: "'{another}'",
};
const anotherOf = ({ name, type }: Table["columns"][number]) =>
  type === "boolean" ? `"${name}" is not true` : (another[type] ?? "7");

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
    for (const { verb, roles, takes_away, in_open_month, or_given_back } of told) {
      const { by, takesAway = false, inOpenMonth = false, orGivenBack = false } = rules[String(verb)]!;
      expect([roles ?? "signed in", takes_away, in_open_month, or_given_back], String(verb)).toEqual([
        by,
        takesAway,
        inOpenMonth,
        orGivenBack,
      ]);
    }
  });

  test.each(Object.keys(rules))("%s: is all that it can write, in any table, even as the owner", async (verb) => {
    const tried = tables.flatMap(({ name, columns, hasRows }) => {
      const { makes, changes = [] } = writesOf(rules[verb]!)[name] ?? {};
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
    for (const verb of [
      "invitation.accept",
      "reset.ask",
      "reset.follow",
      "operator.change",
      "system.change",
      "nothing",
      "",
    ]) {
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
