import type { Queue } from "#lib/commentary/reading/get-approvals";
import { momentName } from "#lib/rules/moment";

/** "3 comments wait for you, 1 of them because its approval lapsed; the longest since 14 January 2014, 09:32." */
export function waitingWords({ waiting, lapsed, since: first }: Queue, timeZone: string): string {
  const since = first && momentName(first, timeZone);
  if (waiting === 1) {
    return `1 comment waits for you${since ? ` since ${since}` : ""}${lapsed > 0 ? ", because its approval lapsed" : ""}.`;
  }
  const some = lapsed === waiting ? "" : `${lapsed} of them `;
  const which = lapsed === 0 ? "" : `, ${some}because ${lapsed === 1 ? "its approval" : "their approvals"} lapsed`;
  return `${waiting} comments wait for you${which}${since ? `; the longest since ${since}` : ""}.`;
}
