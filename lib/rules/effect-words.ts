import { isClosed, type Month, type MonthState, monthName } from "#lib/rules/month";
import { wholeNumber } from "#lib/rules/whole-number";

type Line = { month: Month; state: MonthState; kind: string; was: string; becomes: string };
type Term = { term: string; was: string; becomes: string };

/** One line of what a change does, by which two previews are compared: "December 2013, grade: Good → Outstanding". */
export const lineWords = ({ month, kind, was, becomes }: Line): string =>
  `${monthName(month)}, ${kind}: ${was} → ${becomes}`;

export const termWords = ({ term, was, becomes }: Term): string => `${term}: ${was} → ${becomes}`;

const conjoined = new Intl.ListFormat("en-GB");
const counted = (count: number, one: string, many: string) =>
  count === 0 ? [] : [`${wholeNumber(count)} ${count === 1 ? one : many}`];

/** "3 grades change, 1 milestone changes and 1 approval lapses"; empty where no month changes. */
export function effectCounts(lines: readonly Line[]): string {
  const of = (kind: string) => lines.filter((line) => line.kind === kind).length;
  const approvals = lines.filter(({ kind }) => kind === "approval");
  const again = approvals.filter(({ becomes }) => becomes.endsWith("holds again")).length;
  return conjoined.format([
    ...counted(of("grade"), "grade changes", "grades change"),
    ...counted(of("milestone"), "milestone changes", "milestones change"),
    ...counted(approvals.length - again, "approval lapses", "approvals lapse"),
    ...counted(again, "approval holds again", "approvals hold again"),
    ...counted(of("figure"), "figure is shown otherwise", "figures are shown otherwise"),
    ...counted(of("due"), "month changes whether a figure is due", "months change whether a figure is due"),
    ...counted(
      of("comment"),
      "month changes whether a comment is required",
      "months change whether a comment is required",
    ),
    ...counted(of("team"), "month changes its team", "months change their team"),
  ]);
}

/** The months that are over and would be seen otherwise, earliest first: closed, and of those the published. */
export function closedMonths(lines: readonly Line[]): { closed: Month[]; published: Month[] } {
  const over = lines.filter(({ state }) => isClosed(state));
  const months = (those: readonly Line[]) => [...new Set(those.map(({ month }) => month))];
  return { closed: months(over), published: months(over.filter(({ state }) => state === "published")) };
}

/** The lines of a preview as a form sends them back. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** How two previews differ, line by line: what came to it, and what is no longer of it. */
export function previewDifference(previewed: readonly string[], now: readonly string[]): string {
  const came = now.filter((line) => !previewed.includes(line));
  const went = previewed.filter((line) => !now.includes(line));
  const said = (what: string, those: readonly string[]) =>
    those.length === 0
      ? []
      : [`${what} ${those.slice(0, 5).join("; ")}${those.length > 5 ? `; and ${those.length - 5} more` : ""}.`];
  return [...said("Now also:", came), ...said("No longer:", went)].join(" ");
}
