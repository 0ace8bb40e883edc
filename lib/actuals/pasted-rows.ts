import { and, asc, eq, sql } from "drizzle-orm";
import { type Database, database } from "#db/client";
import { actual } from "#db/schema/actuals";
import { entry, words } from "#db/schema/audit";
import { indicator } from "#db/schema/indicators";
import { type PersonActor, teamsOf } from "#lib/access/actor";
import { placeKey } from "#lib/actuals/cell-places";
import { findCells } from "#lib/actuals/lock-cell";
import { whyAsked } from "#lib/actuals/require-reason";
import type { ActualContent } from "#lib/rules/actual";
import { type AskedTogether, askedTogether } from "#lib/rules/asks-why";
import { momentSince } from "#lib/rules/moment";
import type { Month } from "#lib/rules/month";

/** One figure that a paste wrote: the version it then had, and what stood there before. */
export type PastedRow = {
  indicatorId: string;
  month: Month;
  ref: string;
  at: Date;
  version: number;
  before: ActualContent;
  /** The version that stands now. */
  present: number;
  isTakenBack: boolean;
};

const was = (column: string) => sql`${entry.before} ->> ${sql.raw(`'${column}'`)}`;

/** What a paste of the person's organisation wrote, from the trail; of an action that was none, nothing. */
export async function listPastedRows(db: Database, actor: PersonActor, actionId: string): Promise<PastedRow[]> {
  return db
    .select({
      indicatorId: actual.indicatorId,
      month: actual.month,
      ref: indicator.ref,
      at: entry.at,
      version: sql<number>`${entry.rowVersion}`,
      before: {
        value: sql<string | null>`${was("value")}`,
        numerator: sql<string | null>`${was("numerator")}`,
        denominator: sql<string | null>`${was("denominator")}`,
        missing: sql<ActualContent["missing"]>`${was("missing")}`,
        note: sql<string | null>`(select w.body from ${words} w where w.digest = ${was("note")})`,
        provisional: sql<boolean>`coalesce((${was("provisional")})::boolean, false)`,
        estimated: sql<boolean>`coalesce((${was("estimated")})::boolean, false)`,
      },
      present: actual.version,
      isTakenBack: sql<boolean>`exists (select from ${entry} t where t.table_name = 'actual' and t.key = ${entry.key}
        and t.row_version = ${entry.rowVersion} + 1 and t.verb = 'actual.take_back')`,
    })
    .from(entry)
    .innerJoin(actual, eq(actual.id, sql`${entry.key}::uuid`))
    .innerJoin(indicator, eq(indicator.id, actual.indicatorId))
    .where(
      and(
        eq(entry.action, actionId),
        eq(entry.organisation, actor.organisation.id),
        eq(entry.verb, "actual.paste"),
        eq(entry.tableName, "actual"),
      ),
    )
    .orderBy(asc(entry.position));
}

/** What the return says of a paste; null for one that is not of the person's teams. */
export type PasteSummary = {
  count: number;
  refs: string[];
  /** "13:32" */
  at: string;
  standing: number;
  takenBack: number;
  changed: string[];
  /** What is said of the figures that must not go back without a reason. */
  asks: AskedTogether[];
};

export async function getPaste(actor: PersonActor, actionId: string): Promise<PasteSummary | null> {
  const db = database();
  const rows = await listPastedRows(db, actor, actionId);
  if (rows.length === 0 || !(await isOfTheirTeams(actor, actionId))) return null;
  const isStanding = ({ version, present }: PastedRow) => version === present;
  const standing = rows.filter(isStanding);
  const cells = await findCells(db, actor, standing);
  const asked = standing.flatMap((row) => {
    const cell = cells.get(placeKey(row));
    const why = cell ? whyAsked(actor, cell, row.before) : null;
    return why === null ? [] : [{ name: row.ref, why }];
  });
  return {
    count: rows.length,
    refs: rows.map(({ ref }) => ref),
    at: momentSince(rows[0]!.at, new Date(), actor.organisation.timeZone),
    standing: standing.length,
    asks: askedTogether(asked),
    takenBack: rows.filter(({ isTakenBack }) => isTakenBack).length,
    changed: rows.filter((row) => !isStanding(row) && !row.isTakenBack).map(({ ref }) => ref),
  };
}

async function isOfTheirTeams(actor: PersonActor, actionId: string): Promise<boolean> {
  const teams = sql.param(teamsOf(actor, "team lead").map(({ id }) => id));
  const [other] = await database()
    .select({ position: entry.position })
    .from(entry)
    .where(and(eq(entry.action, actionId), sql`${entry.team} <> all(${teams}::uuid[])`))
    .limit(1);
  return other === undefined;
}
