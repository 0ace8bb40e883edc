import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { indicatorDefinition } from "#db/schema/indicators";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform, rehearse } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { type Changed, changeIndicator } from "#lib/definitions/change-indicator";
import { getHeld } from "#lib/definitions/held";
import type { EndIndicator } from "#lib/definitions/inputs";
import type { IndicatorRead } from "#lib/definitions/read-indicator";
import { type Month, monthName, nextMonth } from "#lib/rules/month";

/** The performance officer says with which month an indicator ends. Throws what `writeEnd` throws. */
export const endIndicator = (asker: Asker, given: EndIndicator, request?: FormRequest): Promise<Changed | undefined> =>
  perform(asker, "indicator.end", (tx, actor) => writeEnd(tx, actor, given), {
    request,
    reason: given.reason || undefined,
    about: { indicatorId: given.indicatorId, month: given.last },
  });

/** What that would change, with nothing done. Throws the same. */
export const previewEnd = (asker: Asker, given: EndIndicator): Promise<Changed> =>
  rehearse(asker, "indicator.end", (tx, actor) => writeEnd(tx, actor, given));

/**
 * An end cannot be undone; what was recorded up to it stays. Throws INVALID in a month in which it is not defined, before
 * a figure that stands, or before it is defined anew; CONFLICT where it has an end already; and what `changeIndicator` throws.
 */
export const writeEnd = (tx: Database, actor: PersonActor, given: EndIndicator): Promise<Changed> =>
  changeIndicator(tx, actor, given, nextMonth(given.last), async (before) => {
    const { definition } = await getHeld(tx, given.indicatorId, given.last);
    const why = definition
      ? whyNotEnd(before, given.last)
      : `${before.ref} is not defined in ${monthName(given.last)}.`;
    if (!definition || why) throw new Refusal("INVALID", why ?? "", { fields: { last: why ?? "" } });
    if (definition.toMonth) {
      throw new Refusal("CONFLICT", `${before.ref} ends with ${monthName(definition.toMonth)} already.`);
    }
    await tx
      .update(indicatorDefinition)
      .set({ toMonth: given.last, endedAt: now, endedBy: actor.person.id })
      .where(eq(indicatorDefinition.id, definition.id));
    return { withdraws: true };
  });

function whyNotEnd({ ref, own }: IndicatorRead, last: Month): string | null {
  const anew = own.definitions.map(({ firstMonth }) => firstMonth).find((month) => month > last);
  if (anew) return `${ref} is defined anew from ${monthName(anew)}. Withdraw that first, or end it later.`;
  const given = [...own.actuals.values()].filter(({ month }) => month > last).map(({ month }) => month);
  const [latest] = given.sort().toReversed();
  return latest ? `There is a figure of ${ref} for ${monthName(latest)}. End it with that month, or later.` : null;
}
