import { PastFields } from "#components/scorecards/past-fields";
import { Button } from "#components/ui/button";
import type { PastAddress } from "#lib/paths";
import { type Month, monthName } from "#lib/rules/month";

/** Which month to look at: a plain form whose answer is the page's address. */
export function MonthChoice({
  months,
  chosen,
  part,
  past,
  name = "month",
  label = "Month",
}: {
  months: readonly Month[];
  chosen: Month;
  part: number | undefined;
  past: PastAddress;
  name?: string;
  label?: string;
}) {
  return (
    <form aria-label="Month shown" className="my-4 flex flex-wrap items-end gap-3 print:hidden">
      {part && <input type="hidden" name="part" value={part} />}
      <PastFields past={past} />
      <div className="grid gap-0.5">
        <label htmlFor={name} className="text-sm text-soft">
          {label}
        </label>
        <select
          id={name}
          name={name}
          defaultValue={chosen}
          className="rounded-md border-[1.5px] border-edge bg-raised px-2 py-1.5"
        >
          {months.toReversed().map((month) => (
            <option key={month} value={month}>
              {monthName(month)}
            </option>
          ))}
        </select>
      </div>
      <Button tone="quiet">Show</Button>
    </form>
  );
}
