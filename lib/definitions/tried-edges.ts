import type { Month } from "#db/vocabulary";
import { parseBand } from "#lib/rules/band";
import { monthName } from "#lib/rules/month";

/** What the trail takes of one thing that was tried. */
const most = 400;

/** Bands or milestones that somebody tried to set, in a few words; what reads as neither stays out of the trail. */
export const triedEdges = (typed: readonly { asTyped: string; month?: Month }[]): string =>
  typed
    .filter(({ asTyped }) => parseBand(asTyped) !== null)
    .map(({ asTyped, month }) => (month ? `${asTyped.trim()} by ${monthName(month)}` : asTyped.trim()))
    .join(", ")
    .slice(0, most);
