import { unenteredLapses } from "#db/testing/unentered-lapses";
import { untoldRows, watchedTables } from "#db/untold-rows";
import { newReport, type Report } from "#hammer/report";
import type { Tools } from "#hammer/tests";

/** After all of it: every row is what the newest entry about it says it became, and every lapse was entered. */
export async function untold({ yard }: Tools): Promise<Report> {
  const asked = { asOwner: yard.query };
  return {
    ...newReport(),
    tried: (await watchedTables(asked)).length,
    lost: [...(await untoldRows(asked)), ...(await unenteredLapses(asked))],
  };
}
