import { type Actor, teamsOf } from "#lib/access/actor";
import { listCommentStates } from "#lib/commentary/queries";
import type { Month } from "#lib/rules/month";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { listScorecards } from "#lib/scorecards/list-scorecards";

/** How many comments of a team lead's teams came back in each open month, and are not being mended yet. */
export async function countReturned(actor: Actor): Promise<Map<Month, number>> {
  const counts = new Map<Month, number>();
  if (teamsOf(actor, "team lead").length === 0) return counts;
  for (const { slug } of await listScorecards(actor)) {
    const scorecard = await getScorecard(actor, slug);
    for (const { month } of scorecard?.months.filter(({ state }) => state === "open") ?? []) {
      const states = await listCommentStates(actor, scorecard?.id ?? "", month);
      const back = [...states.values()].filter(({ state }) => state === "returned" || state === "approval withdrawn");
      counts.set(month, (counts.get(month) ?? 0) + back.length);
    }
  }
  return counts;
}
