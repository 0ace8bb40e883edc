import type { PersonActor } from "#lib/access/actor";
import { getMonth } from "#lib/months/get-month";
import { publishMonth } from "#lib/months/publish-month";
import type { Month } from "#lib/rules/month";

/** Publishes a scorecard's months as the performance officer would, over what stands in their way. What is published or opened stays. */
export async function publishMonths(
  officer: PersonActor,
  slug: string,
  { months, reason }: { months: readonly Month[]; reason: string },
): Promise<void> {
  for (const month of months) {
    const view = await getMonth(officer, slug, month);
    if (view?.state !== "closed") continue;
    const { checklist } = view;
    await publishMonth(officer, { scorecardId: view.scorecard.id, month, number: 1, seen: checklist.seen, reason });
  }
}
