import type { HeadView } from "#lib/commentary/head-view";
import { momentName } from "#lib/rules/moment";

/** "3 comments wait for you, one of them because its approval lapsed; the longest since 14 January 2014, 09:32" */
export function waitingWords(waiting: readonly HeadView[], timeZone: string): string {
  if (waiting.length === 0) return "No comment waits for you.";
  const lapsed = waiting.filter(({ state }) => state.state === "lapsed").length;
  const oldest = waiting.flatMap(({ state }) => ("revision" in state ? (state.revision.submittedAt ?? []) : []))[0];
  const many = waiting.length === 1 ? "1 comment waits for you" : `${waiting.length} comments wait for you`;
  const which =
    lapsed === 0 ? "" : waiting.length === 1 ? ", its approval lapsed" : `, ${lapsed} whose approval lapsed`;
  const since = oldest ? `; ${waiting.length === 1 ? "" : "the longest "}since ${momentName(oldest, timeZone)}` : "";
  return `${many}${which}${since}.`;
}
