import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { importDoubt, imports } from "#db/schema/imports";
import { person } from "#db/schema/people";
import { wordsOf } from "#db/words";
import { type Actor, organisationIdOf, personIdOf } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import type { Answers } from "#lib/imports/reader/reading";
import { isRedactedFile } from "#lib/imports/redacted-file";
import { apart } from "#lib/rules/direction";

export type OpenImport = {
  content: Uint8Array;
  /** The doubts' ids, by key. */
  doubts: Map<string, { id: string; answer: string | null }>;
  /** What was answered so far. */
  answers: Answers;
};

/**
 * Finds and locks an import that is not committed, as its person saw it.
 * Throws `Refusal` NOT_FOUND, WRONG_STATE (committed), CONFLICT (answered by somebody since).
 */
export async function openImport(
  tx: Database,
  actor: Actor,
  importId: string,
  seen: number | null,
): Promise<OpenImport> {
  const [found] = await tx
    .select({
      committedAt: imports.committedAt,
      fileName: wordsOf(imports.fileName),
      content: wordsOf(imports.content),
    })
    .from(imports)
    .where(and(eq(imports.id, importId), eq(imports.organisationId, organisationIdOf(actor))))
    .for("update");
  if (!found) throw new Refusal("NOT_FOUND", "There is no such import.");
  if (found.committedAt) {
    throw new Refusal("WRONG_STATE", `${found.fileName} was already committed, so its answers are settled.`);
  }
  if (isRedactedFile(found.content)) {
    throw new Refusal("WRONG_STATE", "The file of this import was redacted. Read another for import.");
  }
  const doubts = await tx
    .select({
      id: importDoubt.id,
      key: importDoubt.key,
      answer: wordsOf(importDoubt.answer),
      answeredAt: importDoubt.answeredAt,
      answeredBy: importDoubt.answeredBy,
      version: importDoubt.version,
    })
    .from(importDoubt)
    .where(eq(importDoubt.importId, importId))
    .orderBy(importDoubt.position);
  const versions = doubts.reduce((sum, { version }) => sum + version, 0);
  if (seen !== null && seen !== versions) throw await answeredMeanwhile(tx, actor, doubts);
  return {
    content: Buffer.from(found.content, "base64"),
    doubts: new Map(doubts.map(({ id, key, answer }) => [key, { id, answer }])),
    answers: Object.fromEntries(doubts.flatMap(({ key, answer }) => (answer === null ? [] : [[key, answer]]))),
  };
}

async function answeredMeanwhile(
  tx: Database,
  actor: Actor,
  doubts: readonly { answeredAt: Date | null; answeredBy: string | null }[],
): Promise<Refusal> {
  const answered = doubts.filter(({ answeredAt }) => answeredAt !== null);
  const last = answered.sort((a, b) => Number(b.answeredAt) - Number(a.answeredAt))[0];
  return new Refusal(
    "CONFLICT",
    `${await byWhom(tx, actor, last?.answeredBy ?? null)} doubts of this import after you opened it. Nothing of yours was saved; look at the review again first.`,
  );
}

async function byWhom(tx: Database, actor: Actor, answeredBy: string | null): Promise<string> {
  if (answeredBy === null) return "Somebody answered";
  if (answeredBy === personIdOf(actor)) return "On another page you answered";
  const [by] = await tx.select({ name: person.name }).from(person).where(eq(person.id, answeredBy));
  return `${apart(by!.name)} answered`;
}
