import type { Database } from "#db/client";
import { actual } from "#db/schema/actuals";
import {
  band,
  bandSet,
  benchmark,
  dueRule,
  indicator,
  indicatorDefinition,
  indicatorTeam,
  milestone,
} from "#db/schema/indicators";
import type { Month } from "#db/vocabulary";
import type { IndicatorRead, Reading } from "#lib/imports/reader/reading";
import { inBatches } from "#lib/imports/writer/in-batches";
import type { WrittenSections } from "#lib/imports/writer/write-sections";
import { edgeFrom } from "#lib/rules/band";
import { bandRows, parseBands } from "#lib/rules/bands";
import { parseMilestone } from "#lib/rules/milestone";

/** The indicators' ids by ref. */
export type WrittenIndicators = Map<string, string>;
type Placed = {
  scorecardId: string;
  fromMonth: Month;
  reading: Reading;
  sections: WrittenSections;
  setBy: string | null;
};

/** Writes the indicators with all that holds of them from the first month on, and their actuals; each is due every month unless it says otherwise. */
export async function writeIndicators(tx: Database, placed: Placed): Promise<WrittenIndicators> {
  const { scorecardId, reading } = placed;
  const refs = reading.indicators.map(({ ref }) => ({ scorecardId, ref }));
  const made = await inBatches(refs, (batch) =>
    tx.insert(indicator).values(batch).returning({ id: indicator.id, ref: indicator.ref }),
  );
  const ids: WrittenIndicators = new Map(made.flat().map(({ id, ref }) => [ref, id]));
  const each = reading.indicators.map((read, index) => ({
    read,
    position: index + 1,
    indicatorId: idOf(ids, read.ref),
  }));
  for (const one of each) await writeDefinition(tx, one, placed);
  for (const one of each) await writeBands(tx, one, placed);
  const milestones = each.flatMap((one) => milestoneRows(one, placed));
  await inBatches(milestones, (batch) => tx.insert(milestone).values(batch));
  const benchmarks = each.flatMap((one) => benchmarkRows(one, placed));
  await inBatches(benchmarks, (batch) => tx.insert(benchmark).values(batch));
  const actuals = each.flatMap(({ indicatorId, read }) =>
    read.actuals.map(({ month, value }) => ({ indicatorId, month, value })),
  );
  await inBatches(actuals, (batch) => tx.insert(actual).values(batch));
  return ids;
}

export function idOf(ids: WrittenIndicators, ref: string): string {
  const id = ids.get(ref);
  if (id === undefined) throw new Error(`${ref} was not written.`);
  return id;
}

type One = { indicatorId: string; read: IndicatorRead; position: number };

async function writeDefinition(tx: Database, { indicatorId, read, position }: One, placed: Placed): Promise<void> {
  const from = { indicatorId, fromMonth: placed.fromMonth, setBy: placed.setBy };
  const section = placed.sections.get(read.section);
  if (!section) throw new Error(`Section ${read.section} was not written.`);
  const { measure, unit, direction, precision, actionPlanRefs } = read;
  // First, because the entries that follow are found under the team.
  await tx.insert(indicatorTeam).values({ ...from, teamId: section.teamId });
  await tx
    .insert(indicatorDefinition)
    .values({ ...from, sectionId: section.sectionId, position, measure, unit, direction, precision, actionPlanRefs });
  await tx.insert(dueRule).values({ ...from, every: read.every ?? 1 });
}

async function writeBands(tx: Database, { indicatorId, read }: One, { fromMonth, setBy }: Placed): Promise<void> {
  const parsed = parseBands(read.bands, read.direction);
  if (!parsed.ok) throw new Error(`The bands of ${read.ref} were read before, and now are not.`);
  const [set] = await tx.insert(bandSet).values({ indicatorId, fromMonth, setBy }).returning({ id: bandSet.id });
  if (!set) return;
  const rows = bandRows(parsed.bands).map((row) => ({ ...row, indicatorId, fromMonth, bandSetId: set.id }));
  await inBatches(rows, (batch) => tx.insert(band).values(batch));
}

function milestoneRows({ indicatorId, read }: One, { setBy }: Placed) {
  return read.milestones.map(({ month, asTyped }) => {
    const parsed = parseMilestone(asTyped, read.direction);
    if (!parsed.ok) throw new Error(`A milestone of ${read.ref} was read before, and now is not.`);
    return { indicatorId, month, asTyped, ...edgeFrom(parsed.milestone), setBy };
  });
}

function benchmarkRows({ indicatorId, read }: One, { fromMonth, reading, setBy }: Placed) {
  if (read.benchmark === null || reading.benchmark === null) return [];
  const { name, year, source } = reading.benchmark;
  return [{ indicatorId, fromMonth, name, value: read.benchmark, year, source, setBy }];
}
