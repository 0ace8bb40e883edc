import type { ReactNode } from "react";
import { SelectField, TextareaField, TextField } from "#components/ui/field";
import type { Direction } from "#db/vocabulary";
import type { Refused } from "#lib/actions/result";
import type { ReviewDoubt } from "#lib/imports/queries";
import { directionName } from "#lib/rules/which-is-better";

/** What was refused, by doubt, and what was typed, so that nothing is lost. */
export type DoubtFormState = Pick<Refused, "fields" | "typed">;

/** The id of a doubt's field, which the error summary links to. */
export const fieldIdOf = (key: string) => `doubt-${key.replace(/[^a-z0-9]+/gi, "-")}`;

/** The field that corrects a doubt, holding its answer, or the proposal until there is one. */
export function DoubtField({
  doubt,
  label,
  typed,
  error,
  hint,
}: {
  doubt: ReviewDoubt;
  label: string;
  typed: string | undefined;
  error: string | undefined;
  hint?: ReactNode;
}) {
  const value = typed ?? doubt.answer ?? doubt.proposed;
  const about = { name: doubt.key, id: fieldIdOf(doubt.key), label, hint, error, defaultValue: value };
  if (doubt.choices) {
    const options = (doubt.choices.includes(value) ? doubt.choices : [value, ...doubt.choices]).map((choice) => ({
      value: choice,
      label: doubt.kind === "direction" ? directionName(choice as Direction) : choice,
    }));
    // A form that React resets after an action would put a select back to its first option.
    return <SelectField key={value} {...about} options={options} />;
  }
  if (value.length > 80) return <TextareaField {...about} rows={4} />;
  return <TextField {...about} list={doubt.kind === "team" ? "teams" : undefined} autoComplete="off" />;
}
