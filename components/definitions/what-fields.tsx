import type { Filled } from "#components/definitions/filled";
import {
  coverageOptions,
  decimals,
  directionOptions,
  smallOptions,
  unitOptions,
} from "#components/definitions/options";
import { SelectField, TextareaField, TextField } from "#components/ui/field";

/** What it measures, and how its figures look and are read. */
export function WhatFields({ typed, errors }: Filled) {
  const field = (name: string) => ({ name, defaultValue: typed[name], error: errors[name] });
  return (
    <fieldset className="mb-4">
      <legend className="mb-2 text-lg font-semibold">What it measures</legend>
      <TextareaField {...field("measure")} label="Measure" rows={2} required />
      <div className="fields sm:grid-cols-3">
        <SelectField {...field("unit")} label="Unit" options={unitOptions} />
        <SelectField {...field("precision")} label="Figures have" options={decimals} />
        <SelectField {...field("direction")} label="Direction" options={directionOptions} />
        <TextField {...field("numerator")} label="Numerator" hint="What is counted, if it is a share." />
        <TextField {...field("denominator")} label="Denominator" hint="Of what it is counted." />
        <SelectField {...field("covers")} label="A figure covers" options={coverageOptions} />
        <SelectField
          {...field("small")}
          label="Small numbers are"
          hint="1 to 5, and what gives such a figure away. A year to date begins in April."
          options={smallOptions}
        />
        <TextField {...field("data")} label="Source of the figures" hint="The system or report they come from." />
        <TextField {...field("refs")} label="Action plan" hint="Its refs, with commas between them." />
      </div>
      <TextareaField {...field("purpose")} label="Purpose" hint="Why it is measured." rows={2} />
      <TextareaField {...field("calculation")} label="Calculation" hint="What counts, and what does not." rows={3} />
      <p className="mb-4">
        <label className="inline-flex min-h-9 items-center gap-2">
          <input type="checkbox" name="breaks" value="yes" defaultChecked={typed.breaks === "yes"} />
          The series breaks in this month: what comes after is not to be compared with what was before
        </label>
      </p>
      <TextareaField
        {...field("rebased")}
        label="Limits are worked out anew from this month, because"
        hint="For control charts: say what changed in how the work is done. Leave blank to go on with the limits there are."
        rows={2}
      />
    </fieldset>
  );
}
