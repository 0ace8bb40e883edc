import type { Database } from "#db/client";
import { theme } from "#db/schema/scorecards";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { apart } from "#lib/rules/direction";
import { slugOf } from "#lib/rules/slug-of";
import type { AddTheme } from "#lib/structure/inputs";
import { invalid } from "#lib/structure/invalid";
import { lockScorecard } from "#lib/structure/lock-scorecard";
import { isCalled, themesInOrder } from "#lib/structure/themes-in-order";

/** The performance officer adds a theme, after the others. Throws what `writeTheme` throws. */
export const addTheme = (asker: Asker, given: AddTheme, request?: FormRequest): Promise<string | undefined> =>
  perform(asker, "theme.add", (tx, actor) => writeTheme(tx, actor, given), {
    request,
    about: { scorecardId: given.scorecard },
  });

/** Throws INVALID for a name that another has, or that cannot stand in an address; and what `lockScorecard` throws. */
export async function writeTheme(tx: Database, actor: PersonActor, { scorecard: id, name }: AddTheme): Promise<string> {
  const { slug } = await lockScorecard(tx, actor, id);
  const { all, live } = await themesInOrder(tx, id);
  const [other] = live.filter(isCalled(name));
  if (other) throw invalid("name", `There is a theme called ${apart(other.name)} already.`);
  const own = slugOf(name);
  if (own === "") throw invalid("name", "A name needs a letter or a number that can stand in an address.");
  const taken = new Set(all.map((each) => each.slug));
  // One that ended keeps its address.
  const free = [own, ...all.map((_, index) => `${own.slice(0, 70)}-${index + 2}`)].find((each) => !taken.has(each));
  const position = Math.max(0, ...all.map((each) => each.position)) + 1;
  await tx.insert(theme).values({ scorecardId: id, slug: free ?? own, name, position });
  return slug;
}
