import { Refusal } from "#lib/audit/refusal";

/** Long enough to resist guessing, and not what anybody would try first. Throws INVALID on the field `password`. */
export function requireGoodPassword(password: string, email: string): void {
  const refuse = (message: string) => {
    throw new Refusal("INVALID", message, { fields: { password: message } });
  };
  const characters = password.length;
  if (characters < 12) refuse("Use at least 12 characters. A few words together are easy to keep in mind.");
  if (characters > 128) refuse("Use at most 128 characters.");
  if (password.trim().toLowerCase() === email.toLowerCase()) refuse("Your e-mail address cannot be your password.");
}
