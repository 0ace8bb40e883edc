import type { Database } from "#db/client";
import { label, labelSet } from "#db/schema/scorecards";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { apart } from "#lib/rules/direction";
import type { MakeLabelSet } from "#lib/structure/inputs";
import { invalid } from "#lib/structure/invalid";

/** The performance officer makes words for grades, which never change; answers their id. Throws what `writeLabelSet` throws. */
export const makeLabelSet = (asker: Asker, given: MakeLabelSet, request?: FormRequest): Promise<string | undefined> =>
  perform(asker, "label_set.make", (tx, actor) => writeLabelSet(tx, actor, given), { request });

/** Throws INVALID for a name that is taken. */
export async function writeLabelSet(
  tx: Database,
  { organisation }: PersonActor,
  { name, levels }: MakeLabelSet,
): Promise<string> {
  const [made] = await tx
    .insert(labelSet)
    .values({ organisationId: organisation.id, name })
    .onConflictDoNothing()
    .returning({ id: labelSet.id });
  if (!made)
    throw invalid("name", `There are words for grades called ${apart(name)} already. Give these another name.`);
  await tx.insert(label).values(levels.map((level) => ({ labelSetId: made.id, ...level })));
  return made.id;
}
