import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { organisation } from "#db/schema/people";
import { label, labelSet } from "#db/schema/scorecards";
import { firstLabels } from "#lib/people/first-labels";

/** Makes the council and its first label set, unless they are there. Answers the organisation's id. */
export async function setUpOrganisation(tx: Database, named: { slug: string; name: string }): Promise<string> {
  const [there] = await tx.select({ id: organisation.id }).from(organisation).where(eq(organisation.slug, named.slug));
  if (there) return there.id;
  const [made] = await tx.insert(organisation).values(named).returning({ id: organisation.id });
  const [set] = await tx
    .insert(labelSet)
    .values({ organisationId: made!.id, name: "Ofsted's words before November 2013" })
    .returning({ id: labelSet.id });
  await tx.insert(label).values(firstLabels.map((level) => ({ ...level, labelSetId: set!.id })));
  return made!.id;
}
