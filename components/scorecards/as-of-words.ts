import type { PastView } from "#lib/audit/past-view";
import { apart } from "#lib/rules/direction";
import { momentName } from "#lib/rules/moment";

/** Whose figures a printed scorecard shows, and as they stood when: said each time that it is shown, so that it names that moment. */
export const asOfWords = (past: Pick<PastView, "name"> | null, at: Date, timeZone: string): string =>
  `${past ? `${apart(past.name)}: as` : "Live figures as"} they stood on ${momentName(at, timeZone)}.`;
