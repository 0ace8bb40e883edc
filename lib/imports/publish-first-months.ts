import type { PersonActor } from "#lib/access/actor";
import { getMonth } from "#lib/months/get-month";
import { publishMonth } from "#lib/months/publish-month";
import type { Month } from "#lib/rules/month";

/** The months of the first scorecard that were published, as a PDF, before there was Candour; the last one last. */
const publishedBefore: readonly Month[] = ["2013-09", "2013-10", "2013-11"];

/** Publishes them as the performance officer would, over what stands in their way. What is published or opened stays. */
export async function publishFirstMonths(officer: PersonActor, slug: string): Promise<void> {
  for (const month of publishedBefore) {
    const view = await getMonth(officer, slug, month);
    if (view?.state !== "closed") continue;
    await publishMonth(officer, {
      scorecardId: view.scorecard.id,
      month,
      number: 1,
      seen: view.checklist.seen,
      reason: "Published before Candour.",
    });
  }
}
