import { and, eq, type SQL, sql } from "drizzle-orm";
import { database } from "#db/client";
import { indicator } from "#db/schema/indicators";
import { organisation } from "#db/schema/people";
import { scorecard, section, theme } from "#db/schema/scorecards";
import type { PersonActor } from "#lib/access/actor";
import type { Month } from "#lib/rules/month";
import { inOrder, type Placed } from "#lib/scorecards/in-order";
import type { SheetScorecard } from "#lib/scorecards/sheet";
import type { SheetRange } from "#lib/scorecards/sheet-range";

export type Place = Placed & { id: string };

/** Where every indicator of a scorecard stands, in the sheet's order, without any of its figures: by the definition of the last month with figures, or the next after it. */
export async function listPlaces(
  actor: PersonActor,
  { id, months }: SheetScorecard,
  range: SheetRange,
): Promise<Place[]> {
  const last = months.findLast(({ month }) => range.from <= month && month <= range.to)?.month ?? range.to;
  const rows = await database()
    .select({
      id: indicator.id,
      ref: indicator.ref,
      position: sql<number>`d.position`,
      sectionNumber: section.number,
      themeSlug: theme.slug,
      themeName: theme.name,
      themePosition: theme.position,
    })
    .from(scorecard)
    .innerJoin(organisation, eq(organisation.id, scorecard.organisationId))
    .innerJoin(indicator, eq(indicator.scorecardId, scorecard.id))
    .innerJoin(
      sql`lateral (select x.section_id, x.position from holding.definition() h join indicator_definition x on x.id = h.id
        where h.indicator_id = ${indicator.id} and h.first_month <= ${first(range.to)}
        order by h.first_month <= ${first(last)} desc, h.first_month desc limit 1) as d`,
      sql`true`,
    )
    .innerJoin(section, sql`${section.id} = d.section_id`)
    .innerJoin(theme, eq(theme.id, section.themeId))
    .where(and(eq(scorecard.id, id), eq(organisation.id, actor.organisation.id)));
  return rows
    .map(({ id, ref, position, sectionNumber, themeSlug, themeName, themePosition }) => ({
      id,
      ref,
      now: {
        position,
        section: { number: sectionNumber },
        theme: { slug: themeSlug, name: themeName, position: themePosition },
      },
    }))
    .sort(inOrder);
}

const first = (month: Month): SQL => sql`${`${month}-01`}::date`;
