import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client";
import { milestone } from "#db/schema/indicators";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform, rehearse } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { type Changed, changeIndicator } from "#lib/definitions/change-indicator";
import { milestoneField, type SetMilestones } from "#lib/definitions/inputs";
import { lastChange, listVersions, seenOf } from "#lib/definitions/list-versions";
import type { IndicatorRead } from "#lib/definitions/read-indicator";
import { withdraw } from "#lib/definitions/set-anew";
import { triedEdges } from "#lib/definitions/tried-edges";
import { atMonth } from "#lib/rules/at-month";
import { edgeFrom } from "#lib/rules/band";
import { apart } from "#lib/rules/direction";
import { parseMilestone } from "#lib/rules/milestone";
import { momentSince } from "#lib/rules/moment";
import { type Month, monthName } from "#lib/rules/month";

/** The performance officer sets an indicator's milestones, changes them or takes them away. Throws what `writeMilestones` throws. */
export const setMilestones = (
  asker: Asker,
  given: SetMilestones,
  request?: FormRequest,
): Promise<Changed | undefined> =>
  perform(asker, "milestones.set", (tx, actor) => writeMilestones(tx, actor, given), {
    request,
    reason: given.reason || undefined,
    about: { indicatorId: given.indicatorId },
    tried: { milestones: triedEdges(given.milestones) },
  });

/** What that would change, with nothing done. Throws the same. */
export const previewMilestones = (asker: Asker, given: SetMilestones): Promise<Changed> =>
  rehearse(asker, "milestones.set", (tx, actor) => writeMilestones(tx, actor, given));

/**
 * Of the months given those are written that differ. Throws INVALID by the month of each that cannot be read in its
 * direction, CONFLICT where somebody set or withdrew any milestone since the form was opened, and what `changeIndicator` throws.
 */
export const writeMilestones = (tx: Database, actor: PersonActor, given: SetMilestones): Promise<Changed> =>
  changeIndicator(tx, actor, given, null, async (before) => {
    await requireSeen(tx, actor, before, given);
    const now = new Map(
      (
        await tx
          .select({ id: milestone.id, month: milestone.month, asTyped: milestone.asTyped })
          .from(milestone)
          .where(and(eq(milestone.indicatorId, given.indicatorId), isNull(milestone.withdrawnAt)))
      ).map((row) => [row.month, row]),
    );
    const different = given.milestones.filter(({ month, asTyped }) => (now.get(month)?.asTyped ?? "") !== asTyped);
    if (different.length === 0) throw new Refusal("INVALID", `These are the milestones that ${before.ref} has.`);
    const read = readAll(before, different);
    const by = actor.person.id;
    const withdrawn = different.flatMap(({ month }) => now.get(month)?.id ?? []);
    for (const id of withdrawn) {
      await withdraw(tx, milestone, id, { indicatorId: given.indicatorId, by, reason: given.reason || "Set anew." });
    }
    if (read.length > 0) {
      await tx.insert(milestone).values(read.map((one) => ({ ...one, indicatorId: given.indicatorId, setBy: by })));
    }
    return { withdraws: withdrawn.length > 0 };
  });

function readAll({ ref, own }: IndicatorRead, typed: SetMilestones["milestones"]) {
  const problems: Record<string, string> = {};
  const read = typed.flatMap(({ month, asTyped }) => {
    if (asTyped === "") return [];
    const direction = atMonth(own.definitions, month)?.direction;
    const parsed = direction && parseMilestone(asTyped, direction);
    if (parsed?.ok) {
      return [{ month, asTyped: parsed.milestone.asTyped, ...edgeFrom(parsed.milestone) }];
    }
    problems[milestoneField(month)] = problem(ref, month, parsed?.message);
    return [];
  });
  const [first] = Object.values(problems);
  if (first) throw new Refusal("INVALID", first, { fields: problems });
  return read;
}

const problem = (ref: string, month: Month, message: string | undefined) =>
  message ? `${monthName(month)}: ${message}` : `${ref} is not defined in ${monthName(month)}.`;

async function requireSeen(
  tx: Database,
  actor: PersonActor,
  { ref, own }: IndicatorRead,
  given: SetMilestones,
): Promise<void> {
  const versions = (await listVersions(tx, given.indicatorId)).filter(({ kind }) => kind === "milestone");
  if (seenOf(versions) === given.seen) return;
  const last = lastChange(versions);
  const by = last
    ? ` by ${apart(last.by ?? "an operator")} at ${momentSince(last.at, new Date(), actor.organisation.timeZone)}`
    : "";
  const differing = given.milestones.flatMap(({ month, asTyped }) => {
    const theirs = own.milestones.get(month)?.asTyped ?? "";
    return theirs === asTyped ? [] : [`${monthName(month)} ${theirs || "none"} (yours: ${asTyped || "none"})`];
  });
  throw new Refusal(
    "CONFLICT",
    `The milestones of ${ref} were changed${by}, after you opened this page: ${differing.join("; ") || "to what you typed"}. Open the page again, and change them over that.`,
  );
}
