import { SummaryList } from "#components/ui/summary-list";
import { TextLink } from "#components/ui/text-link";
import type { DictionaryEntry } from "#lib/definitions/get-dictionary";
import { type PastAddress, paths } from "#lib/paths";

const placesOf = new Set(["Measure", "Theme and section"]);

/** Every indicator under its theme and section; each can be linked to by its ref, and stands whole on a printed page. */
export function DictionaryList({
  entries,
  slug,
  past,
  isShown,
}: {
  entries: readonly DictionaryEntry[];
  slug: string;
  past: PastAddress;
  /** Whether each has a page of its own yet, which it has with the first month. */
  isShown: boolean;
}) {
  return [...Map.groupBy(entries, ({ theme, section }) => `${theme}, ${section}`)].map(([place, those]) => (
    <section key={place}>
      <h2 className="mt-8 mb-2 text-xl">{place}</h2>
      {those.map(({ ref, terms }) => (
        <article key={ref} id={ref} aria-label={ref} className="mb-6 break-inside-avoid">
          <h3 className="mt-4 text-lg">
            {isShown ? <TextLink href={paths.indicator(slug, ref, past)}>{ref}</TextLink> : ref}{" "}
            {terms.find(({ term }) => term === "Measure")?.value}
          </h3>
          <SummaryList rows={terms.filter(({ term }) => !placesOf.has(term))} />
        </article>
      ))}
    </section>
  ));
}
