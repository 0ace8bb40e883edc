import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { labelSet, scorecard, scorecardLabelSet } from "#db/schema/scorecards";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { slugOf } from "#lib/rules/slug-of";
import type { MakeScorecard } from "#lib/structure/inputs";
import { invalid } from "#lib/structure/invalid";

/** The performance officer makes a scorecard by hand, empty as yet; answers its slug. Throws what `writeScorecard` throws. */
export const makeScorecard = (asker: Asker, given: MakeScorecard, request?: FormRequest): Promise<string | undefined> =>
  perform(asker, "scorecard.make", async (tx, actor) => (await writeScorecard(tx, actor, given)).slug, { request });

/** With the words for its grades from its first month on. Throws INVALID for a name or an address that is taken, NOT_FOUND for another organisation’s words. */
export async function writeScorecard(
  tx: Database,
  { organisation, person }: PersonActor,
  { name, address, sentence, labels, from }: MakeScorecard,
): Promise<{ id: string; slug: string }> {
  const slug = address ?? slugOf(name);
  if (slug === "") throw invalid("address", "Give an address: this name has no letter that can stand in one.");
  const own = and(eq(labelSet.id, labels), eq(labelSet.organisationId, organisation.id));
  const [words] = await tx.select({ id: labelSet.id }).from(labelSet).where(own);
  if (!words) {
    const message = "Choose the words for grades.";
    throw new Refusal("NOT_FOUND", message, { fields: { labels: message } });
  }
  const [made] = await tx
    .insert(scorecard)
    .values({ organisationId: organisation.id, slug, name, sentence })
    .onConflictDoNothing()
    .returning({ id: scorecard.id, slug: scorecard.slug });
  if (!made) {
    throw invalid(
      address ? "address" : "name",
      `There is a scorecard at the address “${slug}” already. Give this one another ${address ? "" : "name, or an "}address.`,
    );
  }
  await tx
    .insert(scorecardLabelSet)
    .values({ scorecardId: made.id, fromMonth: from, labelSetId: words.id, setBy: person.id });
  return made;
}
