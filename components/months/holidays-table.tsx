import { WithdrawHolidayForm } from "#components/months/withdraw-holiday-form";
import type { Holiday } from "#lib/months/working-days";
import { dateName } from "#lib/rules/moment";

/** The bank holidays by year. What is over is left alone, unless somebody of the organisation added it. */
export function HolidaysTable({
  holidays,
  thisYear,
  newRequest,
}: {
  holidays: readonly Holiday[];
  thisYear: string;
  newRequest: () => string;
}) {
  return [...Map.groupBy(holidays, ({ day }) => day.slice(0, 4))].toReversed().map(([year, days]) => (
    <details key={year} className="mt-3" open={year === thisYear || days.some(({ isOwn }) => isOwn)}>
      <summary className="min-h-9 py-1.5 font-semibold">
        {year} ({days.length})
      </summary>
      <ul>
        {days.map(({ id, day, name, isOwn }) => (
          <li key={id} className="border-b border-line py-1.5">
            {dateName(day)}: {name}
            {(isOwn || year >= thisYear) && (
              <WithdrawHolidayForm holiday={id} name={dateName(day)} request={newRequest()} />
            )}
          </li>
        ))}
      </ul>
    </details>
  ));
}
