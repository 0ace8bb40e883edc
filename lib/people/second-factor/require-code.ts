import { and, eq, isNotNull, isNull, lt, or } from "drizzle-orm";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { recoveryCode, secondFactor } from "#db/schema/people";
import type { PersonActor } from "#lib/access/actor";
import type { Verb } from "#lib/access/permissions";
import { checkCode } from "#lib/access/second-factor/check-code";
import type { ShownCode } from "#lib/access/start-session";
import { countRefused, forgetTry } from "#lib/access/throttle";
import { enterRefusal } from "#lib/audit/enter-refusal";
import { codeRefusal } from "#lib/people/second-factor/code-refusal";

/** A right code: `use` enters in the act that it was, once, and `forget` gives its try back when the act is done. */
export type RightCode = { shown: ShownCode; use: (tx: Database) => Promise<void>; forget: () => Promise<void> };

/**
 * By a code of their second factor a person shows that it is they who do this. Throws WRONG_CODE and TOO_MANY, and enters
 * them under the verb; WRONG_STATE for a code that was used.
 */
export async function requireCode(
  actor: PersonActor,
  typed: string,
  verb: Verb,
  of: { toConfirm?: boolean } = {},
): Promise<RightCode> {
  const { person } = actor;
  const checked = await checkCode(person.id, typed, of);
  if (checked.ok) {
    const { shown, way } = checked;
    return { shown, use: (tx) => spendCode(tx, person.id, shown), forget: () => forgetTry(way) };
  }
  const refusal = codeRefusal(checked);
  if (checked.why !== "TOO_MANY" || (await countRefused(person.id, "TOO_MANY")))
    await enterRefusal(actor, verb, refusal);
  throw refusal;
}

async function spendCode(tx: Database, personId: string, shown: ShownCode): Promise<void> {
  const used =
    "step" in shown ? await spendStep(tx, personId, shown.step) : await spendRecovery(tx, personId, shown.recovery);
  if (used.length > 0) return;
  throw codeRefusal({ why: "USED_CODE" });
}

const spendStep = (tx: Database, personId: string, step: number) =>
  tx
    .update(secondFactor)
    .set({ lastStep: step })
    .where(
      and(
        eq(secondFactor.personId, personId),
        isNotNull(secondFactor.confirmedAt),
        isNull(secondFactor.endedAt),
        or(isNull(secondFactor.lastStep), lt(secondFactor.lastStep, step)),
      ),
    )
    .returning({ id: secondFactor.id });

const spendRecovery = (tx: Database, personId: string, recovery: string) =>
  tx
    .update(recoveryCode)
    .set({ usedAt: now })
    .where(and(eq(recoveryCode.id, recovery), eq(recoveryCode.personId, personId), isNull(recoveryCode.usedAt)))
    .returning({ id: recoveryCode.id });
