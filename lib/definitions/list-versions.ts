import { createHash } from "node:crypto";
import { eq, type SQL, sql } from "drizzle-orm";
import { alias, unionAll } from "drizzle-orm/pg-core";
import type { Database } from "#db/client";
import {
  band,
  bandSet,
  benchmark,
  dueRule,
  indicatorDefinition,
  indicatorTeam,
  milestone,
} from "#db/schema/indicators";
import { person, team } from "#db/schema/people";
import { directions } from "#db/vocabulary";
import { wordsOf } from "#db/words";
import type { VersionTable } from "#lib/definitions/set-anew";
import type { Month } from "#lib/rules/month";
import { directionWords } from "#lib/rules/which-is-better";

const kinds = ["definition", "team", "due_rule", "band_set", "benchmark", "milestone"] as const;
/** What can be set of an indicator. */
export type VersionKind = (typeof kinds)[number];

const [setter, withdrawer] = [alias(person, "setter"), alias(person, "withdrawer")];

const select = (db: Database, kind: VersionKind, t: VersionTable, month: SQL | typeof milestone.month, words: SQL) =>
  db
    .select({
      kind: sql<VersionKind>`${sql.raw(`'${kind}'`)}`.as("kind"),
      id: sql<string>`${t.id}`.as("id"),
      month: sql<Month>`to_char(${month}, 'YYYY-MM')`.as("month"),
      words: sql<string>`${words}`.as("words"),
      setAt: sql<Date>`${t.setAt}`.mapWith(t.setAt).as("set_at"),
      setBy: sql<string | null>`${setter.name}`.as("set_by"),
      withdrawnAt: sql<Date | null>`${t.withdrawnAt}`.mapWith(t.setAt).as("withdrawn_at"),
      withdrawnBy: sql<string | null>`${withdrawer.name}`.as("withdrawn_by"),
      reason: wordsOf(sql<string | null>`${t.withdrawnReason}`).as("reason"),
      version: sql<number>`${t.version}`.as("version"),
    })
    .from(t as typeof milestone)
    .leftJoin(setter, eq(setter.id, t.setBy))
    .leftJoin(withdrawer, eq(withdrawer.id, t.withdrawnBy))
    .$dynamic();

const bandsOfSet = sql`coalesce((select string_agg(${band.asTyped}, ' · ' order by ${band.rank}) from ${band}
  where ${band.bandSetId} = ${bandSet.id}), 'none')`;
const betterWords = sql`case ${indicatorDefinition.direction} ${sql.join(
  directions.map((direction) => sql`when ${sql.raw(`'${direction}' then '${directionWords(direction)}'`)}`),
  sql` `,
)} end`;
const whatItIs = sql`${indicatorDefinition.measure} || ' (' || ${indicatorDefinition.unit} || ', ' || ${betterWords}
  || ', ' || case ${indicatorDefinition.precision} when 0 then 'whole numbers' when 1 then '1 decimal' else ${indicatorDefinition.precision}::text || ' decimals' end || ')'
  || case when ${indicatorDefinition.hidesSmall} then ', small numbers hidden from readers' else '' end
  || coalesce(', until ' || to_char(${indicatorDefinition.toMonth}, 'FMMonth YYYY'), '')`;
const teamName = sql`(select ${team.name} from ${team} where ${team.id} = ${indicatorTeam.teamId})`;
const often = sql`case ${dueRule.every} when 1 then 'every month' when 3 then 'every quarter' else 'every year' end`;

/** Something that was set of an indicator from a month on, or for one; by whom, when, and whether it was withdrawn. */
export type Version = Awaited<ReturnType<typeof listVersions>>[number];

/** Everything that was ever set of an indicator, what was withdrawn too: by kind, in the order of its months. */
export async function listVersions(db: Database, indicatorId: string) {
  const from = (t: Exclude<VersionTable, typeof milestone>) => sql`${t.fromMonth}`;
  const of = (kind: VersionKind, t: VersionTable, month: SQL, words: SQL) =>
    select(db, kind, t, month, words).where(eq(t.indicatorId, indicatorId));
  const found = await unionAll(
    of("definition", indicatorDefinition, from(indicatorDefinition), whatItIs),
    of("team", indicatorTeam, from(indicatorTeam), teamName),
    of("due_rule", dueRule, from(dueRule), often),
    of("band_set", bandSet, from(bandSet), bandsOfSet),
    of("benchmark", benchmark, from(benchmark), sql`${benchmark.name} || ' ' || ${benchmark.value}::text`),
    of("milestone", milestone, sql`${milestone.month}`, sql`${milestone.asTyped}`),
  );
  return found.sort(
    (a, b) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      a.month.localeCompare(b.month) ||
      a.setAt.getTime() - b.setAt.getTime() ||
      a.id.localeCompare(b.id),
  );
}

/** By which a form says over what it was filled in: another text where any of it is otherwise since. */
export const seenIn = (held: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(held.toSorted())).digest("hex").slice(0, 16);

/** The same of all that was set or withdrawn. */
export const seenOf = (versions: readonly Pick<Version, "id" | "version">[]): string =>
  seenIn(versions.map(({ id, version }) => `${id} ${version}`));

/** Who last set or withdrew anything, and when. */
export function lastChange(versions: readonly Version[]): { by: string | null; at: Date } | null {
  const changes = versions.flatMap(({ setAt, setBy, withdrawnAt, withdrawnBy }) => [
    { by: setBy, at: setAt },
    ...(withdrawnAt ? [{ by: withdrawnBy, at: withdrawnAt }] : []),
  ]);
  return changes.reduce<{ by: string | null; at: Date } | null>(
    (last, each) => (last && last.at >= each.at ? last : each),
    null,
  );
}
