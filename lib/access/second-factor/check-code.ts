import { signInPool } from "#db/client";
import { hashOfCode, readCode } from "#lib/access/second-factor/recovery-codes";
import { openSecret } from "#lib/access/second-factor/sealed-secret";
import { stepOf } from "#lib/access/second-factor/totp";
import type { ShownCode } from "#lib/access/start-session";
import { countCode, type Way } from "#lib/access/throttle";

/** A right code is used by whatever it is shown for, in that act; `way` is what its try was counted by. */
export type CheckedCode =
  | { ok: true; shown: ShownCode; way: Way }
  | { ok: false; why: "WRONG_CODE" | "USED_CODE" | "UNREADABLE_FACTOR" | "TOO_MANY"; until?: Date };

type Found = {
  sealed_secret: string;
  last_step: string | null;
  recovery: string | null;
  is_used: boolean | null;
};

/** The factor that stands, or the one that waits to be confirmed; with the recovery code of the newest sheet that was typed. */
const find = `select f.sealed_secret, f.last_step, c.id as recovery, c.used_at is not null as is_used
  from second_factor f left join recovery_code c on c.factor_id = f.id and c.code_hash = $2
    and c.made_at = (select max(n.made_at) from recovery_code n where n.factor_id = f.id)
  where f.person_id = $1 and f.ended_at is null and (f.confirmed_at is null) = $3`;

/**
 * Checks a code of somebody who has shown their password, under a throttle of its own: each of the app's is counted before it is compared,
 * whatever else of theirs was right. `toConfirm`: of the factor that is not confirmed yet, and has no recovery codes.
 */
export async function checkCode(personId: string, typed: string, { toConfirm = false } = {}): Promise<CheckedCode> {
  const code = readCode(typed);
  if (!code || (toConfirm && "recovery" in code)) return { ok: false, why: "WRONG_CODE" };
  // A recovery code is too long to be guessed, and is the way in while somebody else with the password uses up the tries.
  const counted = "recovery" in code ? { until: null, way: [] } : await countCode(personId);
  if (counted.until) return { ok: false, why: "TOO_MANY", until: counted.until };
  const hash = "recovery" in code ? hashOfCode(code.recovery) : null;
  const { rows } = await signInPool().query<Found>(find, [personId, hash, toConfirm]);
  const found = rows[0];
  if (!found) return { ok: false, why: "WRONG_CODE" };
  if ("recovery" in code) {
    if (found.recovery === null) return { ok: false, why: "WRONG_CODE" };
    if (found.is_used) return { ok: false, why: "USED_CODE" };
    return { ok: true, shown: { recovery: found.recovery }, way: counted.way };
  }
  const secret = await openSecret(personId, found.sealed_secret);
  if (secret === null) return { ok: false, why: "UNREADABLE_FACTOR" };
  const step = stepOf(code.digits, secret);
  if (step === null) return { ok: false, why: "WRONG_CODE" };
  if (found.last_step !== null && step <= Number(found.last_step)) return { ok: false, why: "USED_CODE" };
  return { ok: true, shown: { step }, way: counted.way };
}
