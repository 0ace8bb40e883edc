import { TextLink } from "#components/ui/text-link";
import type { HistoryFilters } from "#lib/history/inputs";
import { paths } from "#lib/paths";

/** What the history is filtered by, each of which can be taken away. `said` is each filter in words. */
export function ActiveFilters({
  filters,
  said,
}: {
  filters: HistoryFilters;
  said: readonly { name: keyof HistoryFilters; label: string; value: string }[];
}) {
  if (said.length === 0) return null;
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2 text-sm">
      <h2 className="sr-only">Filtered by</h2>
      <ul className="flex flex-wrap gap-2">
        {said.map(({ name, label, value }) => (
          <li key={name}>
            <a
              href={paths.history({ ...filters, [name]: null })}
              className="inline-flex min-h-8 flex-wrap items-center gap-x-1.5 rounded-md border border-accent bg-accent-wash px-2.5 py-1 text-ink no-underline hover:underline"
            >
              <span>
                {label}: <strong>{value}</strong>
              </span>
              <span aria-hidden="true" className="text-accent print:hidden">
                ✕
              </span>
              <span className="sr-only">, take away</span>
            </a>
          </li>
        ))}
      </ul>
      <TextLink href={paths.history()} className="print:hidden">
        Show all
      </TextLink>
    </div>
  );
}
