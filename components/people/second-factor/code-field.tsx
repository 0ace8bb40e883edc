import { TextField } from "#components/ui/field";

/** One field for both: what an app shows, which phones and password managers fill in, and a code of the sheet. */
export function CodeField({ error, id, hint }: { error: string | undefined; id?: string; hint?: string }) {
  return (
    <TextField
      id={id}
      name="code"
      label="Code"
      hint={hint ?? "The six digits that your app shows, or one of your recovery codes."}
      inputMode="numeric"
      autoComplete="one-time-code"
      spellCheck={false}
      required
      maxLength={40}
      error={error}
      className="max-w-64 tracking-wide tabular-nums"
    />
  );
}
