import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { actual } from "#db/schema/actuals";
import { band, bandSet, indicator, indicatorDefinition } from "#db/schema/indicators";
import { scorecard } from "#db/schema/scorecards";
import { practiceFigures } from "#lib/imports/practice/practice-figures";
import { practiceMeasures, practiceName, practiceReading } from "#lib/imports/practice/practice-reading";
import { bandsAround } from "#lib/imports/practice/thresholds";
import { inBatches } from "#lib/imports/writer/in-batches";
import { writeScorecard } from "#lib/imports/writer/write-scorecard";
import { bandRows, parseBands } from "#lib/rules/bands";
import type { LabelSet } from "#lib/rules/labels";
import type { Month } from "#lib/rules/month";
import { slugOf } from "#lib/rules/slug-of";
import { listLabelSets } from "#lib/scorecards/list-label-sets";

export const practiceSlug = slugOf(practiceName);

/** When the bands of some change, the definition of others breaks their series, and small numbers of others are hidden. */
const changed: Month = "2013-01";

/** Makes the practice scorecard in an operator's transaction, as an import writes one; where it is there already it stays. */
export async function makePracticeScorecard(tx: Database, organisationId: string): Promise<void> {
  const [there] = await tx.select({ id: scorecard.id }).from(scorecard).where(eq(scorecard.slug, practiceSlug));
  const labelSet = (await listLabelSets(tx, organisationId)).find(({ labels }) => labels.length === 4);
  if (there || !labelSet) return;
  const made = await writeScorecard(tx, practiceReading(labelSet), {
    // Only comments say by which import they came, and it has none.
    importId: "",
    organisationId,
    personId: null,
  });
  const rows = await tx
    .select({ id: indicator.id, ref: indicator.ref })
    .from(indicator)
    .where(eq(indicator.scorecardId, made.id));
  const ids = new Map(rows.map(({ id, ref }) => [ref, id]));
  await writeRest(tx, ids);
  await writeChanges(tx, ids, labelSet);
}

/** What a file of figures cannot say: parts, symbols and flags. */
async function writeRest(tx: Database, ids: ReadonlyMap<string, string>): Promise<void> {
  const rows = practiceMeasures.flatMap(({ ref, at }) =>
    practiceFigures(ref, at).flatMap(({ month, value, parts, missing, flag }) =>
      parts || missing || flag
        ? [{ indicatorId: ids.get(ref)!, month, value, ...parts, missing, ...(flag && { [flag]: true }) }]
        : [],
    ),
  );
  await inBatches(rows, (batch) => tx.insert(actual).values(batch));
}

async function writeChanges(tx: Database, ids: ReadonlyMap<string, string>, { labels }: LabelSet): Promise<void> {
  for (const { ref, at } of practiceMeasures) {
    const from = { indicatorId: ids.get(ref)!, fromMonth: changed };
    if (at.changes === "bands") {
      const parsed = parseBands(bandsAround(at, labels, true), at.direction);
      if (!parsed.ok) throw new Error(`The later bands of ${ref} cannot be read.`);
      const [set] = await tx.insert(bandSet).values(from).returning({ id: bandSet.id });
      await tx.insert(band).values(bandRows(parsed.bands).map((row) => ({ ...row, ...from, bandSetId: set!.id })));
    }
    if (at.changes === "break" || at.hides) {
      const [before] = await tx
        .select()
        .from(indicatorDefinition)
        .where(eq(indicatorDefinition.indicatorId, from.indicatorId));
      const { sectionId, position, measure, unit, direction, precision } = before!;
      await tx.insert(indicatorDefinition).values({
        ...{ ...from, sectionId, position, unit, direction, precision },
        ...(at.hides
          ? { measure, covers: at.hides, hidesSmall: true }
          : { measure: `${measure}, counted anew`, breakInSeries: true }),
      });
    }
  }
}
