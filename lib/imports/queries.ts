import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "#db/client";
import { importDoubt, imports } from "#db/schema/imports";
import { person, team } from "#db/schema/people";
import { scorecard } from "#db/schema/scorecards";
import { wordsOf } from "#db/words";
import type { PersonActor } from "#lib/access/actor";
import { placeWords } from "#lib/imports/problem-line";
import { readScorecard } from "#lib/imports/reader/read-scorecard";
import type { Doubt, ReadResult } from "#lib/imports/reader/reading";
import { isRedactedFile, redactedFile } from "#lib/imports/redacted-file";
import { slugOf } from "#lib/rules/slug-of";
import { listLabelSets } from "#lib/scorecards/list-label-sets";

const reader = alias(person, "reader");
const committer = alias(person, "committer");

const columns = {
  id: imports.id,
  fileName: wordsOf(imports.fileName),
  bytes: imports.bytes,
  sha256: imports.sha256,
  readAt: imports.readAt,
  readBy: reader.name,
  committedAt: imports.committedAt,
  committedBy: committer.name,
  scorecard: { slug: scorecard.slug, name: scorecard.name },
};

/** A doubt as its review shows it: where it stands, in words, and what a person answered. */
export type ReviewDoubt = Doubt & {
  place: string;
  answer: string | null;
  answeredAt: Date | null;
  answeredBy: string | null;
};

const doubtsWith = (what: SQL) =>
  sql<number>`(select count(*)::int from ${importDoubt} where ${importDoubt.importId} = ${imports.id} and ${what})`;

/** The organisation's imports, newest first, with how many of their doubts are answered. */
export async function listImports(actor: PersonActor) {
  return importsWith({
    doubts: doubtsWith(sql`true`),
    answered: doubtsWith(sql`${importDoubt.answeredAt} is not null`),
  })
    .where(eq(imports.organisationId, actor.organisation.id))
    .orderBy(desc(imports.readAt), asc(imports.id));
}

/** One import with all its review needs, read again from its bytes with the answers so far; null when there is none. */
export async function getImport(actor: PersonActor, id: string) {
  const [found] = await importsWith({ content: wordsOf(imports.content) }).where(
    and(eq(imports.id, id), eq(imports.organisationId, actor.organisation.id)),
  );
  if (!found) return null;
  const { content, ...about } = found;
  const stored = await storedDoubts(id);
  const answers = Object.fromEntries(stored.flatMap(({ key, answer }) => (answer === null ? [] : [[key, answer]])));
  const labelSets = await listLabelSets(database(), actor.organisation.id);
  const result: ReadResult = isRedactedFile(content)
    ? redactedFile
    : readScorecard(Buffer.from(content, "base64"), labelSets, answers);
  const byKey = new Map(stored.map((doubt) => [doubt.key, doubt]));
  // A label set made after the commit raises no doubts about it.
  const raised = found.committedAt ? result.doubts.filter(({ key }) => byKey.has(key)) : result.doubts;
  const doubts = raised.map((doubt): ReviewDoubt => {
    const { answer = null, answeredAt = null, answeredBy = null } = byKey.get(doubt.key) ?? {};
    return { ...doubt, place: placeWords(doubt), answer, answeredAt, answeredBy };
  });
  const taken = found.committedAt === null ? await findTaken(actor, result.reading?.name ?? "") : null;
  return { ...about, ...result, doubts, taken, seen: stored.reduce((sum, { version }) => sum + version, 0) };
}

export type ImportReview = NonNullable<Awaited<ReturnType<typeof getImport>>>;

/** The names of the organisation's teams, to choose from. */
export async function listTeamNames(actor: PersonActor): Promise<string[]> {
  const teams = await database()
    .select({ name: team.name })
    .from(team)
    .where(eq(team.organisationId, actor.organisation.id))
    .orderBy(asc(team.name));
  return teams.map(({ name }) => name);
}

/** The scorecard that stands at the address which this name would get: renamed, it keeps it. */
async function findTaken(actor: PersonActor, name: string): Promise<{ slug: string; name: string } | null> {
  const [taken] = await database()
    .select({ slug: scorecard.slug, name: scorecard.name })
    .from(scorecard)
    .where(and(eq(scorecard.organisationId, actor.organisation.id), eq(scorecard.slug, slugOf(name))));
  return taken ?? null;
}

function importsWith<T extends Parameters<ReturnType<typeof database>["select"]>[0]>(more: T) {
  return database()
    .select({ ...columns, ...more })
    .from(imports)
    .leftJoin(reader, eq(reader.id, imports.readBy))
    .leftJoin(committer, eq(committer.id, imports.committedBy))
    .leftJoin(scorecard, eq(scorecard.id, imports.scorecardId))
    .$dynamic();
}

function storedDoubts(importId: string) {
  return database()
    .select({
      key: importDoubt.key,
      answer: wordsOf(importDoubt.answer),
      answeredAt: importDoubt.answeredAt,
      answeredBy: sql<string | null>`${person.name}`,
      version: importDoubt.version,
    })
    .from(importDoubt)
    .leftJoin(person, eq(person.id, importDoubt.answeredBy))
    .where(eq(importDoubt.importId, importId))
    .orderBy(asc(importDoubt.position));
}
