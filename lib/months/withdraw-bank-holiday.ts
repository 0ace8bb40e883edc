import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { bankHoliday } from "#db/schema/months";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import type { WithdrawBankHoliday } from "#lib/months/inputs";

/** The performance officer says that a bank holiday is a working day here after all. Throws what `writeHolidayWithdrawal` throws. */
export const withdrawBankHoliday = (
  asker: Asker,
  given: WithdrawBankHoliday,
  request?: FormRequest,
): Promise<{ day: string } | undefined> =>
  perform(asker, "bank_holiday.withdraw", (tx, actor) => writeHolidayWithdrawal(tx, actor, given), { request });

/** Throws NOT_FOUND for another organisation's, and for one that was withdrawn already. */
export async function writeHolidayWithdrawal(
  tx: Database,
  { organisation, person }: PersonActor,
  { holiday, reason }: WithdrawBankHoliday,
): Promise<{ day: string }> {
  const [withdrawn] = await tx
    .update(bankHoliday)
    .set({ withdrawnAt: now, withdrawnBy: person.id, withdrawnReason: reason })
    .where(
      and(
        eq(bankHoliday.id, holiday),
        eq(bankHoliday.organisationId, organisation.id),
        isNull(bankHoliday.withdrawnAt),
      ),
    )
    .returning({ day: bankHoliday.day });
  if (!withdrawn) throw new Refusal("NOT_FOUND", "There is no such bank holiday.");
  return withdrawn;
}
