import { Said } from "#components/scorecards/said";
import { saidView } from "#components/scorecards/said-view";
import type { SheetCell } from "#lib/scorecards/sheet";

/** The comment on show for a month with its standing: approved and by whom, as imported, or why it is not shown. */
export function CommentSaid({ cell, timeZone, withMonth }: { cell: SheetCell; timeZone: string; withMonth: boolean }) {
  const said = saidView(cell, timeZone, withMonth);
  return (
    said && (
      <div className="said">
        <Said said={said} />
      </div>
    )
  );
}
