"use client";

import type { DictionaryView } from "#components/definitions/dictionary-view";
import { SummaryList } from "#components/ui/summary-list";
import { TextLink } from "#components/ui/text-link";
import { type PastAddress, paths } from "#lib/paths";

/** Every indicator under its theme and section; each can be linked to by its ref, and stands whole on a printed page. */
export function DictionaryList({
  entries,
  slug,
  past,
  isShown,
}: {
  entries: DictionaryView;
  slug: string;
  past: PastAddress;
  /** Whether each has a page of its own yet, which it has with the first month. */
  isShown: boolean;
}) {
  return [...Map.groupBy(entries, ({ place }) => place)].map(([place, those]) => (
    <section key={place}>
      <h2 className="mt-8 mb-2 text-xl">{place}</h2>
      {those.map(({ ref, measure, terms }) => (
        <article key={ref} id={ref} aria-label={ref} className="mb-6 break-inside-avoid">
          <h3 className="mt-4 text-lg">
            {isShown ? <TextLink href={paths.indicator(slug, ref, past)}>{ref}</TextLink> : ref} {measure}
          </h3>
          <SummaryList rows={terms.map(([term, value]) => ({ term, value }))} />
        </article>
      ))}
    </section>
  ));
}
