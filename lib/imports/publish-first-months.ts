import type { PersonActor } from "#lib/access/actor";
import { publishMonths } from "#lib/imports/publish-months";
import type { Month } from "#lib/rules/month";

/** The months of the first scorecard that were published, as a PDF, before there was Candour; the last one last. */
const months: readonly Month[] = ["2013-09", "2013-10", "2013-11"];

/** Publishes them as the performance officer would. */
export const publishFirstMonths = (officer: PersonActor, slug: string): Promise<void> =>
  publishMonths(officer, slug, { months, reason: "Published before Candour." });
