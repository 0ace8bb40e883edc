import { readFile } from "node:fs/promises";
import type { Client } from "pg";

/** England's bank holidays as they are kept in the repository, with their source. */
export const englishHolidays = async (): Promise<{ day: string; name: string }[]> =>
  JSON.parse(await readFile(new URL("bank-holidays.json", import.meta.url), "utf8")).days;

const reason = "The bank holidays of England, as this version of Candour knows them";
const missing = `organisation o cross join json_to_recordset($1::json) as d(day date, name text)
  where not exists (select from bank_holiday b where b.organisation_id = o.id and b.day = d.day)`;

/**
 * Gives every organisation the bank holidays that it was never given, by a command in the trail; one that it withdrew
 * stays withdrawn. Where none is missing nothing is done.
 */
export async function fillBankHolidays(client: Client): Promise<void> {
  const days = JSON.stringify(await englishHolidays());
  const { rows } = await client.query<{ id: string }>(`select distinct o.id from ${missing}`, [days]);
  for (const { id } of rows) {
    await client.query("begin");
    await client.query("select audit.begin_operator($1, 'operator.change', $2)", [reason, id]);
    await client.query(
      `insert into bank_holiday (organisation_id, day, name) select o.id, d.day, d.name from ${missing} and o.id = $2
       on conflict do nothing`,
      [days, id],
    );
    await client.query("commit");
  }
}
