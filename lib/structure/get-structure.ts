import { and, eq, sql } from "drizzle-orm";
import { database } from "#db/client";
import { indicator, indicatorDefinition } from "#db/schema/indicators";
import { scorecardMonth } from "#db/schema/months";
import { scorecard, scorecardLabelSet, section, theme } from "#db/schema/scorecards";
import { wordsOf } from "#db/words";
import type { PersonActor } from "#lib/access/actor";
import { holdingOf, monthsOf } from "#lib/indicators/holding";
import { isStorable } from "#lib/rules/is-storable";
import { addMonths, type Month, monthRange, nextMonth } from "#lib/rules/month";
import { inOrder } from "#lib/scorecards/in-order";
import { jsonRows } from "#lib/scorecards/json-rows";

const ahead = 24;

const ofScorecard = sql`${scorecard.id}`;

async function readRows(actor: PersonActor, slug: string) {
  const [found] = await database()
    .select({
      id: scorecard.id,
      slug: scorecard.slug,
      name: scorecard.name,
      sentence: scorecard.sentence,
      version: scorecard.version,
      endedAt: scorecard.endedAt,
      endedReason: wordsOf(scorecard.endedReason),
      themes: jsonRows(
        {
          id: theme.id,
          slug: theme.slug,
          name: theme.name,
          position: theme.position,
          version: theme.version,
          endedAt: theme.endedAt,
        },
        sql`from ${theme} where ${theme.scorecardId} = ${ofScorecard}`,
      ),
      sections: jsonRows(
        {
          id: section.id,
          themeId: section.themeId,
          number: section.number,
          title: section.title,
          version: section.version,
          endedAt: section.endedAt,
        },
        sql`from ${section} where ${section.scorecardId} = ${ofScorecard}`,
      ),
      places: jsonRows(
        {
          definition: indicatorDefinition.id,
          id: indicator.id,
          ref: indicator.ref,
          ...monthsOf("definition"),
          sectionId: indicatorDefinition.sectionId,
          position: indicatorDefinition.position,
          measure: indicatorDefinition.measure,
        },
        sql`from ${holdingOf("definition", sql`array(select ${indicator.id} from ${indicator} where ${indicator.scorecardId} = ${ofScorecard})`)}
          join ${indicator} on ${indicator.id} = ${indicatorDefinition.indicatorId}`,
      ),
      months: jsonRows(
        { month: scorecardMonth.month, closedAt: scorecardMonth.closedAt },
        sql`from ${scorecardMonth} where ${scorecardMonth.scorecardId} = ${ofScorecard}`,
      ),
      firstMonth: sql<Month | null>`(select to_char(min(${scorecardLabelSet.fromMonth}), 'YYYY-MM') from ${scorecardLabelSet}
        where ${scorecardLabelSet.scorecardId} = ${ofScorecard} and ${scorecardLabelSet.withdrawnAt} is null)`,
    })
    .from(scorecard)
    .where(and(eq(scorecard.organisationId, actor.organisation.id), eq(scorecard.slug, slug)));
  return found ?? null;
}

type Rows = NonNullable<Awaited<ReturnType<typeof readRows>>>;
type Place = Rows["places"][number];

/** An indicator where it stands, with when it begins or ended, where that is not in the month. */
export type PlacedIndicator = Pick<Place, "id" | "ref" | "measure" | "definition" | "sectionId"> & {
  begins: Month | null;
  ended: Month | null;
};

export type StructureSection = Omit<Rows["sections"][number], "endedAt"> & {
  hasEnded: boolean;
  indicators: PlacedIndicator[];
};

export type StructureTheme = Omit<Rows["themes"][number], "endedAt"> & {
  hasEnded: boolean;
  sections: StructureSection[];
};

/** A scorecard's themes, sections and indicators in their order in a month; what ended where something stands in it then. */
export type Structure = NonNullable<Awaited<ReturnType<typeof getStructure>>>;

/** In the month asked for, else in the open one, else the next after the last. Null where there is no such scorecard. In one statement. */
export async function getStructure(actor: PersonActor, slug: string, asked: Month | null, today: Month) {
  const rows = isStorable(slug) ? await readRows(actor, slug) : null;
  if (!rows) return null;
  const months = rows.months.toSorted((a, b) => a.month.localeCompare(b.month));
  const last = months.at(-1)?.month;
  const open = months.find(({ closedAt }) => closedAt === null)?.month;
  const month = asked ?? open ?? (last ? nextMonth(last) : (rows.firstMonth ?? today));
  const begun = rows.places.map(({ firstMonth }) => firstMonth);
  const first = [...begun, rows.firstMonth ?? month, months[0]?.month ?? month, month].sort()[0] ?? month;
  const { id, name, sentence, version, endedAt, endedReason } = rows;
  return {
    scorecard: { id, slug: rows.slug, name, sentence, version, ended: endedAt && { at: endedAt, reason: endedReason } },
    month,
    /** The months from which something can be moved. */
    months: monthRange(first, addMonths([last ?? month, month].sort().at(-1) ?? month, ahead)),
    themes: themesOf(rows, month),
  };
}

function themesOf({ themes, sections, places }: Rows, month: Month): StructureTheme[] {
  const own = [...Map.groupBy(places, ({ id }) => id).values()].flatMap((versions) => placeIn(versions, month) ?? []);
  const bySection = Map.groupBy(own, ({ sectionId }) => sectionId);
  const all = sections
    .toSorted((a, b) => a.number - b.number || a.id.localeCompare(b.id))
    .map(({ endedAt, ...each }) => ({
      ...each,
      hasEnded: endedAt !== null,
      indicators: (bySection.get(each.id) ?? []).toSorted(byPlace).map(({ position: _, ...placed }) => placed),
    }))
    .filter(({ hasEnded, indicators }) => !hasEnded || indicators.length > 0);
  const byTheme = Map.groupBy(all, ({ themeId }) => themeId);
  return themes
    .toSorted((a, b) => a.position - b.position || a.slug.localeCompare(b.slug))
    .map(({ endedAt, ...each }) => ({ ...each, hasEnded: endedAt !== null, sections: byTheme.get(each.id) ?? [] }))
    .filter(({ hasEnded, sections: those }) => !hasEnded || those.length > 0);
}

const nowhere = { theme: { slug: "", name: "", position: 0 }, section: { number: 0 } };
const byPlace = (a: PlacedIndicator & { position: number }, b: PlacedIndicator & { position: number }) =>
  inOrder(
    { ref: a.ref, now: { ...nowhere, position: a.position } },
    { ref: b.ref, now: { ...nowhere, position: b.position } },
  );

/** By what holds in the month; else the next that will; else the last that did. */
function placeIn(versions: readonly Place[], month: Month): (PlacedIndicator & { position: number }) | null {
  const inTurn = versions.toSorted((a, b) => a.firstMonth.localeCompare(b.firstMonth));
  const held =
    inTurn.find(({ firstMonth, lastMonth }) => firstMonth <= month && month <= lastMonth) ??
    inTurn.find(({ firstMonth }) => firstMonth > month) ??
    inTurn.at(-1);
  if (!held) return null;
  const { id, ref, measure, definition, sectionId, position, firstMonth, lastMonth } = held;
  return {
    ...{ id, ref, measure, definition, sectionId, position },
    begins: firstMonth > month ? firstMonth : null,
    ended: lastMonth < month ? lastMonth : null,
  };
}
