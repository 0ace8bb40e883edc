import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { section } from "#db/schema/scorecards";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { sectionName } from "#lib/rules/section-name";
import { findSection } from "#lib/structure/find-section";
import type { EndSection } from "#lib/structure/inputs";
import { lockScorecard } from "#lib/structure/lock-scorecard";
import { everyPlace } from "#lib/structure/placed-in";

/** The performance officer ends a section in which no indicator stands any more. Throws what `writeSectionEnd` throws. */
export const endSection = (asker: Asker, given: EndSection, request?: FormRequest): Promise<string | undefined> =>
  perform(asker, "section.end", (tx, actor) => writeSectionEnd(tx, actor, given), {
    request,
    about: { scorecardId: given.scorecard },
  });

/** Throws WRONG_STATE where an indicator stands in it, and what `lockScorecard` and `findSection` throw. */
export async function writeSectionEnd(tx: Database, actor: PersonActor, given: EndSection): Promise<string> {
  const { slug } = await lockScorecard(tx, actor, given.scorecard);
  const found = await findSection(tx, given);
  const there = (await everyPlace(tx, given.scorecard)).find(({ versions }) => {
    const last = versions.at(-1);
    return last?.sectionId === found.id && last.toMonth === null;
  });
  if (there) {
    throw new Refusal(
      "WRONG_STATE",
      `${there.ref} stands in section ${sectionName(found)}. Move its indicators first, or merge it into another.`,
    );
  }
  await tx.update(section).set({ endedAt: now, endedBy: actor.person.id }).where(eq(section.id, found.id));
  return slug;
}
