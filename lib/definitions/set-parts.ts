import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { dueRule, indicatorDefinition, indicatorTeam } from "#db/schema/indicators";
import { team } from "#db/schema/people";
import type { PersonActor } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import { type Held, markedIn } from "#lib/definitions/held";
import type { DefineIndicator } from "#lib/definitions/inputs";
import { makeRoom, type Setting, takeAway } from "#lib/definitions/set-anew";

/** What one part of a change did: whether it set anything, and whether it withdrew something for it. */
export type Part = { changes: boolean; withdraws: boolean };

export const unchanged: Part = { changes: false, withdraws: false };

/** What it measures and how its figures look. Its place in the scorecard stays, and so does its end, if it has one. */
export async function setWhat(
  tx: Database,
  held: NonNullable<Held["definition"]>,
  given: DefineIndicator["definition"],
  setting: Setting,
): Promise<Part> {
  const { sectionId, position, toMonth } = held;
  const was = markedIn(held, setting.from);
  const isSame = Object.entries(given).every(
    ([name, value]) => JSON.stringify(was[name as keyof typeof given]) === JSON.stringify(value),
  );
  if (isSame) return unchanged;
  const withdraws = await makeRoom(tx, indicatorDefinition, held, setting);
  const { indicatorId, from, by } = setting;
  const ends = toMonth ? { toMonth, endedAt: now, endedBy: by } : {};
  await tx
    .insert(indicatorDefinition)
    .values({ indicatorId, fromMonth: from, setBy: by, sectionId, position, ...given, ...ends });
  return { changes: true, withdraws };
}

/** The team that answers for it, one of the organisation's. Throws INVALID. */
export async function setTeam(
  tx: Database,
  actor: PersonActor,
  held: Held["team"],
  teamId: string | null,
  setting: Setting,
): Promise<Part> {
  if (teamId === (held?.teamId ?? null)) return unchanged;
  const [found] = teamId
    ? await tx
        .select({ id: team.id })
        .from(team)
        .where(and(eq(team.id, teamId), eq(team.organisationId, actor.organisation.id)))
    : [];
  if (!found) {
    const message = "Choose the team that answers for it.";
    throw new Refusal("INVALID", message, { fields: { team: message } });
  }
  const withdraws = await makeRoom(tx, indicatorTeam, held, setting);
  const { indicatorId, from, by } = setting;
  await tx.insert(indicatorTeam).values({ indicatorId, fromMonth: from, setBy: by, teamId: found.id });
  return { changes: true, withdraws };
}

/** How often its figures are due, counted from the month; null: they are due no more. */
export async function setDueRule(
  tx: Database,
  held: Held["dueRule"],
  every: number | null,
  setting: Setting,
): Promise<Part> {
  if (every === (held?.every ?? null)) return unchanged;
  if (every === null) return { changes: true, withdraws: held ? await takeAway(tx, dueRule, held, setting) : false };
  const withdraws = await makeRoom(tx, dueRule, held, setting);
  const { indicatorId, from, by } = setting;
  await tx.insert(dueRule).values({ indicatorId, fromMonth: from, setBy: by, every });
  return { changes: true, withdraws };
}
