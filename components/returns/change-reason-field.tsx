import { SelectField } from "#components/ui/field";
import { changeReasons } from "#lib/rules/change-reason";

const options = [
  { value: "", label: "Choose a reason" },
  ...Object.entries(changeReasons).map(([value, label]) => ({ value, label })),
];

/** Why figures change on which others rely, chosen for all of them at once. */
export function ChangeReasonField({ label, defaultValue }: { label: string; defaultValue: string | undefined }) {
  return <SelectField name="because" label={label} defaultValue={defaultValue} options={options} />;
}
