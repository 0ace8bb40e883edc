import type { Filled } from "#components/definitions/filled";
import { decimals, directionOptions, often, unitOptions } from "#components/definitions/options";
import { SelectField, TextareaField, TextField } from "#components/ui/field";
import { type Month, monthName } from "#lib/rules/month";

type Named = { id: string; name: string };

/** What there is to choose from. */
export type Choices = { months: readonly Month[]; sections: readonly Named[]; teams: readonly Named[] };

const named = (those: readonly Named[]) => those.map(({ id, name }) => ({ value: id, label: name }));

/** What an indicator is at first: by which ref it goes, where it stands, what it measures and who answers for it. */
export function AddFields({ months, sections, teams, typed, errors }: Choices & Filled) {
  const field = (name: string) => ({ name, defaultValue: typed[name], error: errors[name] });
  const monthOptions = months.map((month) => ({ value: month, label: monthName(month) }));
  return (
    <>
      <div className="fields sm:grid-cols-3">
        <TextField {...field("ref")} label="Ref" required maxLength={40} autoComplete="off" />
        <SelectField {...field("section")} label="Section" options={named(sections)} />
        <SelectField {...field("from")} label="From" options={monthOptions} />
      </div>
      <TextareaField {...field("measure")} label="Measure" rows={2} required />
      <div className="fields sm:grid-cols-3">
        <SelectField {...field("unit")} label="Unit" options={unitOptions} />
        <SelectField {...field("precision")} label="Figures have" options={decimals} />
        <SelectField {...field("direction")} label="Direction" options={directionOptions} />
        <SelectField {...field("team")} label="Team" options={named(teams)} />
        <SelectField {...field("every")} label="Due" options={often} />
      </div>
    </>
  );
}
