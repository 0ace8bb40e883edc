import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { databaseRefusal } from "#lib/audit/database-refusal";
import { bySql } from "#lib/testing/by-sql";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
const written = bySql(database, () => world);
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});

/** The columns of a kind that the web's login makes or changes, with the table's checks. */
const writtenColumns = (types: string) =>
  database.asOwner(
    `select c.relname || '.' || a.attname as column, coalesce(string_agg(pg_get_constraintdef(k.oid), ' '), '') as checks,
       exists (select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and a.attnum = any(f.conkey)) as "isOfAnother",
       exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'guard_row'
         and pg_get_triggerdef(t.oid) ~ format('"%s": \\d', a.attname)) as "isFreeText"
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     left join pg_constraint k on k.conrelid = c.oid and k.contype = 'c' and a.attnum = any(k.conkey)
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and a.atttypid in (${types})
       and (has_column_privilege('candour_app', c.oid, a.attnum, 'insert') or has_column_privilege('candour_app', c.oid, a.attnum, 'update'))
     group by c.oid, a.attnum, a.attname order by 1`,
  ) as Promise<{ column: string; checks: string; isOfAnother: boolean; isFreeText: boolean }[]>;

describe("what the web's login writes", () => {
  test("is bounded by a check in every column of words: by a list, a length or a form", async () => {
    const columns = await writtenColumns("'text'::regtype, 'text[]'::regtype, 'jsonb'::regtype");
    expect(columns.length).toBeGreaterThan(25);
    const bounded = /length\(|= ANY|<@ ARRAY|~ '\^|kind = '/;
    expect(
      columns.filter(({ checks, isFreeText }) => !isFreeText && !bounded.test(checks)).map(({ column }) => column),
      "add canBeShown, isOneOf or the like in db/schema",
    ).toEqual([]);
  });

  test("is a day that can be shown in every column of days, or another table's", async () => {
    const columns = await writtenColumns("'date'::regtype");
    expect(columns.length).toBeGreaterThan(10);
    expect(
      columns
        .filter(({ checks, isOfAnother }) => !isOfAnother && !checks.includes("9999-12-"))
        .map(({ column }) => column),
      "add isFirstOfMonth or isADay in db/schema",
    ).toEqual([]);
  });
});

describe("a bank holiday by SQL", () => {
  const add = (day: string, name: string) =>
    written(
      "asApp",
      "officer",
      "bank_holiday.add",
      `insert into bank_holiday (organisation_id, day, name, set_by)
       values ('${world.organisationId}', '${day}', ${name}, '${world.people.officer}')`,
    );

  test("is on a day that there is", async () => {
    for (const day of ["4000-01-01 BC", "infinity", "-infinity", "0999-12-31", "10000-01-01"]) {
      await expect(add(day, "'A day'"), day).rejects.toThrow("bank_holiday_on_a_day");
    }
    await add("9999-12-31", "'The last day'");
  });

  test("has a name that can be seen, and that has an end", async () => {
    for (const name of ["repeat('a', 5000000)", "repeat('a', 101)", "U&'\\200B'", "''", "E'\\t'"]) {
      const refused = await add("2030-01-02", name).catch((error: unknown) => error);
      expect(databaseRefusal(refused), name).toMatchObject({
        code: "INVALID",
        message: "The bank holiday name cannot be shown: nothing of it can be seen, or it is too long.",
      });
    }
    await add("2030-01-02", "repeat('a', 100)");
  });
});

test("a figure, a comment and a due date are of days that can be shown", async () => {
  const indicator = world.indicators["2.5"];
  for (const month of ["infinity", "0001-01-01 BC", "10000-01-01"]) {
    const figure = `insert into actual (indicator_id, month, value) values ('${indicator}', '${month}', 1)`;
    await expect(written("asApp", "lead", "actual.record", figure), month).rejects.toThrow(
      /day|month|number|out of range|not open/i,
    );
    const due = `update scorecard_month set figures_due = '${month}', commentary_due = '${month}'`;
    await expect(written("asApp", "officer", "month.reschedule", due), month).rejects.toThrow(
      /day|month|number|out of range|not open/i,
    );
  }
});
