import { decimals, often } from "#components/definitions/options";
import { Button } from "#components/ui/button";
import { SelectField } from "#components/ui/field";
import { paths } from "#lib/paths";
import { type Month, monthName } from "#lib/rules/month";
import { severalField, type severalFields } from "#lib/structure/several/inputs";
import type { SeveralRow } from "#lib/structure/several/list-several";

const oftenOrNever = [...often, { value: "", label: "never" }];

/** A row an indicator, as it holds in a month; what is chosen otherwise is previewed, by address alone. */
export function SeveralForm({
  slug,
  from,
  seen,
  part,
  rows,
  teams,
  typed,
  errors,
}: {
  slug: string;
  from: Month;
  seen: string;
  part: number;
  rows: readonly SeveralRow[];
  teams: readonly { id: string; name: string }[];
  typed: Record<string, string>;
  errors: Record<string, string>;
}) {
  const named = teams.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <form
      action={paths.several(slug)}
      method="get"
      aria-label={`Indicators from ${monthName(from)}`}
      className="mt-4 max-w-5xl"
    >
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="part" value={part} />
      {rows.map(({ ref, measure, theme, team, every, precision }, index) => {
        const field = (of: (typeof severalFields)[number], held: string) => {
          const name = severalField(of, ref);
          return { name, defaultValue: typed[name] ?? held, error: errors[name] };
        };
        return (
          <div key={ref}>
            {theme !== rows[index - 1]?.theme && <h2 className="mt-6 mb-1 text-lg">{theme}</h2>}
            <fieldset className="several">
              <legend>
                <b>{ref}</b> {measure}
              </legend>
              <SelectField
                {...field("team", team?.id ?? "")}
                label="Team"
                options={team ? named : [{ value: "", label: "none" }, ...named]}
              />
              <SelectField {...field("every", String(every ?? ""))} label="Due" options={oftenOrNever} />
              <SelectField {...field("precision", String(precision))} label="Decimals" options={decimals} />
            </fieldset>
          </div>
        );
      })}
      <Button className="mt-4">Preview the changes</Button>
    </form>
  );
}
