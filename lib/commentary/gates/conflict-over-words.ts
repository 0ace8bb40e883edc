import { and, desc, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { commentRevision } from "#db/schema/commentary";
import { indicator } from "#db/schema/indicators";
import { person } from "#db/schema/people";
import { wordsOf } from "#db/words";
import type { PersonActor } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import { apart } from "#lib/rules/direction";
import { momentSince } from "#lib/rules/moment";
import { type Month, monthName } from "#lib/rules/month";

/** Words refused because somebody else wrote after they were opened: theirs to read beside one's own, and to go on from. */
export async function conflictOverWords(
  tx: Database,
  actor: PersonActor,
  indicatorId: string,
  month: Month,
): Promise<Refusal> {
  const [theirs] = await tx
    .select({
      ref: indicator.ref,
      revisionId: commentRevision.id,
      number: commentRevision.number,
      writtenAt: commentRevision.writtenAt,
      writtenBy: person.name,
      writtenById: person.id,
      submittedAt: commentRevision.submittedAt,
      body: wordsOf(commentRevision.words),
      version: commentRevision.version,
    })
    .from(commentRevision)
    .innerJoin(indicator, eq(indicator.id, commentRevision.indicatorId))
    .leftJoin(person, eq(person.id, commentRevision.writtenBy))
    .where(and(eq(commentRevision.indicatorId, indicatorId), eq(commentRevision.month, month)))
    .orderBy(desc(commentRevision.number))
    .limit(1);
  if (!theirs) return new Refusal("CONFLICT", "This comment is not what it was when you opened it. Open it again.");
  const { ref, number, writtenBy, writtenById, submittedAt, ...words } = theirs;
  const isOwn = writtenById === actor.person.id;
  const when = momentSince(submittedAt ?? words.writtenAt, new Date(), actor.organisation.timeZone);
  const did = submittedAt ? `revision ${number} was submitted` : `revision ${number} was written`;
  const who = isOwn ? " by yourself" : writtenBy ? ` by ${apart(writtenBy)}` : " by an import";
  const whose = isOwn ? "The words you saved then" : "Their words";
  return new Refusal(
    "CONFLICT",
    `The comment on ${ref} for ${monthName(month)} changed after you opened it: ${did}${who} at ${when}. ${whose} are shown beside yours; nothing of yours is lost.`,
    { details: { theirs: { revisionId: words.revisionId, version: words.version, body: words.body, number, isOwn } } },
  );
}
