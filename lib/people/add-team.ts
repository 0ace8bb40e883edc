import { and, eq, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { team } from "#db/schema/people";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import type { AddTeam } from "#lib/people/inputs";
import { apart } from "#lib/rules/direction";
import { slugOf } from "#lib/rules/slug-of";

/** The performance officer makes a team. Throws what `writeTeam` throws. */
export const addTeam = (asker: Asker, given: AddTeam, request?: FormRequest) =>
  perform(asker, "team.add", (tx, actor) => writeTeam(tx, actor, given), { request });

/** Throws INVALID where a team of the organisation is called so already. */
export async function writeTeam(tx: Database, { organisation }: PersonActor, { name }: AddTeam) {
  await requireOwnName(tx, organisation.id, name);
  const slug = slugOf(name);
  const message = "A name needs a letter or a number that can stand in an address, and no other team’s.";
  const [made] = slug
    ? await tx
        .insert(team)
        .values({ organisationId: organisation.id, slug, name })
        .onConflictDoNothing()
        .returning({ id: team.id })
    : [];
  if (!made) throw new Refusal("INVALID", message, { fields: { name: message } });
  return made;
}

/** Throws INVALID where another team of the organisation is called so, in whatever letters. */
export async function requireOwnName(tx: Database, organisationId: string, name: string, but?: string) {
  const [other] = await tx
    .select({ id: team.id, name: team.name })
    .from(team)
    .where(
      and(
        eq(team.organisationId, organisationId),
        sql`lower(${team.name}) = lower(${name})`,
        but === undefined ? undefined : sql`${team.id} <> ${but}`,
      ),
    );
  if (!other) return;
  const message = `There is a team called ${apart(other.name)} already.`;
  throw new Refusal("INVALID", message, { fields: { name: message } });
}
