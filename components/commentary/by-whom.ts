import type { CellRevision } from "#lib/commentary/cell/comment-cell";
import { momentName } from "#lib/rules/moment";

const list = new Intl.ListFormat("en-GB");

/** "written by A and B, submitted by A on 14 January 2014, 09:32": who had a hand in a revision, and when. */
export function byWhom(revision: CellRevision, timeZone: string): string {
  const { source, authors, writtenAt, submittedAt, submittedBy } = revision;
  if (source === "import") return `imported ${momentName(writtenAt, timeZone)}, not written in Candour`;
  const names = authors.map(({ name }) => name);
  const written = `written by ${list.format(names)}`;
  if (!submittedAt) return `${written}, saved ${momentName(writtenAt, timeZone)}`;
  const isAlone = names.length === 1 && names[0] === submittedBy;
  return `${written}, submitted${isAlone ? "" : ` by ${submittedBy}`} ${momentName(submittedAt, timeZone)}`;
}
