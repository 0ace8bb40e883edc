import { type HideableColumn, hideableColumns } from "#components/scorecards/hideable-columns";
import { monthsToChoose } from "#components/scorecards/months-to-choose";
import { PastFields } from "#components/scorecards/past-fields";
import { Button } from "#components/ui/button";
import type { PastAddress } from "#lib/paths";
import { monthName } from "#lib/rules/month";
import type { SheetRange } from "#lib/scorecards/sheet-range";

/** Which months and which columns to show: a plain form whose answer is the page's address. */
export function SheetControls({
  whole,
  range,
  hidden,
  part,
  past,
}: {
  whole: SheetRange;
  range: SheetRange;
  hidden: readonly HideableColumn[];
  part: number | undefined;
  past: PastAddress;
}) {
  const months = monthsToChoose(whole, range);
  const select = "rounded-md border-[1.5px] border-edge bg-raised px-2 py-1.5";
  return (
    <form aria-label="Months and columns shown" className="my-4 flex flex-wrap items-end gap-x-4 gap-y-3 print:hidden">
      {part && <input type="hidden" name="part" value={part} />}
      <PastFields past={past} />
      {(["from", "to"] as const).map((end) => (
        <div key={end} className="grid gap-0.5">
          <label htmlFor={end} className="text-sm text-soft">
            {end === "from" ? "Months from" : "to"}
          </label>
          <select id={end} name={end} defaultValue={range[end]} className={select}>
            {months.map((month) => (
              <option key={month} value={month}>
                {monthName(month)}
              </option>
            ))}
          </select>
        </div>
      ))}
      <details className="relative" open={hidden.length > 0}>
        <summary className="py-1.5 text-accent underline underline-offset-3">Hide columns</summary>
        <fieldset aria-label="Columns to hide" className="checks mt-1">
          {Object.entries(hideableColumns).map(([name, label]) => (
            <label key={name}>
              <input
                type="checkbox"
                name="hide"
                value={name}
                defaultChecked={hidden.includes(name as HideableColumn)}
              />
              {label}
            </label>
          ))}
        </fieldset>
      </details>
      <Button tone="quiet">Show</Button>
    </form>
  );
}
