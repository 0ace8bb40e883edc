import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { listTeams } from "#lib/people/list-teams";
import { addMonths, type Month, monthRange } from "#lib/rules/month";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { everyDefinedMonth } from "#lib/scorecards/sheet-range";
import { listSeveral, seenSeveral } from "#lib/structure/several/list-several";

/** How many months after the last one something can be set from; how many indicators stand on one page. */
const [ahead, shown] = [24, 50];

/** The indicators of a scorecard as they are in a month, some to a page, to be set at once; null where there is no such scorecard, or no month of it. */
export async function getSeveral(
  actor: PersonActor,
  slug: string,
  asked: { from: Month | null; part: string | undefined },
) {
  const scorecard = await getScorecard(actor, slug);
  const months = scorecard ? everyDefinedMonth(scorecard) : [];
  const [first, last] = [months[0], months.at(-1)];
  if (!scorecard || !first || !last) return null;
  const from = asked.from ?? scorecard.months.find(({ state }) => state === "open")?.month ?? last;
  const [all, teams] = await Promise.all([listSeveral(database(), actor, scorecard, from), listTeams(actor)]);
  const parts = Array.from({ length: Math.ceil(all.length / shown) }, (_, index) =>
    all.slice(index * shown, (index + 1) * shown),
  );
  const part = Math.min(Math.max(Number.parseInt(asked.part ?? "", 10) || 1, 1), parts.length || 1);
  const rows = parts[part - 1] ?? [];
  return {
    scorecard,
    from,
    months: monthRange(first, addMonths([last, from].sort().at(-1)!, ahead)).reverse(),
    teams,
    rows,
    seen: seenSeveral(rows),
    part,
    parts: parts.map((those) => `${those[0]!.ref} to ${those.at(-1)!.ref}`),
  };
}
