import { signInPool } from "#db/client";
import type { Origin } from "#lib/access/actor";
import type { Checked, WhyRefused } from "#lib/access/check-password";
import { countThrottled, countUnknown } from "#lib/access/throttle";

/**
 * Enters a refused sign-in: the person when known, never what was typed. Of those that the throttle refuses the window's
 * first is entered at once, and how many followed when the window is over; so the trail cannot be flooded from outside.
 */
export async function refuseSignIn({ why, personId }: Checked & { ok: false }, origin: Origin): Promise<void> {
  const code: WhyRefused = why === "UNKNOWN_PERSON" && !(await countUnknown()) ? "TOO_MANY" : why;
  if (code === "TOO_MANY" && !(await countThrottled(personId))) return;
  await signInPool().query("select access.refuse_sign_in($1, $2, 1, $3, $4)", [
    personId,
    code,
    origin.address,
    origin.agent,
  ]);
}
