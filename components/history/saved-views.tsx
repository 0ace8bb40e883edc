import { TextLink } from "#components/ui/text-link";
import type { HistoryFilters } from "#lib/history/inputs";
import type { View } from "#lib/history/views/list-views";
import { paths } from "#lib/paths";

/** The reader's own saved views, the one before them marked; and a way to save what is filtered now. */
export function SavedViews({ views, filters }: { views: readonly View[]; filters: HistoryFilters }) {
  const [here, nothing] = [paths.history(filters), paths.history()];
  const shown = views.flatMap((view) => (view.filters ? [{ ...view, href: paths.history(view.filters) }] : []));
  const isSaved = shown.some(({ href }) => href === here);
  if (views.length === 0 && here === nothing) return null;
  return (
    <nav aria-label="Saved views" className="touchable mt-2 flex flex-wrap gap-x-4 text-sm print:hidden">
      {shown.map((view) => (
        <TextLink
          key={view.id}
          href={view.href}
          aria-current={view.href === here ? "page" : undefined}
          className="wrap-anywhere aria-[current=page]:font-semibold aria-[current=page]:text-ink"
        >
          <bdi>{view.name}</bdi>
        </TextLink>
      ))}
      {here !== nothing && !isSaved && <TextLink href={paths.savedViews(filters)}>Save this view</TextLink>}
      {views.length > 0 && <TextLink href={paths.savedViews()}>Your saved views</TextLink>}
    </nav>
  );
}
