import { cookies } from "next/headers";
import { appPool } from "#db/client";
import { sessionToken } from "#lib/access/session-token";
import type { Ended } from "#lib/rules/ended-words";

/** Why the session of this request's cookie is over; null for a live one, and for none that was ours. */
export async function whyEnded(): Promise<Ended | null> {
  const token = await sessionToken(await cookies());
  if (!token) return null;
  const { rows } = await appPool().query("select access.why_ended($1) as ended", [token]);
  return rows[0].ended;
}
