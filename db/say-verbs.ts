import pg from "pg";
import { systemVerbs, type VerbRule, verbs, type Write, type Writes, writesOf } from "#db/verbs";
import { type Role, teamRoles } from "#db/vocabulary";

const rules: Record<string, VerbRule> = verbs;
const system: Record<string, { writes?: Writes }> = systemVerbs;
const isOfTeams = (by: readonly Role[]) => by.every((role) => (teamRoles as readonly Role[]).includes(role));

const rowsOfVerbs = () => [
  ...Object.entries(rules).map(
    ([verb, { by, takesAway, inOpenMonth, orGivenBack, inOpenReturn, makesScorecard, byDeputy }]) => ({
      verb,
      of_person: true,
      roles: by === "signed in" ? null : by,
      of_teams: by !== "signed in" && isOfTeams(by),
      takes_away: takesAway ?? false,
      in_open_month: inOpenMonth ?? false,
      or_given_back: orGivenBack ?? false,
      in_open_return: inOpenReturn ?? false,
      makes_scorecard: makesScorecard ?? false,
      by_deputy: byDeputy ?? false,
    }),
  ),
  ...Object.keys(system).map((verb) => ({
    verb,
    of_person: false,
    roles: null,
    of_teams: false,
    takes_away: false,
    in_open_month: false,
    or_given_back: false,
    in_open_return: false,
    makes_scorecard: false,
    by_deputy: false,
  })),
];

const everyWrite = (): (Write & { verb: string; table: string })[] =>
  Object.entries({ ...rules, ...system }).flatMap(([verb, rule]) =>
    Object.entries(writesOf(rule)).map(([table, write]) => ({ verb, table, ...write })),
  );

const rowsOfWrites = () =>
  everyWrite().map(({ verb, table, makes = null, changes = [], becomes = null, own = false, justMade = false }) => ({
    verb,
    table_name: table,
    makes,
    changes,
    own,
    just_made: justMade,
    becomes,
  }));

/** Says db/verbs.ts to the doors and the row triggers, in the present transaction. */
export async function sayVerbs(client: pg.Client): Promise<void> {
  await client.query("delete from audit.verb_write");
  await client.query("delete from audit.verb");
  const said = (table: string) =>
    `insert into audit.${table} select * from jsonb_populate_recordset(null::audit.${table}, $1)`;
  await client.query(said("verb"), [JSON.stringify(rowsOfVerbs())]);
  await client.query(said("verb_write"), [JSON.stringify(rowsOfWrites())]);
}

/** The grants of the web's login: to make rows and to change columns, where a verb does and no function of the database does it instead. */
export function grantsOfVerbs(login: string): string {
  const byTable = Map.groupBy(
    everyWrite().filter(({ byDoor }) => !byDoor),
    ({ table }) => table,
  );
  return [...byTable]
    .flatMap(([table, writes]) => {
      const columns = new Set(
        writes.flatMap(({ changes = [] }) => changes.map((column) => pg.escapeIdentifier(column))),
      );
      return [
        ...(writes.some(({ makes }) => makes) ? ["insert"] : []),
        ...(columns.size > 0 ? [`update (${[...columns].join(", ")})`] : []),
      ].map((leave) => `grant ${leave} on ${pg.escapeIdentifier(table)} to ${login};`);
    })
    .join("\n");
}
