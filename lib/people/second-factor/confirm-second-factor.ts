import { and, eq, isNull } from "drizzle-orm";
import { now } from "#db/schema/columns";
import { secondFactor } from "#db/schema/people";
import type { PersonActor } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { endOthers } from "#lib/people/end-other-sessions";
import { codeRefusal } from "#lib/people/second-factor/code-refusal";
import { findSecondFactor } from "#lib/people/second-factor/find-second-factor";
import type { Code } from "#lib/people/second-factor/inputs";
import { requireCode } from "#lib/people/second-factor/require-code";
import { writeRecoveryCodes } from "#lib/people/second-factor/write-recovery-codes";

const begunElsewhere = () =>
  new Refusal("WRONG_STATE", "Begin again: there is no second factor to confirm here any more.");

/**
 * A person shows by a first code that their app has the secret: from now on they are asked for one. Ends their sessions that
 * began without, and answers the recovery codes, which are shown this once. Throws WRONG_CODE, TOO_MANY and WRONG_STATE.
 */
export async function confirmSecondFactor(actor: PersonActor, { code }: Code): Promise<string[]> {
  const { state } = await findSecondFactor(actor);
  if (state === "confirmed") {
    throw new Refusal("WRONG_STATE", "It is set up already. Make new recovery codes if you have none.");
  }
  if (state !== "to confirm") throw begunElsewhere();
  const { shown, forget } = await requireCode(actor, code, "second_factor.confirm", { toConfirm: true });
  if (!("step" in shown)) throw codeRefusal({ why: "WRONG_CODE" });
  const codes = await perform(actor, "second_factor.confirm", async (tx, present) => {
    const { person } = present;
    const [confirmed] = await tx
      .update(secondFactor)
      .set({ confirmedAt: now, lastStep: shown.step })
      .where(and(eq(secondFactor.personId, person.id), isNull(secondFactor.confirmedAt), isNull(secondFactor.endedAt)))
      .returning({ id: secondFactor.id });
    if (!confirmed) throw begunElsewhere();
    await endOthers(tx, present);
    return writeRecoveryCodes(tx, person.id, confirmed.id);
  });
  await forget();
  return codes ?? [];
}
