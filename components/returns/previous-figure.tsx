import { EarnedGrade } from "#components/returns/earned-grade";
import type { ReturnPart } from "#lib/returns/return-parts";
import type { ReturnRow } from "#lib/returns/return-row";
import { sharedPrevious } from "#lib/rules/due";
import { type Month, monthShort } from "#lib/rules/month";

export const lastDue = "Last due";

/** The previous due month, when all rows have the same: the column is then named after it. */
export function previousInAll({ rows }: ReturnPart): Month | null {
  return sharedPrevious(rows.map(({ previous }) => previous?.month ?? null));
}

/** What the row said when it was last due, with its month wherever the column does not name it. */
export function PreviousFigure({
  row: { previous, precision },
  isNamed,
}: {
  row: Pick<ReturnRow, "previous" | "precision">;
  isNamed: boolean;
}) {
  if (!previous) {
    return (
      <>
        <i>{lastDue}</i>
        <span className="text-soft">none</span>
      </>
    );
  }
  return (
    <>
      <i className={isNamed ? undefined : "year"}>{monthShort(previous.month)}</i>
      <EarnedGrade content={previous.actual} level={previous.level} precision={precision} />
    </>
  );
}
