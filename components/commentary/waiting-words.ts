import type { HeadView } from "#lib/commentary/reading/head-view";
import { momentName } from "#lib/rules/moment";

/** "3 comments wait for you, 1 of them because its approval lapsed; the longest since 14 January 2014, 09:32." */
export function waitingWords(waiting: readonly HeadView[], timeZone: string): string {
  const lapsed = waiting.filter(({ state }) => state.state === "lapsed").length;
  // When a figure's change made an approval lapse, the comment does not know.
  const oldest = waiting.flatMap(({ state }) =>
    state.state === "submitted" ? (state.revision.submittedAt ?? []) : [],
  )[0];
  const since = oldest && momentName(oldest, timeZone);
  if (waiting.length === 1) {
    return `1 comment waits for you${lapsed > 0 ? ": its approval lapsed" : since ? ` since ${since}` : ""}.`;
  }
  const which =
    lapsed === 0 ? "" : `, ${lapsed} of them because ${lapsed === 1 ? "its approval" : "their approvals"} lapsed`;
  return `${waiting.length} comments wait for you${which}${since ? `; the longest since ${since}` : ""}.`;
}
