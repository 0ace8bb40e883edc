import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import type { Verb } from "#lib/access/permissions";
import { perform } from "#lib/audit/perform";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
  // What stands behind the list of verbs is tried by itself: two people who may close a month.
  await database.asOwner("update audit.verb_write set just_made = false");
  await database.asOwner("update audit.verb set makes_scorecard = false");
  await database.asOwner(
    "insert into audit.verb_write values ('approval.withdraw', 'scorecard_month', null, '{closed_at,closed_by}', false, false)",
  );
});

const statement = (who: keyof World["actors"], verb: Verb, text: string) =>
  perform(world.actors[who], verb, (tx) => tx.execute(text));
const falseMoment = { cause: { detail: "FALSE_MOMENT" } };
const close = (what: string) => `update scorecard_month set ${what} where month = '2013-12-01'`;

describe("the moment of a fact", () => {
  test("is no other than the one at which it happens: a month is not closed in 2013", async () => {
    const by = `closed_by = '${world.people.officer}'`;
    for (const at of ["'2013-12-20'", "now() + interval '1 day'", "clock_timestamp()"]) {
      await expect(statement("officer", "import.commit", close(`closed_at = ${at}, ${by}`)), at).rejects.toMatchObject(
        falseMoment,
      );
    }
    await expect(
      database.asOwner(
        `do $$ begin perform audit.begin_operator('backdating'); ${close("closed_at = '2013-12-20'")}; end $$`,
      ),
    ).rejects.toThrow("no other");
  });

  test("is set by the database when its person is named", async () => {
    const before = Date.now();
    await statement("officer", "import.commit", close(`closed_by = '${world.people.officer}'`));
    const [month] = await database.asOwner("select closed_at from scorecard_month where month = '2013-12-01'");
    expect(Number(month?.closed_at)).toBeGreaterThanOrEqual(before - 1000);
    await expect(
      statement("officer", "import.commit", close("closed_at = closed_at - interval '1 day'")),
    ).rejects.toMatchObject(falseMoment);
  });

  test("and its person go together: neither is changed by itself", async () => {
    await expect(
      statement("head", "approval.withdraw", close(`closed_by = '${world.people.head}'`)),
    ).rejects.toMatchObject({ cause: { detail: "KEPT" } });
  });
});

describe("a fact", () => {
  test("is not stamped anew under the name of whom it was", async () => {
    await expect(statement("head", "approval.withdraw", close("closed_at = now()"))).rejects.toMatchObject({
      cause: { detail: "FALSE_AUTHOR" },
    });
  });

  test("is of one organisation: no team and no label set of another", async () => {
    const neighbour = await makeNeighbour(database);
    const from = `'${world.indicators["2.3"]}', '2015-01-01'`;
    for (const [write, refused] of [
      [
        `insert into indicator_team (indicator_id, from_month, team_id) values (${from}, '${neighbour.teams.assessment}')`,
        "another organisation",
      ],
      [
        `insert into scorecard_label_set (scorecard_id, from_month, label_set_id) select '${world.scorecard.id}', '2015-01-01', id
         from label_set where organisation_id = '${neighbour.organisationId}'`,
        "another organisation",
      ],
      [
        `insert into role_grant (organisation_id, person_id, role, team_id)
         values ('${world.organisationId}', '${world.people.reader}', 'team lead', '${neighbour.teams.assessment}')`,
        "role_for_a_team_of_its_organisation",
      ],
    ] as const) {
      await expect(database.asOwner(`do $$ begin perform audit.begin_operator('x'); ${write}; end $$`)).rejects.toThrow(
        refused,
      );
    }
  });
});

describe("an entry's month and team", () => {
  test("are the row's own month or the one it holds from, and the team of that month, never a later one", async () => {
    await database.asOwner(
      `do $$ begin perform audit.begin_operator('another team');
       insert into indicator_team (indicator_id, from_month, team_id) values ('${world.indicators["2.3"]}', '2014-02-01', '${world.teams.workforce}');
       insert into band_set (indicator_id, from_month) values ('${world.indicators["2.3"]}', '2014-01-01');
       insert into band_set (indicator_id, from_month) values ('${world.indicators["2.3"]}', '2014-02-01');
       insert into band_set (indicator_id, from_month) values ('${world.indicators["2.3"]}', '2013-01-01'); end $$`,
    );
    const entries = await database.asOwner(
      `select to_char(month, 'YYYY-MM') as month, team from audit.entry
       where table_name = 'band_set' and indicator = $1 order by position desc limit 3`,
      [world.indicators["2.3"]],
    );
    expect(entries).toEqual([
      { month: "2013-01", team: null },
      { month: "2014-02", team: world.teams.workforce },
      { month: "2014-01", team: world.teams.assessment },
    ]);
  });
});
