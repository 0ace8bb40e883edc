import { Button } from "#components/ui/button";
import { SelectField } from "#components/ui/field";
import { paths } from "#lib/paths";
import type { LabelSet } from "#lib/rules/labels";
import { type Month, monthName } from "#lib/rules/month";

/** Which words, and from which month; asked by address, so that what they would change is looked at first. */
export function ChooseLabelSet({
  slug,
  labelSets,
  months,
  typed,
  errors,
}: {
  slug: string;
  labelSets: readonly LabelSet[];
  months: readonly Month[];
  typed: { labels: string; from: string };
  errors: Record<string, string>;
}) {
  return (
    <form action={paths.grading(slug)} method="get" aria-label="Choose words for grades" className="max-w-xl">
      <SelectField
        name="labels"
        label="Words for grades"
        options={labelSets.map(({ id, name, labels }) => ({
          value: id,
          label: `${labels.map(({ word }) => word).join(", ")} (${name})`,
        }))}
        defaultValue={typed.labels || undefined}
        error={errors.labels}
      />
      <SelectField
        name="from"
        label="From which month"
        options={months.map((month) => ({ value: month, label: monthName(month) }))}
        defaultValue={typed.from || undefined}
        error={errors.from}
      />
      <Button tone="quiet">See what that changes</Button>
    </form>
  );
}
