import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { scorecardMonth } from "#db/schema/months";
import { scorecard, scorecardLabelSet } from "#db/schema/scorecards";
import type { Month } from "#db/vocabulary";
import { Refusal } from "#lib/audit/refusal";
import type { Reading } from "#lib/imports/reader/reading";
import type { ImportBy } from "#lib/imports/writer/import-by";
import { inBatches } from "#lib/imports/writer/in-batches";
import { writeComments } from "#lib/imports/writer/write-comments";
import { writeIndicators } from "#lib/imports/writer/write-indicators";
import { writeSections } from "#lib/imports/writer/write-sections";
import { apart } from "#lib/rules/direction";
import { slugOf } from "#lib/rules/slug-of";

/** Writes all that a reading says as a new scorecard: months are opened first and closed last, as they were lived. */
export async function writeScorecard(
  tx: Database,
  reading: Reading,
  by: ImportBy,
): Promise<{ id: string; slug: string }> {
  const made = await makeScorecard(tx, reading.name, by.organisationId);
  const fromMonth = firstMonth(reading);
  const labelSet = { scorecardId: made.id, fromMonth, labelSetId: reading.labelSet.id, setBy: by.personId };
  await tx.insert(scorecardLabelSet).values(labelSet);
  await openMonths(tx, made.id, reading, by);
  const sections = await writeSections(tx, made.id, reading.sections, by.organisationId);
  const indicators = await writeIndicators(tx, {
    scorecardId: made.id,
    fromMonth,
    reading,
    sections,
    setBy: by.personId,
  });
  await writeComments(tx, reading.comments, indicators, by);
  await closeMonths(tx, made.id, reading, by);
  return made;
}

async function makeScorecard(
  tx: Database,
  name: string,
  organisationId: string,
): Promise<{ id: string; slug: string }> {
  const slug = slugOf(name);
  const [made] = await tx
    .insert(scorecard)
    .values({ organisationId, slug, name })
    .onConflictDoNothing()
    .returning({ id: scorecard.id, slug: scorecard.slug });
  if (made) return made;
  const [taken] = await tx
    .select({ name: scorecard.name })
    .from(scorecard)
    .where(and(eq(scorecard.organisationId, organisationId), eq(scorecard.slug, slug)));
  const called = taken?.name ?? name;
  // Renamed, a scorecard keeps its address.
  const message =
    called === name
      ? `There is already a scorecard called "${apart(name)}". Give this one another name.`
      : `The scorecard "${apart(called)}" stands at the address /scorecards/${slug}, which this name would get. Give this one another name.`;
  throw new Refusal("WRONG_STATE", message, { fields: { name: message } });
}

async function openMonths(tx: Database, scorecardId: string, { months }: Reading, by: ImportBy): Promise<void> {
  const rows = months.map(({ month }) => ({ scorecardId, month, openedBy: by.personId }));
  await inBatches(rows, (batch) => tx.insert(scorecardMonth).values(batch));
}

async function closeMonths(tx: Database, scorecardId: string, { months }: Reading, by: ImportBy): Promise<void> {
  for (const { month } of months.filter(({ state }) => state === "closed")) {
    await tx
      .update(scorecardMonth)
      .set({ closedAt: now, closedBy: by.personId })
      .where(and(eq(scorecardMonth.scorecardId, scorecardId), eq(scorecardMonth.month, month)));
  }
}

/** Definitions, bands, teams and the rest hold from the first month of the file. */
function firstMonth({ months }: Reading): Month {
  const first = months[0];
  if (!first) throw new Error("A reading without months cannot be written.");
  return first.month;
}
