import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { findRead } from "#lib/definitions/find-read";
import { milestoneField } from "#lib/definitions/inputs";
import { listVersions, seenOf } from "#lib/definitions/list-versions";
import type { IndicatorPlace } from "#lib/definitions/read-indicator";
import { addMonths, type Month, monthRange } from "#lib/rules/month";

/** How many months stand on one page. */
const shown = 24;
const [earliest, latest] = ["1000-01", "9998-01"] as const;

/** An indicator's milestones from a month on, or round the first month that is not closed; null where there is no such indicator. */
export async function getMilestones(actor: PersonActor, place: IndicatorPlace, asked: Month | null) {
  const read = await findRead(actor, place, null);
  if (!read) return null;
  const open = read.scorecard.months.find(({ state }) => state === "open") ?? read.scorecard.months.at(-1);
  const wanted = asked ?? (open ? addMonths(open.month, -3) : (read.scorecard.begins ?? earliest));
  const from = [earliest, wanted, latest].sort()[1]!;
  const versions = await listVersions(database(), read.id);
  return {
    read,
    months: monthRange(from, addMonths(from, shown - 1)),
    seen: seenOf(versions.filter(({ kind }) => kind === "milestone")),
    typed: Object.fromEntries(
      [...read.own.milestones.values()]
        .toSorted((a, b) => a.month.localeCompare(b.month))
        .map((each) => [milestoneField(each.month), each.asTyped]),
    ),
  };
}
