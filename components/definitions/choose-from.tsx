import { Button } from "#components/ui/button";
import { SelectField } from "#components/ui/field";
import { paths } from "#lib/paths";
import { type Month, monthName } from "#lib/rules/month";

/** From which month something changes: asked first, because the form is filled in with what holds in it. */
export function ChooseFrom({
  slug,
  indicator,
  months,
  chosen,
}: {
  slug: string;
  indicator: string;
  months: readonly Month[];
  chosen: Month | null;
}) {
  const all = chosen && !months.includes(chosen) ? [chosen, ...months] : months;
  return (
    <form
      action={paths.definition(slug, indicator)}
      method="get"
      aria-label="Choose the month"
      className="flex flex-wrap items-end gap-x-4"
    >
      <SelectField
        name="from"
        label="From which month"
        options={all.map((month) => ({ value: month, label: monthName(month) }))}
        defaultValue={chosen ?? undefined}
      />
      <Button tone="quiet" className="mb-4">
        Fill in the form
      </Button>
    </form>
  );
}
