import { signInPool } from "#db/client";

/** The e-mail address of somebody whose password was shown, who is not signed in yet. */
export async function findEmail(personId: string): Promise<string | null> {
  const { rows } = await signInPool().query<{ email: string }>("select email from person where id = $1", [personId]);
  return rows[0]?.email ?? null;
}
