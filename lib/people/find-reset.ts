import { signInPool } from "#db/client";

/** Used; older than an hour; before a newer one; before the password or the account changed; of somebody kept out. */
export type ResetState = "open" | "used" | "late" | "replaced" | "ended" | "disabled";
export type FoundReset = { name: string; email: string; organisation: string; state: ResetState };

const isToken = /^[\w-]{43}$/;

/** Whom a link for a new password is for and how it stands; null when there is no such link. */
export async function findReset(token: string): Promise<FoundReset | null> {
  if (!isToken.test(token)) return null;
  const { rows } = await signInPool().query("select access.find_reset($1) as found", [token]);
  return rows[0].found;
}
