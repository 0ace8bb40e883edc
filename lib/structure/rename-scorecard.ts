import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { scorecard } from "#db/schema/scorecards";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { apart } from "#lib/rules/direction";
import type { RenameScorecard } from "#lib/structure/inputs";
import { lockScorecard } from "#lib/structure/lock-scorecard";

/** The performance officer says what a scorecard is called and what it is for; its address stays. Throws what `writeScorecardName` throws. */
export const renameScorecard = (
  asker: Asker,
  given: RenameScorecard,
  request?: FormRequest,
): Promise<string | undefined> =>
  perform(asker, "scorecard.rename", (tx, actor) => writeScorecardName(tx, actor, given), {
    request,
    about: { scorecardId: given.scorecard },
  });

/** Throws CONFLICT over a name that was not seen, and what `lockScorecard` throws. */
export async function writeScorecardName(
  tx: Database,
  actor: PersonActor,
  { scorecard: id, name, sentence, seen }: RenameScorecard,
): Promise<string> {
  const locked = await lockScorecard(tx, actor, id);
  const [renamed] = await tx
    .update(scorecard)
    .set({ name, sentence })
    .where(and(eq(scorecard.id, locked.id), eq(scorecard.version, seen)))
    .returning({ slug: scorecard.slug });
  if (renamed) return renamed.slug;
  throw new Refusal(
    "CONFLICT",
    `The scorecard was changed after you opened the page: it is called ${apart(locked.name)}. Yours was ${apart(name)}.`,
  );
}
