import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { paths } from "#lib/paths";
import { type Month, monthName } from "#lib/rules/month";

/** A row of months, each with its milestone as typed; what is typed over is previewed, by address alone. */
export function MilestonesForm({
  place: { slug, ref },
  months,
  seen,
  typed,
  errors,
}: {
  place: { slug: string; ref: string };
  months: readonly Month[];
  seen: string;
  typed: Record<string, string>;
  errors: Record<string, string>;
}) {
  return (
    <form action={paths.milestones(slug, ref)} method="get" aria-label={`Milestones of ${ref}`} className="mt-4">
      <p className="mb-3 max-w-3xl">
        A milestone is a figure such as 85, or 75+, below 20, 10-20; blank where there is none. It is met by the
        indicator’s direction.
      </p>
      <input type="hidden" name="from" value={months[0]} />
      <input type="hidden" name="seen" value={seen} />
      <div className="fields grid-cols-2 sm:grid-cols-4 lg:grid-cols-6">
        {months.map((month) => {
          const name = `milestone-${month}`;
          return (
            <TextField
              key={month}
              name={name}
              label={monthName(month)}
              autoComplete="off"
              defaultValue={typed[name]}
              error={errors[name]}
            />
          );
        })}
      </div>
      <Button>Preview the milestones</Button>
    </form>
  );
}
