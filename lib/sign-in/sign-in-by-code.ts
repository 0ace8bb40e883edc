import { signInPool } from "#db/client";
import type { Origin } from "#lib/access/actor";
import { endTries } from "#lib/access/check-password";
import { type CheckedCode, checkCode } from "#lib/access/second-factor/check-code";
import { startSession } from "#lib/access/start-session";
import { forgetHalf, forgetTry } from "#lib/access/throttle";
import { databaseError } from "#lib/audit/database-refusal";
import type { Refusal } from "#lib/audit/refusal";
import { codeRefusal } from "#lib/people/second-factor/code-refusal";
import type { PasswordShown } from "#lib/sign-in/password-shown-cookie";
import { refuseSignIn } from "#lib/sign-in/refuse-sign-in";

/**
 * Begins the session of who showed their password, and now a code of their second factor. Answers its token; null where what
 * was shown holds no more, because the password was changed, the factor taken away or the person disabled meanwhile. Throws
 * WRONG_CODE, TOO_MANY and WRONG_STATE on the field `code`, and enters them as any refused sign-in.
 */
export async function signInByCode(begun: PasswordShown, typed: string, origin: Origin): Promise<string | null> {
  if (!(await holds(begun))) return null;
  const { personId } = begun;
  const checked = await checkCode(personId, typed);
  await forgetHalf(personId, begun.half);
  if (!checked.ok) throw await refused(personId, checked, origin);
  const { shown, way } = checked;
  const method = "step" in shown ? "code" : "recovery code";
  const token = await startSession(personId, origin, method, shown).catch(async (error: unknown) => {
    // Somebody else came first with the same code.
    if (databaseError(error)?.detail !== "USED_CODE") throw error;
    throw await refused(personId, { ok: false, why: "USED_CODE" }, origin);
  });
  await Promise.all([forgetTry(way), endTries(begun)]);
  return token;
}

async function holds({ personId, changedAt }: PasswordShown): Promise<boolean> {
  const { rows } = await signInPool().query(
    `select from person p join credential c on c.person_id = p.id and c.changed_at = $2::timestamptz
     join second_factor f on f.person_id = p.id and f.confirmed_at is not null and f.ended_at is null
     where p.id = $1 and p.disabled_at is null`,
    [personId, changedAt],
  );
  return rows.length > 0;
}

async function refused(personId: string, checked: CheckedCode & { ok: false }, origin: Origin): Promise<Refusal> {
  await refuseSignIn({ ...checked, personId }, origin);
  return codeRefusal(checked);
}
