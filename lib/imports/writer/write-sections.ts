import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { team } from "#db/schema/people";
import { section, theme } from "#db/schema/scorecards";
import type { SectionRead } from "#lib/imports/reader/reading";
import { inBatches } from "#lib/imports/writer/in-batches";
import { slugOf } from "#lib/rules/slug-of";

/** What a section's indicators need to know of it, by the section's number. */
export type WrittenSections = Map<string, { sectionId: string; teamId: string }>;

/** Writes the themes and sections, and the teams that are not there yet. */
export async function writeSections(
  tx: Database,
  scorecardId: string,
  sections: readonly SectionRead[],
  organisationId: string,
): Promise<WrittenSections> {
  const themes = await writeThemes(tx, scorecardId, sections);
  const teams = await findOrMakeTeams(tx, sections, organisationId);
  const written: WrittenSections = new Map();
  for (const each of sections) {
    const [made] = await tx
      .insert(section)
      .values({ scorecardId, themeId: held(themes, each.theme), number: Number(each.number), title: each.title })
      .returning({ id: section.id });
    if (made) written.set(each.number, { sectionId: made.id, teamId: held(teams, each.team) });
  }
  return written;
}

async function writeThemes(
  tx: Database,
  scorecardId: string,
  sections: readonly SectionRead[],
): Promise<Map<string, string>> {
  const names = uniqueBySlug(sections.map((each) => each.theme));
  const rows = [...names].map(([slug, name], index) => ({ scorecardId, slug, name, position: index + 1 }));
  const made = await inBatches(rows, (batch) =>
    tx.insert(theme).values(batch).returning({ id: theme.id, slug: theme.slug }),
  );
  return new Map(made.flat().map(({ id, slug }) => [slug, id]));
}

async function findOrMakeTeams(
  tx: Database,
  sections: readonly SectionRead[],
  organisationId: string,
): Promise<Map<string, string>> {
  const names = uniqueBySlug(sections.map((each) => each.team));
  const rows = [...names].map(([slug, name]) => ({ organisationId, slug, name }));
  await inBatches(rows, (batch) => tx.insert(team).values(batch).onConflictDoNothing());
  const there = await tx
    .select({ id: team.id, slug: team.slug })
    .from(team)
    .where(eq(team.organisationId, organisationId));
  return new Map(there.map(({ id, slug }) => [slug, id]));
}

function uniqueBySlug(names: readonly string[]): Map<string, string> {
  return new Map(
    names
      .toReversed()
      .map((name) => [slugOf(name), name] as const)
      .toReversed(),
  );
}

function held(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(slugOf(name));
  if (id === undefined) throw new Error(`"${name}" was not written.`);
  return id;
}
