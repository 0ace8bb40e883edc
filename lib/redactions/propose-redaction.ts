import type { Database } from "#db/client";
import { redaction } from "#db/schema/redactions";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import type { ProposeRedaction } from "#lib/redactions/inputs";

/**
 * A performance officer or an auditor proposes that words go, on whose authority. The database refuses what is of another
 * organisation (NOT_FOUND), gone or proposed already (WRONG_STATE), and an authority that says the words (INVALID).
 */
export const proposeRedaction = (asker: Asker, given: ProposeRedaction, request?: FormRequest) =>
  perform(asker, "redaction.propose", (tx, actor) => writeRedaction(tx, actor, given), { request });

export async function writeRedaction(
  tx: Database,
  { organisation, person }: PersonActor,
  given: ProposeRedaction,
): Promise<{ id: string }> {
  const proposed = { ...given, organisationId: organisation.id, proposedBy: person.id };
  const [written] = await tx.insert(redaction).values(proposed).returning({ id: redaction.id });
  return written!;
}
