import { BandFields } from "#components/definitions/band-fields";
import { BenchmarkFields } from "#components/definitions/benchmark-fields";
import type { Filled } from "#components/definitions/filled";
import { often } from "#components/definitions/options";
import { WhatFields } from "#components/definitions/what-fields";
import { Button } from "#components/ui/button";
import { SelectField } from "#components/ui/field";
import { paths } from "#lib/paths";
import type { Labels } from "#lib/rules/labels";
import { type Month, monthName } from "#lib/rules/month";

const oftenOrNever = [...often, { value: "", label: "never" }];

/** All that an indicator is, as it holds in a month: what is typed over is previewed, by address alone. */
export function DefinitionForm({
  slug,
  indicator,
  from,
  seen,
  labels,
  teams,
  ...filled
}: Filled & {
  slug: string;
  indicator: string;
  from: Month;
  seen: string;
  labels: Labels;
  teams: readonly { id: string; name: string }[];
}) {
  const { typed, errors } = filled;
  const team = teams.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <form
      action={paths.definition(slug, indicator)}
      method="get"
      aria-label={`What ${indicator} is from ${monthName(from)}`}
      className="mt-4 max-w-3xl"
    >
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="seen" value={seen} />
      <WhatFields {...filled} />
      <BandFields {...filled} labels={labels} />
      <fieldset className="mb-4">
        <legend className="mb-2 text-lg font-semibold">Who answers for it, and when</legend>
        <div className="fields sm:grid-cols-2">
          <SelectField
            name="team"
            label="Team"
            options={typed.team ? team : [{ value: "", label: "none" }, ...team]}
            defaultValue={typed.team}
            error={errors.team}
          />
          <SelectField
            name="every"
            label="Due"
            hint={`Counted from ${monthName(from)} if it is changed.`}
            options={oftenOrNever}
            defaultValue={typed.every}
            error={errors.every}
          />
        </div>
      </fieldset>
      <BenchmarkFields {...filled} />
      <Button>Preview the change</Button>
    </form>
  );
}
