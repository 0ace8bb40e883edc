import type { Part, TrailEntry } from "#lib/history/entry";
import { monthName } from "#lib/rules/month";

/** "2.3 for December 2013", the ref linking to its indicator and the month to what happened in it. */
export function aboutCell({ ref, month }: TrailEntry): Part[] {
  return [
    { text: ref ?? "an indicator", as: "indicator" },
    ...(month ? [{ text: " for " }, { text: monthName(month), as: "month" as const }] : []),
  ];
}

/** "the comment on 2.1, December 2013", linking to its words. */
export function aboutComment(entry: TrailEntry): Part[] {
  return [{ text: `the comment on ${cellName(entry)}`, as: "comment" }];
}

/** "2.1, December 2013" */
export function cellName({ ref, month }: TrailEntry): string {
  return [ref ?? "an indicator", month && monthName(month)].filter(Boolean).join(", ");
}
