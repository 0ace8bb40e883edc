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
export function PreviousFigure({ row: { previous, precision }, part }: { row: ReturnRow; part: ReturnPart }) {
  if (!previous) {
    return (
      <>
        <span className="text-soft lg:hidden">{lastDue}</span>
        <span className="text-soft">none</span>
      </>
    );
  }
  const isNamed = previousInAll(part) !== null;
  return (
    <>
      <span className={`text-soft ${isNamed ? "lg:hidden" : "lg:block lg:text-xs"}`}>{monthShort(previous.month)}</span>
      <EarnedGrade content={previous.actual} level={previous.level} precision={precision} />
    </>
  );
}
