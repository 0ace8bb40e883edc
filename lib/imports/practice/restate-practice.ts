import { database } from "#db/client";
import type { RestatementCategory } from "#db/vocabulary";
import type { PersonActor } from "#lib/access/actor";
import { findCells } from "#lib/actuals/lock-cell";
import { practiceSlug } from "#lib/imports/practice/make-practice-scorecard";
import { practiceTeam } from "#lib/imports/practice/practice-reading";
import { getMonth } from "#lib/months/get-month";
import { publishMonth } from "#lib/months/publish-month";
import { grantRole } from "#lib/people/grant-role";
import { listRolesOf } from "#lib/people/list-roles-of";
import { listTeams } from "#lib/people/list-teams";
import { revokeRole } from "#lib/people/revoke-role";
import { restateActual } from "#lib/restatements/restate-actual";
import { nothingTyped } from "#lib/rules/actual";
import type { Month } from "#lib/rules/month";

/** What turned out to be other than it was published. */
const restated: { ref: string; value: string; category: RestatementCategory; reason: string }[] = [
  { ref: "1.1", value: "80", category: "late data", reason: "Contacts of the last week came in late." },
  { ref: "1.3", value: "149", category: "error", reason: "Referrals from the night service were counted twice." },
];

/**
 * Restates figures of a published month of the practice scorecard and publishes it again, by the verbs of those who would: a
 * head of service answers for the practice team as long as that takes. A month that was published twice stays, and what
 * was begun is gone on with.
 */
export async function restatePractice(officer: PersonActor, head: PersonActor, month: Month): Promise<void> {
  const view = await getMonth(officer, practiceSlug, month);
  if (view?.editions.length !== 1) return;
  const team = (await listTeams(officer)).find(({ name }) => name === practiceTeam)!;
  const findGrant = async () =>
    (await listRolesOf(officer, head.person.id)).held.find(({ teamId }) => teamId === team.id);
  const role = { role: "head of service" as const, teamId: team.id };
  if (!(await findGrant())) await grantRole(officer, { person: head.person.id, roles: [role] });

  for (const { ref, value, ...given } of restated) {
    const { id: indicatorId } = view.lines.find((line) => line.ref === ref)!;
    const [cell] = (await findCells(database(), officer, [{ indicatorId, month }])).values();
    const { version: seen, value: before } = cell!.present!;
    if (before === value) continue;
    const typed = { ...nothingTyped, value, sure: value };
    await restateActual(head, { indicatorId, month, seen, typed, revisionId: null, holds: null, ...given });
  }

  await revokeRole(officer, { grant: (await findGrant())!.id, reason: "The made-up figures are restated." });
  const { checklist, scorecard } = (await getMonth(officer, practiceSlug, month))!;
  const reason = "Made-up figures, restated to be looked at.";
  await publishMonth(officer, { scorecardId: scorecard.id, month, number: 2, seen: checklist.seen, reason });
}
