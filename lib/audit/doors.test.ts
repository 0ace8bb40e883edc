import { beforeAll, describe, expect, test } from "vitest";
import { migrate } from "#db/migrate";
import { logins } from "#db/testing/server";
import { useDatabase } from "#db/testing/use-database";
import { operator, type SystemActor } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});

const databaseName = async () => (await database.asOwner("select current_database() as name"))[0]?.name as string;
const newestAction = async () =>
  database.withWords((await database.asOwner("select * from audit.action order by begun_at desc limit 1"))[0]);

describe("the trail is written by its doors alone", () => {
  const columns = "kind, person, verb, outcome";
  const forged = () => `'person', '${world.people.head}', 'comment.approve', 'done'`;
  const frame = "PL/pgSQL function audit.open_action(audit.action) line 11 at SQL statement";
  const door =
    "PL/pgSQL function audit.begin_person(text,text,text,uuid,text,text,text,uuid,uuid) line 42 at assignment";

  test.each([
    ["a statement by itself", () => `insert into audit.action (${columns}) values (${forged()})`],
    [
      "a comment that names a door",
      () => `insert into audit.action (${columns}) values (${forged()}) /* audit.begin_person( */`,
    ],
    [
      "a comment with the whole call stack in it, inside a block",
      () =>
        `do $do$ begin insert into audit.action (${columns}) values (${forged()}) /*"\n${frame}\n${door}\n*/; end $do$`,
    ],
    [
      "the doors' own statement, with the call stack after it",
      () => `do $do$ declare given audit.action; begin given.kind := 'person'; given.person := '${world.people.head}';
        given.verb := 'comment.approve'; given.outcome := 'done'; given.id := gen_random_uuid(); given.xid := pg_current_xact_id();
        given.begun_at := now(); given.database_role := 'candour_app';
        insert into audit.action values (given.*) /*"\n${frame}\n${door}\n*/; end $do$`,
    ],
    [
      "the function that the doors call",
      () => `do $do$ declare given audit.action; begin given.kind := 'person'; given.person := '${world.people.head}';
        given.verb := 'comment.approve'; given.outcome := 'done'; given := audit.open_action(given); end $do$`,
    ],
    [
      "a query of that function under a name that is a call stack",
      () => `do $do$ declare given audit.action; begin given.kind := 'person'; given.verb := 'x'; given.outcome := 'done';
        perform audit.open_action(given) "\n${door}\n"; end $do$`,
    ],
    [
      "an entry by the function that the trigger calls",
      () => `do $do$ declare given audit.entry; begin given.action := (select id from audit.action limit 1); given.verb := 'x';
        given.operation := 'changed'; given := audit.append_entry(given); end $do$`,
    ],
  ])("not by %s", async (_name, statement) => {
    await expect(database.asOwner(statement())).rejects.toThrow("never by hand");
  });

  test("nor by a type, a trigger or a function put in the way of the doors", async () => {
    await database.asOwner(
      "create function audit.begin_person(given audit.action) returns int language sql as 'select 1'",
    );
    expect(await database.asOwner("select audit.unwatched() as name")).toEqual([{ name: "audit.begin_person" }]);
    await database.asOwner("drop function audit.begin_person(audit.action)");
    const told = await database.asOwner(
      `select p.proname from pg_proc p where p.pronamespace in ('audit'::regnamespace, 'access'::regnamespace, 'public'::regnamespace)
       and not coalesce(array_to_string(p.proconfig, ' ') like '%search_path=pg_catalog, %pg_temp%', false)`,
    );
    expect(told).toEqual([]);
    await database.asOwner("grant temporary on database " + (await databaseName()) + " to candour_owner");
    await expect(
      database.asOwner(`create temp table actual (id uuid, version int);
        create trigger record_entry after insert on pg_temp.actual for each row execute function audit.record_entry('id', '{}');
        select audit.begin_operator('x'); insert into pg_temp.actual values (gen_random_uuid(), 1)`),
    ).rejects.toThrow("tables of public");
  });

  test("and no login of the web makes anything temporary, or Candour does not start", async () => {
    expect(await migrate(database.ownerUrl, logins)).toEqual([]);
    await database.asOwner("grant temporary on database " + (await databaseName()) + " to candour_app");
    await expect(migrate(database.ownerUrl, logins)).rejects.toThrow("may make temporary tables");
    await database.asOwner("revoke temporary on database " + (await databaseName()) + " from candour_app");
  });

  test("nor by the web's login through what is not granted to it", async () => {
    for (const call of ["audit.open_action(null)", "audit.append_entry(null)", "audit.keep_words('x', null, 10)"]) {
      await expect(database.asApp(`select ${call}`), call).rejects.toThrow("permission denied");
    }
    await expect(
      database.asApp(
        "select audit.refuse_unsigned('operator', 'operator.change', 'WRONG_STATE', null, null, null, null, null)",
      ),
    ).rejects.toThrow("under their session");
  });
});

describe("one way to write, for everybody", () => {
  const candour = (): SystemActor => ({ kind: "system", reason: "a test", organisationId: world.organisationId });

  test("a command writes as an operator, with its reason", async () => {
    await perform(operator(database.ownerUrl, "renamed"), "operator.change", (tx) =>
      tx.execute("update team set name = 'Assessments' where slug = 'assessment'"),
    );
    expect(await newestAction()).toMatchObject({
      kind: "operator",
      verb: "operator.change",
      reason: "renamed",
      person: null,
    });
  });

  test("Candour writes as itself, but never who people are and what they may", async () => {
    await database.asOwner(
      "insert into audit.verb_write values ('system.change', 'actual', null, '{provisional}', false, false)",
    );
    await perform(candour(), "system.change", (tx) =>
      tx.execute("update actual set provisional = true where value = 63"),
    );
    expect(await newestAction()).toMatchObject({ kind: "system", reason: "a test", database_role: "candour_app" });
    for (const write of [
      `insert into role_grant (organisation_id, person_id, role) values ('${world.organisationId}', '${world.people.reader}', 'auditor')`,
      "update person set email = 'x@candour.test'",
      "update session set ended_by = null",
    ]) {
      await expect(
        perform(candour(), "system.change", (tx) => tx.execute(write)),
        write,
      ).rejects.toThrow("Failed query");
      await expect(
        database.asOwner(
          `do $$ begin perform audit.begin_system('system.change', 'x', '${world.organisationId}'); ${write}; end $$`,
        ),
        write,
      ).rejects.toMatchObject({ detail: "FALSE_VERB" });
    }
  });

  test("Candour's own door is for its own work, in one organisation, for a reason", async () => {
    for (const given of ["'actual.record', 'x', null", "'system.change', null, null", `'system.change', 'x', null`]) {
      await expect(database.asApp(`select audit.begin_system(${given})`), given).rejects.toThrow("its own work alone");
    }
  });

  test("what is refused to a command or to Candour is entered under them", async () => {
    const refuse = () => Promise.reject(new Refusal("WRONG_STATE", "Not now."));
    const about = { indicatorId: world.indicators["2.3"], month: "2013-12" } as const;
    await expect(
      perform(operator(database.ownerUrl, "in vain"), "operator.change", refuse, { about }),
    ).rejects.toMatchObject({ code: "WRONG_STATE" });
    await expect(perform(candour(), "system.change", refuse, { about })).rejects.toMatchObject({ code: "WRONG_STATE" });
    const entries = await database.asOwner(
      `select a.kind, a.code, a.organisation, e.team from audit.entry e join audit.action a on a.id = e.action
       where e.operation = 'refused' order by e.position`,
    );
    expect(entries).toEqual(
      ["operator", "system"].map((kind) => ({
        kind,
        code: "WRONG_STATE",
        organisation: world.organisationId,
        team: world.teams.assessment,
      })),
    );
  });
});

describe("a deputy", () => {
  const named = (days: string) => `do $$ begin perform audit.begin_operator('away');
    insert into deputy (organisation_id, head_id, deputy_id, team_id, from_day, to_day)
    values ('${world.organisationId}', '${world.people.otherHead}', '${world.people.head}', '${world.teams.workforce}', ${days}); end $$`;
  const acting = () => ({ ...world.actors.head, onBehalfOf: world.people.otherHead });

  test("acts in a head of service's name between two days, with that person's teams, and the trail says so", async () => {
    await expect(perform(acting(), "comment.approve", async () => undefined)).rejects.toMatchObject({
      code: "WRONG_SCOPE",
    });
    await database.asOwner(named("current_date - 9, current_date - 2"));
    await expect(perform(acting(), "comment.approve", async () => undefined)).rejects.toMatchObject({
      code: "WRONG_SCOPE",
    });
    await database.asOwner(named("current_date - 1, current_date + 1"));
    const roles = await perform(acting(), "comment.approve", async (_, present) => present.roles);
    expect(roles).toMatchObject([{ role: "head of service", team: { id: world.teams.workforce } }]);
    expect(await newestAction()).toMatchObject({ person: world.people.head, on_behalf_of: world.people.otherHead });
  });

  test("no more once it is withdrawn, or the head's own role is revoked; and not while either is in flight", async () => {
    const withdraw = `do $$ begin perform audit.begin_operator('back'); update deputy set withdrawn_at = now(); end $$`;
    const withdrawn = await perform(acting(), "comment.approve", async () => {
      const waiting = database.asOwner(withdraw);
      const first = await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 200, "it waits"))]);
      expect(first).toBe("it waits");
      return { waiting };
    });
    await withdrawn?.waiting;
    await expect(perform(acting(), "comment.approve", async () => undefined)).rejects.toMatchObject({
      code: "WRONG_SCOPE",
    });
  });

  test("nor of a head of service who left, or holds the role no more", async () => {
    await database.asOwner(named("current_date - 1, current_date + 1"));
    await perform(acting(), "comment.approve", async () => undefined);
    const { otherHead } = world.people;
    for (const [end, undo] of [
      [
        `update person set disabled_at = now() where id = '${otherHead}'`,
        `update person set disabled_at = null where id = '${otherHead}'`,
      ],
      [`update role_grant set revoked_at = now() where person_id = '${otherHead}' and revoked_at is null`, null],
    ]) {
      await database.asOwner(`do $$ begin perform audit.begin_operator('gone'); ${end}; end $$`);
      await expect(
        perform(acting(), "comment.approve", async () => undefined),
        end!,
      ).rejects.toMatchObject({
        code: "WRONG_SCOPE",
      });
      if (undo) await database.asOwner(`do $$ begin perform audit.begin_operator('back'); ${undo}; end $$`);
    }
  });
});
