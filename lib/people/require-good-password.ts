import { Refusal } from "#lib/audit/refusal";
import { guessPassword } from "#lib/people/guess-password";

const [shortest, longest] = [12, 200];

/**
 * Long enough to resist guessing, and not what anybody would try first: no common or repeated words, no keys side by side,
 * nothing of the person's own name and address. Throws INVALID on the field `password`.
 */
export async function requireGoodPassword(
  password: string,
  { name, email }: { name: string; email: string },
): Promise<void> {
  const refuse = (message: string) => {
    throw new Refusal("INVALID", message, { fields: { password: message } });
  };
  const characters = password.normalize("NFC").length;
  if (characters < shortest) {
    refuse(`Use at least ${shortest} characters. A few words together are easy to keep in mind.`);
  }
  if (characters > longest) refuse(`Use at most ${longest} characters.`);
  const why = await guessPassword(password, [email, ...email.split(/[@.]/), name, name.replaceAll(/\s/g, "")]);
  if (why) refuse(`${why} Use a few words together that nobody would put together.`);
}
