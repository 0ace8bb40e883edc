import type { Database } from "#db/client";
import { bankHoliday } from "#db/schema/months";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import type { AddBankHoliday } from "#lib/months/inputs";
import { dateName } from "#lib/rules/moment";

/** The performance officer adds a day on which the organisation does not work. Throws what `writeBankHoliday` throws. */
export const addBankHoliday = (
  asker: Asker,
  given: AddBankHoliday,
  request?: FormRequest,
): Promise<{ day: string } | undefined> =>
  perform(asker, "bank_holiday.add", (tx, actor) => writeBankHoliday(tx, actor, given), { request });

/** The dates of months that are open stay as they are. Throws INVALID when the day is one already. */
export async function writeBankHoliday(
  tx: Database,
  { organisation, person }: PersonActor,
  { day, name }: AddBankHoliday,
): Promise<{ day: string }> {
  const [added] = await tx
    .insert(bankHoliday)
    .values({ organisationId: organisation.id, day, name, setBy: person.id })
    .onConflictDoNothing()
    .returning({ day: bankHoliday.day });
  if (added) return added;
  const message = `${dateName(day)} is on the list already.`;
  throw new Refusal("INVALID", message, { fields: { day: message } });
}
