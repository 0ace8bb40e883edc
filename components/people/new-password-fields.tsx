import { TextField } from "#components/ui/field";

/** A new password and the same once more. The address stands along for password managers, which file it under that. */
export function NewPasswordFields({ email, errors }: { email: string; errors: Record<string, string> }) {
  return (
    <>
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <TextField
        name="password"
        label="New password"
        type="password"
        hint="At least 12 characters. A few words together are easy to keep in mind."
        autoComplete="new-password"
        required
        minLength={12}
        error={errors.password}
      />
      <TextField
        name="again"
        label="New password, once more"
        type="password"
        autoComplete="new-password"
        required
        error={errors.again}
      />
    </>
  );
}
