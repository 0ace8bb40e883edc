import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { database } from "#db/client";
import { everHidesSmall } from "#db/hides-small";
import { actual } from "#db/schema/actuals";
import { cut } from "#db/schema/audit";
import { edition } from "#db/schema/editions";
import { indicator } from "#db/schema/indicators";
import { restatement } from "#db/schema/restatements";
import { scorecard } from "#db/schema/scorecards";
import type { RestatementCategory } from "#db/vocabulary";
import { wordsOf } from "#db/words";
import type { PersonActor } from "#lib/access/actor";
import { editionAsTold, type Hiding } from "#lib/access/told-of-small";
import { noEdition, notEdition } from "#lib/rules/asked-moment";
import type { figureSaid } from "#lib/rules/commentary-status";
import { type EditionName, parseEdition } from "#lib/rules/edition";

type FigureSaid = Parameters<typeof figureSaid>[0];
type Restated = {
  id: string;
  ref: string;
  category: RestatementCategory;
  reason: string;
  before: FigureSaid;
  after: FigureSaid;
  restatedBy: string | null;
  hidesSmall: boolean;
};

/** An edition with who published it, by the name they had then, over what, and why. */
export type Edition = Awaited<ReturnType<typeof editionRows>>[number];

const nameThen = (id: PgColumn) => sql<string | null>`(select e.after ->> 'name' from audit.entry e
  where e.table_name = 'person' and e.key = ${id}::text and e.position <= ${cut.newest}
  order by e.position desc limit 1)`;

/** What was restated of the edition before: why this one says otherwise. Nothing can come to it once this one is published. */
const restated = sql<
  Restated[]
>`(select coalesce(json_agg(json_build_object('id', ${restatement.id}, 'ref', ${indicator.ref},
    'category', ${restatement.category}, 'reason', ${wordsOf(restatement.reason)},
    'hidesSmall', ${everHidesSmall(indicator.id)},
    'before', json_build_object('figure', ${restatement.figureBefore}::text, 'missing', ${restatement.missingBefore}),
    'after', json_build_object('figure', ${restatement.figure}::text, 'missing', ${restatement.missing}),
    'restatedBy', ${nameThen(restatement.restatedBy)}) order by ${restatement.restatedAt}, ${restatement.id}), '[]')
  from ${restatement} join ${indicator} on ${indicator.id} = ${restatement.indicatorId}
  where ${restatement.scorecardId} = ${edition.scorecardId} and ${restatement.month} = ${edition.month}
    and ${restatement.editionNumber} = ${edition.number} - 1)`;

/** The indicators whose small numbers are or were ever hidden, by their refs, with what the figure of the edition's month is and was. */
const hiding = sql<Hiding[]>`(select coalesce(json_agg(json_build_object('ref', ${indicator.ref},
    'value', f.value::text, 'numerator', f.numerator::text, 'denominator', f.denominator::text)), '[]')
  from ${indicator} left join lateral (
    select value, numerator, denominator from ${actual}
    where ${actual.indicatorId} = ${indicator.id} and ${actual.month} = ${edition.month}
    union all select ${restatement.figureBefore}, null, null from ${restatement}
    where ${restatement.indicatorId} = ${indicator.id} and ${restatement.month} = ${edition.month}) f on true
  where ${indicator.scorecardId} = ${edition.scorecardId} and ${everHidesSmall(indicator.id)})`;

/** The organisation's editions that a condition finds, the newest month first and of a month the newest number. */
export async function editionRows(actor: PersonActor, wanted: SQL | undefined, limit = 1000) {
  const rows = await database()
    .select({
      id: edition.id,
      slug: scorecard.slug,
      month: edition.month,
      number: edition.number,
      cut: edition.cut,
      takenAt: cut.takenAt,
      publishedAt: edition.publishedAt,
      publishedBy: nameThen(edition.publishedBy),
      restated,
      hiding,
      blockers: edition.blockers,
      reason: wordsOf(edition.reason),
    })
    .from(edition)
    .innerJoin(scorecard, eq(scorecard.id, edition.scorecardId))
    .innerJoin(cut, eq(cut.number, edition.cut))
    .where(and(eq(scorecard.organisationId, actor.organisation.id), wanted))
    .orderBy(desc(edition.month), desc(edition.number), scorecard.slug)
    .limit(limit);
  return rows.map((row) => editionAsTold(actor, row));
}

/** The edition of a scorecard that an address names; without one the newest. What is none is said in words. */
export async function findEdition(
  actor: PersonActor,
  slug: string,
  typed?: string,
): Promise<{ ok: true; edition: Edition } | { ok: false; message: string }> {
  const asked = typed === undefined ? { month: null, number: null } : parseEdition(typed);
  if (!asked) return { ok: false, message: notEdition(typed ?? "") };
  const wanted = and(
    eq(scorecard.slug, slug),
    asked.month ? eq(edition.month, asked.month) : undefined,
    asked.number ? eq(edition.number, asked.number) : undefined,
  );
  const [found] = await editionRows(actor, wanted, 1);
  return found ? { ok: true, edition: found } : { ok: false, message: noEdition };
}

/** The edition before another, by its month and number; of what is none, the newest that had been published by its cut. */
export async function findEditionBefore(
  actor: PersonActor,
  slug: string,
  { cut: before, edition: than }: { cut: number; edition?: EditionName | undefined },
): Promise<(EditionName & { cut: number }) | null> {
  const wanted = and(
    eq(scorecard.slug, slug),
    than
      ? sql`${edition.cut} < ${before} and (${edition.month}, ${edition.number}) < (${`${than.month}-01`}::date, ${than.number})`
      : sql`${edition.cut} <= ${before}`,
  );
  const [found] = await editionRows(actor, wanted, 1);
  return found ? { month: found.month, number: found.number, cut: found.cut } : null;
}

/** Of each scorecard the newest edition. */
export const listNewestEditions = (actor: PersonActor): Promise<(EditionName & { slug: string; cut: number })[]> =>
  database()
    .selectDistinctOn([scorecard.name, scorecard.slug], {
      slug: scorecard.slug,
      month: edition.month,
      number: edition.number,
      cut: edition.cut,
    })
    .from(edition)
    .innerJoin(scorecard, eq(scorecard.id, edition.scorecardId))
    .where(eq(scorecard.organisationId, actor.organisation.id))
    .orderBy(scorecard.name, scorecard.slug, desc(edition.month), desc(edition.number));
