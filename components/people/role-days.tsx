import { TextField } from "#components/ui/field";

const days = [
  ["from", "First day", "from now on"],
  ["until", "Last day", "without an end"],
] as const;

type Said = Partial<Record<string, string>>;

/** From which day on and until which day roles are held that a form grants; both may be left empty. */
export const RoleDays = ({ min, typed, errors }: { min?: string; typed?: Said; errors?: Said }) =>
  days.map(([name, label, otherwise]) => (
    <TextField
      key={name}
      name={name}
      label={label}
      hint={`Left empty: ${otherwise}.`}
      type="date"
      min={min}
      className="max-w-48!"
      defaultValue={typed?.[name]}
      error={errors?.[name]}
    />
  ));
