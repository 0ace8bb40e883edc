import { signInPool } from "#db/client";
import type { Vouched } from "#lib/sign-in/openid/read-answer";

export type Linked = { personId: string; isDisabled: boolean; hasRole: boolean };

/** Whose account this is; null where it is nobody's. Its e-mail address says nothing. */
export async function findLinked({ issuer, subject }: Vouched): Promise<Linked | null> {
  const { rows } = await signInPool().query("select access.find_linked($1, $2) as linked", [issuer, subject]);
  return rows[0].linked;
}
