import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client";
import { indicator } from "#db/schema/indicators";
import { scorecard, section, theme } from "#db/schema/scorecards";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { copyIndicator } from "#lib/structure/copy-indicator";
import { findLabelSet } from "#lib/structure/find-label-set";
import type { CopyScorecard } from "#lib/structure/inputs";
import { writeScorecard } from "#lib/structure/make-scorecard";

/** The performance officer makes a scorecard as a copy of another, without its figures; answers its slug. Throws what `writeCopy` throws. */
export const copyScorecard = (asker: Asker, given: CopyScorecard, request?: FormRequest): Promise<string | undefined> =>
  perform(asker, "scorecard.copy", (tx, actor) => writeCopy(tx, actor, given), { request });

/**
 * Its themes, sections and indicators as they are in the month that is asked of, with all that holds of them then, from the
 * first month of the copy on, and the milestones from that month on; what ended stays behind. Throws NOT_FOUND for
 * another organisation's, INVALID for a name or an address that is taken.
 */
export async function writeCopy(
  tx: Database,
  actor: PersonActor,
  { of, as, ...named }: CopyScorecard,
): Promise<string> {
  const own = and(eq(scorecard.id, of), eq(scorecard.organisationId, actor.organisation.id));
  const [copied] = await tx.select({ id: scorecard.id }).from(scorecard).where(own);
  if (!copied) throw new Refusal("NOT_FOUND", "There is no such scorecard.");
  const labels = await findLabelSet(tx, copied.id, as);
  const made = await writeScorecard(tx, actor, { ...named, labels });
  const sections = await copyStructure(tx, copied.id, made.id);
  const indicators = await tx
    .select({ id: indicator.id, ref: indicator.ref })
    .from(indicator)
    .where(eq(indicator.scorecardId, copied.id))
    .orderBy(asc(indicator.ref));
  const to = { scorecardId: made.id, from: named.from, by: actor.person.id, sections };
  for (const each of indicators) await copyIndicator(tx, each, as, to);
  return made.slug;
}

/** The themes and sections that have not ended; answers the sections’ ids by those of the other. */
async function copyStructure(tx: Database, from: string, scorecardId: string): Promise<Map<string, string>> {
  const [themes, sections] = [new Map<string, string>(), new Map<string, string>()];
  const ofThemes = and(eq(theme.scorecardId, from), isNull(theme.endedAt));
  for (const { id, slug, name, position } of await tx.select().from(theme).where(ofThemes)) {
    const [made] = await tx.insert(theme).values({ scorecardId, slug, name, position }).returning({ id: theme.id });
    if (made) themes.set(id, made.id);
  }
  const ofSections = and(eq(section.scorecardId, from), isNull(section.endedAt));
  for (const { id, themeId, number, title } of await tx.select().from(section).where(ofSections)) {
    const of = themes.get(themeId);
    const [made] = of
      ? await tx.insert(section).values({ scorecardId, themeId: of, number, title }).returning({ id: section.id })
      : [];
    if (made) sections.set(id, made.id);
  }
  return sections;
}
