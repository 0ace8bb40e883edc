import type { PersonActor } from "#lib/access/actor";
import { listPlaces, type Place } from "#lib/scorecards/list-places";
import type { SheetScorecard } from "#lib/scorecards/sheet";
import type { SheetRange } from "#lib/scorecards/sheet-range";

/** The most indicators that one page shows. */
export const largestPart = 150;

/** Some of a scorecard's indicators, under the name of their theme. */
export type SheetPart = { label: string; ids: string[] };

/** A large scorecard by its themes, and a large theme by as many indicators as a page shows; all of them, in order, each once. */
export function partsOf(places: readonly Place[], largest = largestPart): SheetPart[] {
  return [...Map.groupBy(places, ({ now }) => now.theme.slug).values()].flatMap((those) =>
    Array.from({ length: Math.ceil(those.length / largest) }, (_, index) => {
      const part = those.slice(index * largest, (index + 1) * largest);
      const { name } = part[0]!.now.theme;
      const label = those.length > largest ? `${name}, ${part[0]!.ref} to ${part.at(-1)!.ref}` : name;
      return { label, ids: part.map(({ id }) => id) };
    }),
  );
}

/** The parts of what is too large for one page, a scorecard or one theme of it, and which of them is asked for; null where one page shows it all. */
export async function findPart(
  actor: PersonActor,
  scorecard: SheetScorecard,
  range: SheetRange,
  { theme, part }: { theme?: string; part: string | undefined },
): Promise<{ labels: string[]; number: number; ids: string[] } | null> {
  if (scorecard.size <= largestPart) return null;
  const places = await listPlaces(actor, scorecard, range);
  const parts = partsOf(theme === undefined ? places : places.filter(({ now }) => now.theme.slug === theme));
  const number = Math.min(Math.max(Number.parseInt(part ?? "", 10) || 1, 1), parts.length || 1);
  return { labels: parts.map(({ label }) => label), number, ids: parts[number - 1]?.ids ?? [] };
}
