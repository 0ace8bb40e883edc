import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client";
import { section } from "#db/schema/scorecards";
import { Refusal } from "#lib/audit/refusal";
import { sectionName } from "#lib/rules/section-name";
import { invalid } from "#lib/structure/invalid";

/** A section of a locked scorecard, as it was seen. Throws NOT_FOUND, WRONG_STATE, CONFLICT. */
export async function findSection(
  tx: Database,
  { scorecard, section: id, seen }: { scorecard: string; section: string; seen: number },
) {
  const [found] = await tx
    .select()
    .from(section)
    .where(and(eq(section.id, id), eq(section.scorecardId, scorecard)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such section.");
  if (found.endedAt) throw new Refusal("WRONG_STATE", `Section ${sectionName(found)} has ended.`);
  if (found.version !== seen) {
    throw new Refusal(
      "CONFLICT",
      `Somebody else changed this section after you opened the page: it is ${sectionName(found)}. Yours was not saved.`,
    );
  }
  return found;
}

/** Throws INVALID where another section of the scorecard goes by a number. */
export async function requireFreeNumber(tx: Database, scorecardId: string, number: number, but?: string) {
  const [other] = await tx
    .select()
    .from(section)
    .where(and(eq(section.scorecardId, scorecardId), eq(section.number, number), isNull(section.endedAt)));
  if (!other || other.id === but) return;
  throw invalid("number", `Section ${sectionName(other)} goes by this number. Give another one.`);
}
