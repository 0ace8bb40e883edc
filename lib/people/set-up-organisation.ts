import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { englishHolidays } from "#db/fill-bank-holidays";
import { bankHoliday } from "#db/schema/months";
import { organisation } from "#db/schema/people";
import { label, labelSet } from "#db/schema/scorecards";
import { firstLabels } from "#lib/people/first-labels";

/** Makes the council, its first label set and England's bank holidays, unless they are there. Answers the organisation's id. */
export async function setUpOrganisation(tx: Database, named: { slug: string; name: string }): Promise<string> {
  const [there] = await tx.select({ id: organisation.id }).from(organisation).where(eq(organisation.slug, named.slug));
  if (there) return there.id;
  const [made] = await tx.insert(organisation).values(named).returning({ id: organisation.id });
  const [set] = await tx
    .insert(labelSet)
    .values({ organisationId: made!.id, name: "Ofsted's words before November 2013" })
    .returning({ id: labelSet.id });
  await tx.insert(label).values(firstLabels.map((level) => ({ ...level, labelSetId: set!.id })));
  const holidays = await englishHolidays();
  await tx.insert(bankHoliday).values(holidays.map((each) => ({ ...each, organisationId: made!.id })));
  return made!.id;
}
