import { apart } from "#lib/rules/direction";
import { dayName } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";
import { withheldWords } from "#lib/rules/small/small-words";
import type { SheetCell } from "#lib/scorecards/sheet";

/** The words on show for a month, none of an approval that lapsed, and their standing. */
export type SaidView = { body: string | null; standing: string };

/** The comment on show for a month with its standing: approved and by whom, as imported, or why it is not shown. */
export function saidView(
  { comment, month }: Pick<SheetCell, "comment" | "month">,
  timeZone: string,
  withMonth: boolean,
): SaidView | null {
  if (!comment) return null;
  const lead = withMonth ? `${monthName(month)}: ` : "";
  switch (comment.kind) {
    case "approved": {
      const { body, number, decidedBy, decidedAt } = comment;
      const standing = `${lead}revision ${number}, approved by ${apart(decidedBy)}, ${dayName(decidedAt, timeZone)}`;
      return { body, standing };
    }
    case "imported":
      return { body: comment.body, standing: `${lead}as imported, not approved in Candour` };
    case "withheld":
      return { body: null, standing: `${lead}${withheldWords}.` };
    case "lapsed":
      return {
        body: null,
        standing: `${lead || "Not shown: "}the approval of this month’s comment lapsed, because ${comment.because}.`,
      };
  }
}
