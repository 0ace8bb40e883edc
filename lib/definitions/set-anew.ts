import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import {
  type bandSet,
  type benchmark,
  type dueRule,
  indicatorDefinition,
  type indicatorTeam,
  type milestone,
} from "#db/schema/indicators";
import { Refusal } from "#lib/audit/refusal";
import { type Month, previousMonth } from "#lib/rules/month";

export type VersionTable =
  | typeof indicatorDefinition
  | typeof indicatorTeam
  | typeof dueRule
  | typeof bandSet
  | typeof benchmark
  | typeof milestone;
type EndingTable = Exclude<VersionTable, typeof indicatorTeam | typeof milestone>;

/** By whom, of which indicator, from which month and why something is set. */
export type Setting = { indicatorId: string; from: Month; by: string; reason: string };

/** What proved wrong is withdrawn, by whom and why. Throws CONFLICT when somebody withdrew it meanwhile. */
export async function withdraw(
  tx: Database,
  table: VersionTable,
  id: string,
  { by, reason, indicatorId }: Pick<Setting, "by" | "reason" | "indicatorId">,
): Promise<void> {
  const t = table as typeof indicatorDefinition;
  const [done] = await tx
    .update(t)
    .set({ withdrawnAt: now, withdrawnBy: by, withdrawnReason: reason })
    .where(and(eq(t.id, id), eq(t.indicatorId, indicatorId), isNull(t.withdrawnAt)))
    .returning({ id: t.id });
  if (!done) throw new Refusal("CONFLICT", "This was withdrawn already, after you opened the page.");
}

/**
 * Takes away what holds in a month, so that it no longer does: what starts there is withdrawn, what started earlier ends
 * the month before. Answers whether it was withdrawn.
 */
export async function takeAway(
  tx: Database,
  table: EndingTable,
  held: { id: string; fromMonth: Month; toMonth: Month | null },
  setting: Setting,
): Promise<boolean> {
  if (held.fromMonth === setting.from) {
    await withdraw(tx, table, held.id, setting);
    return true;
  }
  const t = table as typeof indicatorDefinition;
  if (held.toMonth === null) {
    await tx
      .update(t)
      .set({ toMonth: previousMonth(setting.from), endedAt: now, endedBy: setting.by })
      .where(eq(t.id, held.id));
  }
  return false;
}

/** Makes room for what is set from a month on: what was set from the same month is withdrawn; answers whether anything was. */
export async function makeRoom(
  tx: Database,
  table: VersionTable,
  held: { id: string; fromMonth: Month } | null,
  setting: Setting,
): Promise<boolean> {
  if (held?.fromMonth !== setting.from) return false;
  await withdraw(tx, table, held.id, setting);
  return true;
}
