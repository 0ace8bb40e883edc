import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { team } from "#db/schema/people";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { requireOwnName } from "#lib/people/add-team";
import type { RenameTeam } from "#lib/people/inputs";
import { apart } from "#lib/rules/direction";

/** The performance officer calls a team otherwise; its addresses stay. Throws what `writeTeamName` throws. */
export const renameTeam = (asker: Asker, given: RenameTeam, request?: FormRequest) =>
  perform(asker, "team.rename", (tx, actor) => writeTeamName(tx, actor, given), { request });

/** Throws NOT_FOUND for another organisation's; CONFLICT over a name that was not seen; INVALID for another team's name. */
export async function writeTeamName(tx: Database, { organisation }: PersonActor, { team: id, name, seen }: RenameTeam) {
  const isTheirs = and(eq(team.id, id), eq(team.organisationId, organisation.id));
  const [found] = await tx.select({ name: team.name }).from(team).where(isTheirs);
  if (!found) throw new Refusal("NOT_FOUND", "There is no such team.");
  await requireOwnName(tx, organisation.id, name, id);
  const [renamed] = await tx
    .update(team)
    .set({ name })
    .where(and(isTheirs, eq(team.version, seen)))
    .returning({ id: team.id });
  if (renamed) return;
  const [now] = await tx.select({ name: team.name }).from(team).where(isTheirs);
  throw new Refusal(
    "CONFLICT",
    `Somebody else called this team ${apart(now!.name)} after you opened it. Yours was ${apart(name)}.`,
  );
}
