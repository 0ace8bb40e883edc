import type { CellRevision } from "#lib/commentary/cell/comment-cell";
import { apart } from "#lib/rules/direction";
import { momentName } from "#lib/rules/moment";

const list = new Intl.ListFormat("en-GB");

/** "written by A and B, submitted by A on 14 January 2014, 09:32": who had a hand in a revision, and when. */
export function byWhom(revision: CellRevision, timeZone: string): string {
  const { source, authors, writtenAt, submittedAt, submittedBy } = revision;
  if (source === "import") return `imported ${momentName(writtenAt, timeZone)}, not written in Candour`;
  const names = authors.map(({ name }) => apart(name));
  const written = `written by ${list.format(names)}`;
  if (!submittedAt) return `${written}, saved ${momentName(writtenAt, timeZone)}`;
  const isAlone = authors.length === 1 && authors[0]?.name === submittedBy;
  return `${written}, submitted${isAlone ? "" : ` by ${apart(submittedBy ?? "")}`} ${momentName(submittedAt, timeZone)}`;
}
