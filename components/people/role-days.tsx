import { TextField } from "#components/ui/field";

/** From which day on and until which day roles are held that a form grants; both may be left empty. */
export function RoleDays({
  today,
  typed = {},
  errors = {},
}: {
  today?: string;
  typed?: Record<string, string>;
  errors?: Record<string, string>;
}) {
  return (
    <>
      <TextField
        name="from"
        label="First day"
        hint="Left empty, they hold from now on."
        type="date"
        min={today}
        className="max-w-48!"
        defaultValue={typed.from}
        error={errors.from}
      />
      <TextField
        name="until"
        label="Last day"
        hint="They end by themselves at the end of this day. Left empty, they have no end."
        type="date"
        min={today}
        className="max-w-48!"
        defaultValue={typed.until}
        error={errors.until}
      />
    </>
  );
}
