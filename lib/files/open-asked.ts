import type { ExportForm } from "#db/vocabulary";
import { asReaderOf, type PersonActor, readsEditionsOnly } from "#lib/access/actor";
import { may } from "#lib/access/permissions";
import { findEdition } from "#lib/audit/find-edition";
import { findPast, type Past } from "#lib/audit/find-past";
import { Refusal } from "#lib/audit/refusal";
import { noEdition } from "#lib/rules/asked-moment";
import { isStorable } from "#lib/rules/is-storable";
import { asAsked } from "#lib/scorecards/as-asked";
import { type OpenedExport, openExport } from "#lib/scorecards/open-export";
import { packRange } from "#lib/scorecards/pack-range";

/** In which form, of which months of which scorecard, by which edition or cut if not as things are, and whether as readers see it. */
export type AskedFile = {
  form: ExportForm;
  slug: string;
  from?: string | undefined;
  to?: string | undefined;
  edition?: string | undefined;
  cut?: string | undefined;
  small?: "hidden" | undefined;
};

export type OpenedFile = { past: Past | null; eyes: PersonActor; opened: OpenedExport };

/**
 * What a file is of, and with whose eyes it is read; of who reads editions only the newest one, where none is named.
 * `live`: the cut of live figures that were asked for before.
 * Throws `Refusal` NOT_FOUND, INVALID, and WRONG_ROLE for a moment that is not for this person.
 */
export async function openAsked(actor: PersonActor, asked: AskedFile, live: Past | null = null): Promise<OpenedFile> {
  if (live && readsEditionsOnly(actor)) throw new Refusal("WRONG_ROLE", "Live figures are not for your role.");
  const past = await momentOf(actor, asked);
  const eyes = asAsked(past?.edition ? asReaderOf(actor, past.edition.month) : actor, asked);
  const opened = await openExport(eyes, asked.slug, asked, past ?? live, asked.form === "PDF" ? packRange : undefined);
  if (!opened.ok) throw new Refusal(opened.status === 404 ? "NOT_FOUND" : "INVALID", opened.message);
  return { past, eyes, opened };
}

async function momentOf(actor: PersonActor, { slug, edition, cut }: AskedFile): Promise<Past | null> {
  if (edition || (!cut && readsEditionsOnly(actor))) {
    const found = isStorable(slug) ? await findEdition(actor, slug, edition || undefined) : null;
    if (!found?.ok) throw new Refusal("NOT_FOUND", found?.message ?? noEdition);
    return { cut: found.edition.cut, takenAt: found.edition.takenAt, edition: found.edition };
  }
  if (cut) {
    if (!may(actor, "past.read")) throw new Refusal("WRONG_ROLE", "The past is not for your role.");
    const reading = await findPast({ cut }, actor.organisation.timeZone);
    if (!reading.ok) throw new Refusal("NOT_FOUND", reading.message);
    return reading.past;
  }
  return null;
}
