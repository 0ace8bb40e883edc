import { signInPool } from "#db/client";
import type { Origin } from "#lib/access/actor";
import type { Checked } from "#lib/access/check-password";
import { countRefused } from "#lib/access/throttle";

/**
 * Enters a refused sign-in: the person when known, never what was typed. A window's first is entered at once, and how many
 * followed when the window is over; so the trail cannot be flooded from outside.
 */
export async function refuseSignIn({ why, personId }: Checked & { ok: false }, origin: Origin): Promise<void> {
  if (!(await countRefused(personId, why))) return;
  await signInPool().query("select access.refuse_sign_in($1, $2, 1, $3, $4)", [
    personId,
    why,
    origin.address,
    origin.agent,
  ]);
}
