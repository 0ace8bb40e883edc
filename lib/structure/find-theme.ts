import type { Database } from "#db/client";
import { Refusal } from "#lib/audit/refusal";
import { apart } from "#lib/rules/direction";
import { themesInOrder } from "#lib/structure/themes-in-order";

/** A theme of a locked scorecard, as it was seen, among those that have not ended. Throws NOT_FOUND, WRONG_STATE, CONFLICT. */
export async function findTheme(
  tx: Database,
  { scorecard: scorecardId, theme, seen }: { scorecard: string; theme: string; seen: number },
) {
  const { all, live } = await themesInOrder(tx, scorecardId);
  const found = all.find(({ id }) => id === theme);
  if (!found) throw new Refusal("NOT_FOUND", "There is no such theme.");
  if (found.endedAt) throw new Refusal("WRONG_STATE", `The theme ${apart(found.name)} has ended.`);
  if (found.version !== seen) {
    throw new Refusal(
      "CONFLICT",
      `Somebody else changed this theme after you opened the page: it is ${apart(found.name)}, number ${live.indexOf(found) + 1} of ${live.length}. Yours was not saved.`,
    );
  }
  return { found, live };
}
