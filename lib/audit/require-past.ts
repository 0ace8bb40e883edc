import { forbidden, notFound, redirect } from "next/navigation";
import { asReaderOf, type PersonActor, readsEditionsOnly } from "#lib/access/actor";
import { count } from "#lib/access/counted";
import { may } from "#lib/access/permissions";
import { asOf } from "#lib/audit/as-of";
import { enterRefusal } from "#lib/audit/enter-refusal";
import { findEdition } from "#lib/audit/find-edition";
import { findPast, type Past } from "#lib/audit/find-past";
import { findScorecardName } from "#lib/audit/find-scorecard-name";
import { Refusal } from "#lib/audit/refusal";
import { type PastAddress, paths } from "#lib/paths";
import { noEdition } from "#lib/rules/asked-moment";
import { editionText } from "#lib/rules/edition";
import { isStorable } from "#lib/rules/is-storable";

type Search = Record<string, string | string[] | undefined>;

/** Of which scorecard a page is, and the same page by another moment; a file says by itself what is missing. */
type Page = { slug: string; here: (past: PastAddress) => string; isFile?: true };

/** How a page reads: as things are, or as they stood at the cut that its address asks for, and with whose eyes. */
export type Reading = {
  past: Past | null;
  /** Whoever asks; in an edition a reader, so that all see in it what was published and nothing else. */
  actor: PersonActor;
  read: <T>(read: () => Promise<T>) => Promise<T>;
};

/**
 * By which cut an address wants to be answered, if by any. Everybody may ask for an edition, and who reads editions only is
 * led to the newest one. Any other cut is for whose role it is: others are answered 403, and the refusal is entered. Where
 * there is no such moment, 404: a page says so, a file throws NOT_FOUND.
 */
export async function requirePast(actor: PersonActor, search: Search, page: Page): Promise<Reading> {
  const [at, cut, edition] = [one(search.at), one(search.cut), one(search.edition)];
  if (edition !== undefined) return readEdition(actor, page, edition);
  if (at === undefined && cut === undefined) {
    if (readsEditionsOnly(actor)) return leadToNewest(actor, page);
    return { past: null, actor, read: (read) => read() };
  }
  if (!may(actor, "past.read")) {
    count("refusal", { code: "WRONG_ROLE" });
    const refusal = new Refusal("WRONG_ROLE", "The past is not for your role.");
    await enterRefusal(actor, "past.read", refusal, {}, { page: page.here({}).slice(0, 200) });
    return forbidden();
  }
  const reading = await findPast({ at, cut }, actor.organisation.timeZone);
  if (!reading.ok) return missing(page, reading.message);
  const { past } = reading;
  return { past, actor, read: (read) => asOf(past.cut, read) };
}

async function readEdition(actor: PersonActor, page: Page, typed: string): Promise<Reading> {
  const found = isStorable(page.slug) ? await findEdition(actor, page.slug, typed) : null;
  if (!found?.ok) return missing(page, found?.message ?? noEdition);
  const { edition } = found;
  const past = { cut: edition.cut, takenAt: edition.takenAt, edition };
  return { past, actor: asReaderOf(actor, edition.month), read: (read) => asOf(past.cut, read) };
}

function missing({ isFile }: Page, message: string): never {
  if (isFile) throw new Refusal("NOT_FOUND", message);
  return notFound();
}

/** Where nothing is published yet the list of editions says so. */
async function leadToNewest(actor: PersonActor, { slug, here }: Page): Promise<never> {
  const found = isStorable(slug) ? await findEdition(actor, slug) : null;
  if (found?.ok) redirect(here({ edition: editionText(found.edition) }));
  if ((await findScorecardName(actor, slug)) === null) notFound();
  return redirect(paths.editions(slug));
}

const one = (value: string | string[] | undefined) => [value].flat()[0];
