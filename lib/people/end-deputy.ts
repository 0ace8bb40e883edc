import { and, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { deputy, person } from "#db/schema/people";
import { type Asker, holds, type PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import type { EndDeputy } from "#lib/people/inputs";
import { dayIn } from "#lib/rules/day";
import { apart } from "#lib/rules/direction";
import { dateName, momentName } from "#lib/rules/moment";

/** Whoever names a deputy ends it early, from the deputy's next request on. Throws what `writeDeputyEnd` throws. */
export const endDeputy = (asker: Asker, given: EndDeputy, request?: FormRequest) =>
  perform(asker, "deputy.end", (tx, actor) => writeDeputyEnd(tx, actor, given), { request });

const ender = alias(person, "ender");

/** Throws NOT_FOUND for another organisation's; WRONG_SCOPE for another head's; WRONG_STATE where it is over or was ended already. */
export async function writeDeputyEnd(tx: Database, actor: PersonActor, { deputy: id }: EndDeputy) {
  const { id: organisationId, timeZone } = actor.organisation;
  const [found] = await tx
    .select({
      headId: deputy.headId,
      toDay: deputy.toDay,
      name: person.name,
      endedAt: deputy.withdrawnAt,
      endedBy: ender.name,
    })
    .from(deputy)
    .innerJoin(person, eq(person.id, deputy.deputyId))
    .leftJoin(ender, eq(ender.id, deputy.withdrawnBy))
    .where(and(eq(deputy.id, id), eq(deputy.organisationId, organisationId)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such deputy.");
  if (found.headId !== actor.person.id && !holds(actor, "performance officer")) {
    throw new Refusal("WRONG_SCOPE", "A deputy is ended by the head of service for whom they stand in.");
  }
  if (found.endedAt) {
    const when = momentName(found.endedAt, timeZone);
    throw new Refusal("WRONG_STATE", `${apart(found.endedBy ?? "A command")} ended this already, on ${when}.`);
  }
  if (found.toDay < dayIn(timeZone, new Date())) {
    throw new Refusal(
      "WRONG_STATE",
      `${apart(found.name)} was deputy until ${dateName(found.toDay)}: it is over already.`,
    );
  }
  const [ended] = await tx
    .update(deputy)
    .set({ withdrawnAt: now, withdrawnBy: actor.person.id })
    .where(and(eq(deputy.id, id), isNull(deputy.withdrawnAt)))
    .returning({ id: deputy.id });
  if (!ended) throw new Refusal("WRONG_STATE", "Somebody else ended this just now.");
  return ended;
}
